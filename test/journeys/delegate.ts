import { expect } from 'vitest';
import { demoPassword } from '#test/world/demo-password.ts';
import { accessible, onPage, signIn, textOf, type Demo } from './journey.ts';

/** Guatemala's focal point speaks for the delegation, corrects herself in public, and takes her words back. */
export function aDelegate({ story }: Demo): void {
  story('a delegate comments, revises and withdraws', async (page, { hasScript, someoneElse }) => {
    await page.goto('/lake-forum/rt/3.1');
    await page.getByRole('link', { name: 'Sign in to speak for your delegation' }).click();
    await onPage(page, 'Sign in');
    await page.getByLabel('E-mail').fill('marisol.choc@lakeforum.example');
    await page.getByLabel('Password').fill('not this one');
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    const refused = page.getByRole('alert').filter({ hasText: 'You are not signed in.' });
    expect(await textOf(refused)).toMatch(/^You are not signed in\. .+\.$/);
    expect(await page.getByLabel('E-mail').inputValue()).toBe('marisol.choc@lakeforum.example');
    await page.getByLabel('Password').fill(demoPassword);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await page.getByRole('button', { name: 'Sign out' }).waitFor();
    expect(await textOf(page.getByRole('banner'))).toContain('Marisol Choc');
    // Back where she was going.
    await onPage(page, 'Add your comment');
    await page.goto('/lake-forum/rt/3.1#answer');
    await onPage(page, 'Health and justice without fear');

    const first = `Nuestro consulado responde de noche en ${hasScript ? 'once' : 'doce'} ciudades.`;
    const second = `${first.slice(0, -1)}, y en dos más desde julio.`;
    expect(await textOf(page.getByRole('region', { name: 'Add your comment' }))).toContain(
      'Marisol Choc for Guatemala',
    );
    await page.getByRole('link', { name: 'Write a comment' }).click();
    await onPage(page, 'Add your comment');
    await page.getByRole('radio', { name: /^Question 5:/ }).check();
    await page.getByRole('textbox', { name: 'Your comment' }).fill(first);
    await page.getByRole('button', { name: 'Submit and get a receipt' }).click();
    await onPage(page, /^[0-9A-Z-]{14}$/);
    expect(await textOf(page.getByRole('main'))).toContain('Your words have been received.');

    await page.getByLabel('Your new words').fill(second);
    await page.getByRole('button', { name: 'Add this revision' }).click();
    await page.getByText('first version gives this fingerprint').waitFor();
    await page.getByRole('link', { name: 'Permanent link' }).click();
    await onPage(page, /^Statement \d+$/);
    const statement = new URL(page.url()).pathname;

    const reader = await someoneElse();
    await reader.goto(statement);
    await onPage(reader, /^Statement \d+$/);
    const shown = reader.getByRole('article');
    expect(await textOf(shown)).toContain('Guatemala');
    expect(await textOf(shown)).toContain(second);
    expect(await textOf(shown)).toContain('Verified by the support unit');
    const main = await textOf(reader.getByRole('main'));
    expect(main).toContain('Revised: this is revision 2. The earlier words stand below.');
    expect(main).toContain(first);

    await page.getByRole('link', { name: /^[0-9A-Z-]{14}$/ }).click();
    await page.getByRole('button', { name: 'Withdraw these words' }).click();
    await page.getByText('You have withdrawn these words.').waitFor();
    await accessible(page);

    await reader.goto('/lake-forum/rt/3.1');
    const number = statement.split('/').at(-1)!;
    const line = await textOf(reader.getByRole('article', { name: `Statement ${number}`, exact: true }));
    expect(line).toContain('Guatemala');
    expect(line).toContain('Withdrawn by its author. The line stays; the words are no longer shown.');
    await reader.goto(statement);
    for (const words of [first, second]) expect(await reader.content()).not.toContain(words.slice(0, 50));

    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByRole('link', { name: 'Sign in', exact: true }).waitFor();
    await page.goto(statement);
    expect(await page.content()).not.toContain(first.slice(0, 50));
  });

  story('a focal point sends a deputy’s draft back, and releases what comes again', async (page, { someoneElse }) => {
    const words = `Rosa ${Date.now()}: la línea nocturna ya existe.`;
    const deputy = await someoneElse();
    await signIn(deputy, 'Rosa Tzoc', '/lake-forum/rt/3.1/comment');
    await deputy.getByRole('textbox', { name: 'Your comment' }).fill(words);
    await deputy.getByRole('button', { name: 'Submit and get a receipt' }).click();
    await onPage(deputy, /^[0-9A-Z-]{14}$/);
    expect(await textOf(deputy.getByRole('main'))).toContain('They wait for the focal point of your delegation');

    await signIn(page, 'Marisol Choc', '/lake-forum/delegations/guatemala/credentials');
    await onPage(page, 'Who speaks for Guatemala');
    const draft = page.getByRole('article').filter({ hasText: words });
    await draft.getByText('Send it back instead').click();
    await draft.getByLabel('What is to be changed').fill('Name the city.');
    await draft.getByRole('button', { name: 'Send it back', exact: true }).click();
    await page.getByText('It went back to its author with your words').waitFor();

    await deputy.reload();
    expect(await textOf(deputy.getByRole('main'))).toContain('sent your words back: Name the city.');
    await deputy.getByLabel('Your new words').fill(`${words.slice(0, -1)} en Tapachula.`);
    await deputy.getByRole('button', { name: 'Revise it and ask again' }).click();
    await deputy.getByText('They wait for the focal point of your delegation').waitFor();

    await page.goto('/lake-forum/delegations/guatemala/credentials');
    const again = page.getByRole('article').filter({ hasText: 'en Tapachula' });
    await again.getByRole('button', { name: 'Release it' }).click();
    await page.getByText('The comment is released and stands in the thread.').waitFor();
  });
}
