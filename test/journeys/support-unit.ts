import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { accessible, onPage, signIn, textOf, type Demo } from './journey.ts';

/** The support unit imports documents: looks first, cancels, corrects, enters, and carries a report to its end. */
export function theSupportUnit({ story }: Demo): void {
  story('the support unit imports a report', async (page, { hasScript, someoneElse }) => {
    const number = hasScript ? 5 : 6;
    const herders = `${hasScript ? 'Lake' : 'Hill'} Valley Herders`;
    const visitor = await someoneElse();
    const refused = await visitor.goto('/import');
    expect(refused!.status()).toBe(403);
    await onPage(visitor, 'That is not allowed');
    expect(await textOf(visitor.getByRole('main'))).toContain('imported by the support unit and the Chair’s office.');

    await signIn(page, 'Jonas Keller');
    await page.getByRole('link', { name: 'Import a document' }).click();
    await onPage(page, 'Import a document');
    await read(page, 'story.txt', 'The river rose, and nobody said a word.');
    expect(await textOf(page.getByRole('alert'))).toContain('Nothing in story.txt was recognised');

    await read(page, 'water.txt', waterReport(number, herders));
    await onPage(page, 'A report on 2 roundtables');
    expect(await textOf(page.getByRole('main'))).toContain('Statements 6');
    await page.getByRole('link', { name: 'Cancel' }).click();
    await onPage(page, 'Import a document');
    expect((await visitor.goto(`/lake-forum/rt/${number}`))!.status()).toBe(404);

    await read(page, 'water.txt', waterReport(number, herders));
    const rt = page.getByRole('region', { name: 'Going home to water' });
    await rt.getByLabel('Number').fill(`${number}.4`);
    await rt.getByLabel('Title').fill('Home to clean water');
    await page.getByLabel(`What ${herders} is`).selectOption({ label: 'Register as civil society' });
    await page.getByRole('button', { name: 'Show it as corrected' }).click();
    await page.getByRole('heading', { name: 'Home to clean water' }).waitFor();
    const named = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: herders }) });
    expect(await textOf(named)).toContain('civil society, new on the register');
    await accessible(page);
    await page.getByRole('button', { name: 'Import it' }).click();
    await onPage(page, 'Water and Return');

    await page.getByRole('link', { name: 'Home to clean water' }).click();
    await onPage(page, 'Home to clean water');
    expect(await textOf(page.getByRole('article', { name: 'Statement 1' }))).toContain('Bangladesh stressed');
    await page.goto(`/lake-forum/rt/${number}.1/report`);
    await page.getByRole('button', { name: 'Draft the report' }).click();
    await onPage(page, 'Wells before walls: record of the roundtable');
    expect(await textOf(page.getByRole('main'))).toContain('All 4 statements are accounted for');
    await page.getByRole('link', { name: 'Sources of sentence 3a' }).first().click();
    await page.getByRole('link', { name: 'Read it in full' }).filter({ visible: true }).click();
    expect(await textOf(page.getByRole('article'))).toContain('Kenya and Uganda supported a shared fund');

    await page.goto('/import');
    await read(page, 'water.txt', waterReport(number, herders));
    expect(await textOf(page.getByRole('alert'))).toMatch(
      /This document was imported already.+ as RT \d of “Lake Forum/,
    );
    await accessible(page);
  });

  story('a report is not final while a statement has no line', async (page, { hasScript, someoneElse }) => {
    const number = hasScript ? 7 : 8;
    const report = `/lake-forum/rt/${number}.1/report`;
    await signIn(page, 'Jonas Keller', '/import');
    await read(page, 'shade.txt', announcement(number));
    await onPage(page, 'An announcement that asks for comments');
    await page.getByRole('button', { name: 'Import it' }).click();
    await onPage(page, 'Shade for everyone');

    const delegate = await someoneElse();
    await signIn(delegate, 'Marisol Choc', `/lake-forum/rt/${number}.1`);
    const comment = async (words: string) => {
      await delegate.goto(`/lake-forum/rt/${number}.1/comment`);
      await delegate.getByRole('textbox', { name: 'Your comment' }).fill(words);
      await delegate.getByRole('button', { name: 'Submit and get a receipt' }).click();
      await delegate.getByText('Your words have been received.').waitFor();
    };
    await comment('We propose that every bus stop has a tree.');
    await page.goto(report);
    await page.getByRole('button', { name: 'Draft the report' }).click();
    await page.getByRole('heading', { name: 'This report is a draft' }).waitFor();
    await page.getByRole('button', { name: 'Hand to the co-chairs' }).click();
    await page.getByLabel('Corrections until').fill('2031-01-15T18:00');
    await page.getByRole('button', { name: 'Circulate for corrections' }).click();
    await page.getByRole('heading', { name: 'Delegations can still correct this report' }).waitFor();
    await comment('We propose that the tree is watered.');

    await page.goto(report);
    await onPage(page, /^Shade on the way: record/);
    const final = page.getByRole('button', { name: 'Make final' });
    expect(await final.getAttribute('aria-disabled')).toBe('true');
    const why = `cannot become final: one statement has no line in the ledger (${number}.1/2). Cite it, or decide`;
    expect(await textOf(page.getByRole('main'))).toContain(why);
    await final.focus();
    await page.keyboard.press('Enter');
    expect(new URL(page.url()).pathname).toBe(report);

    await page.getByRole('button', { name: 'Return to the co-chairs' }).click();
    await page.getByRole('button', { name: 'Send back to the rapporteur' }).click();
    await page.getByRole('button', { name: 'Draft it again' }).click();
    await page.getByRole('heading', { name: 'All 2 statements are accounted for' }).waitFor();
    await page.getByRole('button', { name: 'Hand to the co-chairs' }).click();
    await page.getByLabel('Corrections until').fill('2031-01-15T18:00');
    await page.getByRole('button', { name: 'Circulate for corrections' }).click();
    await page.getByRole('button', { name: 'Make final' }).click();
    await page.getByRole('heading', { name: 'This report is final' }).waitFor();
    await accessible(page);
    await page.getByRole('button', { name: 'Open a corrigendum' }).waitFor();
  });
}

async function read(page: Page, name: string, text: string): Promise<void> {
  await page.getByLabel('The document').setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });
  await page.getByLabel('Edition').selectOption({ label: 'Lake Forum on Migration and Development' });
  await page.getByRole('button', { name: 'Read it' }).click();
}

const waterReport = (number: number, herders: string) => `Roundtable ${number} – Water and Return

Report by the General Rapporteur

Roundtable ${number}.1: Wells before walls

The Roundtable was co-chaired by Kenya and Portugal.

On the discussion, Zambia questioned who repairs a well when the project ends. Kenya and Uganda supported a shared fund for spare parts. Brazil proposed that every well carry the telephone number of its keeper. ${herders} asked that animals be counted too.

The main issues discussed were:

- Repair before building

Roundtable ${number}.2: Going home to water

The Roundtable was co-chaired by Canada and Senegal.

Bangladesh stressed that people return to where the water is clean. Germany called for one map of wells that work.
`;

const announcement = (number: number) => `RT ${number} - Shade for everyone

RT ${number}.1 Shade on the way

This roundtable explores where people on the move rest at noon.

Most maps show walls and no trees.

  • Who plants the first tree?

We invite you to submit comments / suggestions below
`;
