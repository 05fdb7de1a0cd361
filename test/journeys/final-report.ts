import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { accessible, onPage, signIn, textOf, type Demo } from './journey.ts';

const report = '/lake-forum/rt/3.2/report';
const waits = { name: 'One report waits for your next step' };

/** From the adjourned roundtable to the final report, with two corrections; no mouse is touched. */
export function aFinalReport({ once }: Demo): void {
  once(
    'an adjourned roundtable has its final report after two corrections, by keyboard alone',
    async (page, { someoneElse }) => {
      const coChair = await someoneElse();
      await signIn(coChair, 'Wanjiru Kamau', '/lake-forum/desk/floor/3.2');
      await press(coChair, coChair.getByText('The meeting', { exact: true }).last());
      await write(coChair, coChair.getByLabel('Ground').last(), 'The hour is over');
      await press(coChair, coChair.getByRole('button', { name: 'Adjourn the meeting' }));
      await coChair.getByText('The meeting is adjourned.').first().waitFor();

      // The rapporteur drafts, and settles what the checks found.
      await signIn(page, 'Leila Haddad', '/lake-forum/desk');
      await press(page, page.getByRole('link', waits));
      await press(page, page.getByRole('link', { name: 'Families across borders' }));
      await press(page, page.getByRole('link', { name: 'Draft the report' }));
      await press(page, page.getByRole('button', { name: 'Draft the report' }));
      await onPage(page, 'Families across borders: record of the roundtable');
      expect(await textOf(page.getByRole('main'))).toContain('“next year” means another day to every later reader');
      await press(page, page.getByRole('link', { name: 'Rapporteur’s desk' }));
      await page.getByRole('link', { name: 'One finding' }).waitFor();
      await page.keyboard.press('g');
      await page.keyboard.press('Enter');
      await write(page, page.getByRole('textbox', { name: 'Sentence 3b' }), 'It committed to ten family rooms.');
      await page.keyboard.press('Enter');
      await page.getByRole('link', { name: 'Nothing found' }).waitFor();
      await pointsAndIssues(page);
      await press(page, page.getByRole('link', { name: 'RT 3.2 Families across borders' }));
      await press(page, page.getByRole('button', { name: 'Hand to the co-chairs' }));
      await page.getByRole('heading', { name: 'The co-chairs have this report' }).waitFor();

      await coChair.goto('/lake-forum/desk');
      await press(coChair, coChair.getByRole('link', waits));
      await press(coChair, coChair.getByRole('link', { name: 'Read it and take the next step' }).last());
      await reach(coChair, coChair.getByLabel('Corrections until'));
      for (const part of ['01', '15', '2031', 'ArrowRight', '06', '00', 'PM']) {
        if (part === 'ArrowRight') await coChair.keyboard.press(part);
        else await coChair.keyboard.type(part);
      }
      await press(coChair, coChair.getByRole('button', { name: 'Circulate for corrections' }));
      await coChair.getByText('Correction window open until Wed 15 January 2031, 18:00 EAT.').waitFor();

      // Nobody of Portugal has an account: the support unit hands over a link.
      const unit = await someoneElse();
      await signIn(unit, 'Jonas Keller', report);
      expect(await textOf(unit.getByRole('main'))).toContain('2 get no letter (Philippines, Portugal)');
      await press(unit, unit.getByRole('link', { name: 'Reach them by a link' }));
      await onPage(unit, '2 delegations with lines in this report get no letter');
      const unreached = unit.getByRole('region', { name: /^Portugal gets no letter/ });
      await write(unit, unreached.getByLabel('Who looks through the lines for Portugal'), 'Inês Duarte');
      await write(unit, unreached.getByLabel('E-mail'), 'ines.duarte@portugal.example');
      await press(unit, unreached.getByRole('button', { name: 'Make a link' }));
      await unreached.getByText('Hand this link to Inês Duarte').waitFor();
      const [link] = /http\S+/.exec(await textOf(unreached))!;

      const portugal = await someoneElse();
      await portugal.goto(new URL(link).pathname + new URL(link).search);
      await write(portugal, portugal.getByLabel('New password'), 'two working days');
      await write(portugal, portugal.getByLabel('The same once more'), 'two working days');
      await press(portugal, portugal.getByRole('button', { name: 'Accept the invitation' }));
      await onPage(portugal, /lines of this report concern Portugal$/);
      await ask(portugal, '4c', 'It proposed a guardian within two working days.', 'As in our written statement.');
      const guatemala = await someoneElse();
      await signIn(guatemala, 'Marisol Choc', `${report}/lines/guatemala`);
      await ask(guatemala, '6a', 'Guatemala demanded a place at school from the first day.', '');

      await page.goto(report);
      await press(page, page.getByRole('link', { name: 'Decide on 2 corrections' }));
      const ofPortugal = page.getByRole('region', { name: 'Portugal asks that 4c read otherwise' });
      await ofPortugal.waitFor();
      await accessible(page);
      expect(await textOf(ofPortugal)).toContain('What the sentence rests on');
      await press(page, ofPortugal.getByRole('button', { name: 'Accept' }));
      await ofPortugal.waitFor({ state: 'detached' });
      const ofGuatemala = page.getByRole('region', { name: 'Guatemala asks that 6a read otherwise' });
      await press(page, ofGuatemala.getByRole('button', { name: 'Decline' }));
      await ofGuatemala.getByText('Say why').first().waitFor();
      await write(page, ofGuatemala.getByLabel('Your words'), 'It was noted as a proposal, from the first week.');
      await press(page, ofGuatemala.getByRole('button', { name: 'Decline' }));
      await ofGuatemala.waitFor({ state: 'detached' });
      await guatemala.reload();
      expect(await textOf(guatemala.getByRole('main'))).toMatch(/Declined .* by Leila Haddad.*from the first week/);

      await page.goto(report);
      await press(page, page.getByRole('button', { name: 'Sign as rapporteur' }));
      await page.getByText(/Leila Haddad, Rapporteur, /).waitFor();
      expect(await textOf(page.getByRole('main'))).toContain('The signature of Wanjiru Kamau is missing.');
      await coChair.reload();
      await press(coChair, coChair.getByRole('button', { name: 'Sign as co-chair' }));
      await coChair.getByText(/Wanjiru Kamau, Co-chair, /).waitFor();
      await page.reload();
      await press(page, page.getByRole('button', { name: 'Make final' }));
      await page.getByRole('heading', { name: 'This report is final' }).waitFor();
      await accessible(page);
      expect(await textOf(page.getByRole('main'))).toContain('It proposed a guardian within two working days.');
      await press(page, page.getByRole('link', { name: 'Versions and what changed' }));
      await onPage(page, '2 versions are kept');
      await press(page, page.getByRole('button', { name: 'Show what changed' }));
      // Against what was circulated: what was asked for and accepted, and nothing else.
      await onPage(page, /^One sentence changed from version/);
    },
    { timeout: 120_000 },
  );
}

