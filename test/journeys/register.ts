import { expect } from 'vitest';
import { accessible, onPage, signIn, textOf, type Demo } from './journey.ts';

/** The register and who speaks for whom: a list is looked at and entered, a credential verified, a draft released. */
export function theRegister({ story }: Demo): void {
  story('the support unit enters a list, and verifies who asks to speak', async (page, { hasScript, someoneElse }) => {
    const town = hasScript ? 'Town of Osmere' : 'Town of Wendle';
    const newcomer = await someoneElse();
    await signIn(newcomer, 'Idris Bello', `/lake-forum/delegations/${hasScript ? 'ghana' : 'zambia'}`);
    await newcomer.getByRole('link', { name: /^Who speaks for/ }).click();
    await onPage(newcomer, /^Who speaks for/);
    await newcomer.getByLabel('Your function').fill('lecturer');
    await newcomer.getByLabel('To those who verify').fill(`I advise the mayor of the ${town}.`);
    await newcomer.getByRole('button', { name: 'Ask to speak for this delegation' }).click();
    await newcomer.getByRole('heading', { name: 'Your question waits' }).waitFor();

    await signIn(page, 'Jonas Keller', '/lake-forum/desk');
    await page.getByRole('link', { name: /^The register/ }).click();
    await page.getByRole('link', { name: 'Enter a list' }).click();
    await onPage(page, 'Enter a list of delegations or persons');
    const list = `Short name;Kind;Region\n${town};local authority;Europe\nKenya;state;Africa\nNowhere;planet;\n=1+${hasScript ? 1 : 2};firm;\n`;
    const file = { name: 'towns.csv', mimeType: 'text/csv', buffer: Buffer.from(`\ufeff${list}`, 'utf16le') };
    await page.getByLabel('The list').setInputFiles(file);
    await page.getByRole('button', { name: 'Look at it' }).click();
    await onPage(page, 'What would become of towns.csv');
    const seen = await textOf(page.getByRole('main'));
    expect(seen).toContain('2 new, 1 the same, none different, one refused.');
    expect(seen).toContain('The kind “planet” is not known.');
    await page.getByRole('button', { name: /^Enter the/ }).click();
    await page.getByRole('status').waitFor();
    expect(await textOf(page.getByRole('status'))).toMatch(/^2 new entries were made; none corrected\./);
    await page.getByRole('link', { name: 'To the register' }).click();
    await page.getByLabel('A name, any spelling, or a code').fill(town.toLowerCase());
    await page.getByRole('button', { name: 'Show' }).click();
    await onPage(page, 'One delegation found');
    expect(await textOf(page.getByRole('table'))).toContain(town);

    await page.goto('/lake-forum/desk/credentials');
    await onPage(page, /^2 people ask to speak/);
    const asked = page.getByRole('article').filter({ hasText: town });
    await asked.getByLabel('How it was verified').fill('by telephone with the ministry');
    await asked.getByRole('button', { name: 'Verify Idris Bello' }).click();
    await page.getByRole('status').waitFor();
    await newcomer.reload();
    await onPage(newcomer, /^Who speaks for/);
    expect(await textOf(newcomer.getByRole('main'))).toContain('by Jonas Keller: by telephone with the ministry');
    await newcomer.getByRole('button', { name: 'Speak for it no longer' }).click();
    await newcomer.getByRole('heading', { name: 'You no longer speak for this delegation' }).waitFor();
    await accessible(newcomer);
  });

  story('a deputy drafts, and the focal point releases', async (page, { hasScript, someoneElse }) => {
    const words = `Los jueces de paz atienden los ${hasScript ? 'lunes' : 'martes'}, sin pedir papeles.`;
    await signIn(page, 'Rosa Tzoc', '/lake-forum/rt/3.1/papers/concept-note');
    await onPage(page, 'Doors that do not ask');
    await page.getByRole('link', { name: 'Comment on this paragraph 3' }).click();
    await page.getByText('On paragraph 3 of “Doors that do not ask”').waitFor();
    await page.getByRole('textbox', { name: 'Your comment' }).fill(words);
    await page.getByRole('button', { name: 'Submit and get a receipt' }).click();
    await onPage(page, /^[0-9A-Z-]{14}$/);
    expect(await textOf(page.getByRole('main'))).toContain('They wait for the focal point of your delegation');

    const reader = await someoneElse();
    await reader.goto('/lake-forum/rt/3.1');
    expect(await reader.content()).not.toContain(words.slice(0, 40));

    const focal = await someoneElse();
    await signIn(focal, 'Marisol Choc', '/lake-forum/delegations/guatemala/credentials');
    await onPage(focal, 'Who speaks for Guatemala');
    const draft = focal.getByRole('article').filter({ hasText: words });
    await draft.getByRole('button', { name: 'Release it' }).click();
    await focal.getByText('The comment is released and stands in the thread.').waitFor();
    await reader.reload();
    expect(await reader.content()).toContain(words.slice(0, 40));
    await reader.goto('/lake-forum/rt/3.1/papers/concept-note');
    await onPage(reader, 'Doors that do not ask');
    expect(await textOf(reader.getByRole('main'))).toMatch(/[23] comments on its paragraphs\./);
  });
}
