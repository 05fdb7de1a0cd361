import { expect } from 'vitest';
import { accessible, onPage, textOf, type Demo } from './journey.ts';

const title = 'Health and justice without fear';

/** Someone without an account adds a comment, is answered for what is wrong, and finds it again by its code. */
export function aVisitor({ story }: Demo): void {
  story('a visitor comments without an account', async (page, { hasScript, someoneElse }) => {
    await page.goto('/');
    await onPage(page, 'Lake Forum on Migration and Development');
    await page.getByRole('link', { name: 'Comment on RT 3.1' }).click();
    await onPage(page, title);
    expect(new URL(page.url()).hash).toBe('#answer');
    await page.getByRole('link', { name: 'Write a comment' }).click();
    await onPage(page, 'Add your comment');

    const words = `An interpreter on the telephone is cheaper than a second visit, ${hasScript ? 'twice' : 'thrice'} over.`;
    await page.getByRole('radio', { name: /^Question 6:/ }).check();
    await page.getByRole('textbox', { name: 'Your comment' }).fill('   ');
    await page.getByLabel('Your name').fill('Ada Kimani');
    await page.getByRole('button', { name: 'Submit and get a receipt' }).click();
    const answer = page.getByRole('alert');
    expect(await textOf(answer)).toBe('Your comment was not submitted. Write what you want to say.');
    expect(await page.getByRole('radio', { name: /^Question 6:/ }).isChecked()).toBe(true);
    expect(await page.getByLabel('Your name').inputValue()).toBe('Ada Kimani');
    await accessible(page);

    await page.getByRole('textbox', { name: 'Your comment' }).fill(words);
    await page.getByRole('button', { name: 'Submit and get a receipt' }).click();
    await onPage(page, /^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/);
    const code = await textOf(page.getByRole('heading', { level: 1 }));
    expect(await textOf(page.getByRole('status'))).toMatch(/^Your comment has been received\. Keep this code/);
    const receipt = page.getByRole('main');
    expect(await textOf(receipt)).toContain('Your words are held until it is known who wrote them.');
    expect(await textOf(receipt)).toContain('Ada Kimani');
    expect(await textOf(receipt)).toContain('Checked just now: the first version gives this fingerprint.');

    await page.getByRole('link', { name: `RT 3.1 ${title}` }).click();
    const own = page.getByRole('article').filter({ hasText: words });
    expect(await textOf(own)).toContain('Ada Kimani');
    expect(await textOf(own)).toContain('Held for identification');
    expect(await textOf(own)).toContain('Answers question 6');

    const later = await someoneElse();
    await later.goto('/');
    await later.getByRole('link', { name: 'Find a comment by its receipt' }).click();
    await onPage(later, 'Find a comment by its receipt');
    await later.getByLabel('The code on your receipt').fill('7kq4 nobody');
    await later.getByRole('button', { name: 'Open the receipt' }).click();
    await later.getByText('There is no receipt with this code.').waitFor();
    expect(await later.getByLabel('The code on your receipt').inputValue()).toBe('7kq4 nobody');
    await accessible(later);
    await later.getByLabel('The code on your receipt').fill(code.toLowerCase().replaceAll('-', ' '));
    await later.getByRole('button', { name: 'Open the receipt' }).click();
    await onPage(later, code);
    expect(await textOf(later.getByRole('main'))).toContain(words);
    // Who has no account is known by the code.
    expect(await later.getByRole('button', { name: 'Withdraw these words' }).count()).toBe(1);
  });
}
