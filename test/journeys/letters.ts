import { expect } from 'vitest';
import { onPage, signIn, textOf, type Demo } from './journey.ts';

/** A forum without a mail server: letters wait at the desk until somebody passes them on, and are read where one signs in. */
export function theLetters({ story }: Demo): void {
  story('a receipt is passed on by hand, and its reader chooses how letters come', async (page, { someoneElse }) => {
    const delegate = await someoneElse();
    await signIn(delegate, 'Marisol Choc', '/lake-forum/rt/3.1/comment');
    await delegate.getByRole('textbox', { name: 'Your comment' }).fill('Night clinics need interpreters who are paid.');
    await delegate.getByRole('button', { name: 'Submit and get a receipt' }).click();
    await delegate.getByText('Your comment has been received.').waitFor();
    const code = await delegate.getByRole('heading', { level: 1 }).innerText();

    await delegate.goto('/account/mail');
    await onPage(delegate, 'How letters reach you');
    const letter = delegate.getByRole('group').filter({ hasText: `Your receipt ${code}` });
    await expect
      .poll(async () => (await delegate.reload(), letter.count()), { timeout: 15_000, interval: 500 })
      .toBe(1);
    await letter.getByText('Your receipt').click();
    expect(await textOf(letter)).toContain('Night clinics need interpreters who are paid.');
    await delegate.getByLabel('Once a day').check();
    await delegate.getByRole('button', { name: 'Save' }).click();
    expect(await textOf(delegate.getByRole('status'))).toContain('Letters come once a day.');
    await delegate.getByLabel('At once').check();
    await delegate.getByRole('button', { name: 'Save' }).click();

    expect((await delegate.goto('/lake-forum/desk/mail'))!.status()).toBe(404);
    await signIn(page, 'Jonas Keller', '/lake-forum/desk/mail');
    await onPage(page, /wait to be passed on$/);
    const waiting = page.getByRole('region', { name: `Your receipt ${code}` });
    expect(await textOf(waiting)).toContain('waiting, no mail server is set');
    const mailto = await waiting.getByRole('link', { name: 'Open it in my mail program' }).getAttribute('href');
    expect(mailto).toMatch(/^mailto:marisol\.choc@lakeforum\.example\?subject=Your%20receipt/);
    await waiting.getByRole('button', { name: 'I have passed it on' }).click();
    await page.getByRole('status').waitFor();
    expect(await waiting.count()).toBe(0);
    await page.getByRole('link', { name: /^Gone/ }).click();
    expect(await textOf(waiting)).toContain('passed on by Jonas Keller');
    await waiting.getByRole('button', { name: 'It has not been passed on' }).click();
    await page.goto('/lake-forum/desk/mail');
    expect(await waiting.count()).toBe(1);
  });
}