/** In the middle pane, without leaving the desk: a point accepted, corrected, put under a new issue, and all of it undone. */
async function pointsAndIssues(page: Page): Promise<void> {
  const pane = page.getByRole('region', { name: 'Points and issues' });
  const says = (words: string) => pane.getByRole('status').getByText(words).waitFor();
  await page.keyboard.press('2');
  await page.keyboard.press('a');
  await says('Accepted.');
  await pane.getByText('accepted').first().waitFor();
  await page.keyboard.press('e');
  await write(page, pane.getByLabel('Your own short wording'), 'Family rooms');
  await page.keyboard.press('Enter');
  await says('Corrected.');
  await pane.getByText('Family rooms').first().waitFor();
  await page.keyboard.press('v');
  await write(page, pane.getByLabel('A new issue'), 'Rooms for families');
  await page.keyboard.press('Enter');
  await says('The issue is named.');
  await pane.getByText('Rooms for families', { exact: true }).waitFor();
  await accessible(page);
  // Words that are not the statement's are refused where one is, and what was typed stays.
  await page.keyboard.press('e');
  await write(page, pane.getByLabel('Words'), 'Words that nobody said');
  await press(page, pane.getByRole('button', { name: 'Correct it' }));
  await page.getByText('The statement has no such words: “Words that nobody said”.').waitFor();
  expect(await pane.getByLabel('Words').inputValue()).toBe('Words that nobody said');
  await page.keyboard.press('Escape');
  for (const words of ['Taken out of the issue.', 'Undone.', 'Undone.']) {
    await page.keyboard.press('z');
    await says(words);
  }
  await pane.getByRole('button', { name: 'Accept' }).waitFor();
  await page.keyboard.press('3');
}

async function ask(page: Page, place: string, words: string, reason: string): Promise<void> {
  await press(page, page.getByText(`Ask for other words ${place}`));
  const asking = page.getByRole('group').filter({ hasText: `Ask for other words ${place}` });
  await write(page, asking.getByLabel('How it should read'), words);
  await write(page, asking.getByLabel('Why'), reason);
  await press(page, asking.getByRole('button', { name: 'Ask for this' }));
  await page.getByText('It waits for the rapporteur.').waitFor();
}

/** Goes there by the tabulator key, and presses Enter. */
async function press(page: Page, target: Locator): Promise<void> {
  await reach(page, target);
  await page.keyboard.press('Enter');
}

/** Goes there, and types over what stands there. */
async function write(page: Page, target: Locator, words: string): Promise<void> {
  await reach(page, target);
  await page.keyboard.press('Control+a');
  await page.keyboard.type(words);
}

async function reach(page: Page, target: Locator): Promise<void> {
  await target.waitFor();
  for (let steps = 0; steps < 400; steps++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`The keyboard does not reach ${target}`);
}
