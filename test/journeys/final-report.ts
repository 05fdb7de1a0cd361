import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { accessible, onPage, signIn, textOf, type Demo } from './journey.ts';

const report = '/lake-forum/rt/2.1/report';

/** Two corrections are decided, a report is signed and becomes final; no mouse is touched. */
export function aFinalReport({ once }: Demo): void {
  once(
    'a report becomes final after two corrections, by keyboard alone',
    async (page, { someoneElse }) => {
      const delegate = await someoneElse();
      await signIn(delegate, 'Marisol Choc', `${report}/lines/guatemala`);
      await onPage(delegate, /lines of this report concern Guatemala/);
      const missing = delegate.getByRole('region', { name: 'We said this, and it is missing' });
      await write(delegate, missing.getByLabel('The sentence that is missing'), 'Guatemala proposed to find out first who does not come, and why.'); // prettier-ignore
      await press(delegate, missing.getByRole('button', { name: 'Ask for this' }));
      await delegate.getByText('Guatemala proposed to find out first').first().waitFor();

      await signIn(page, 'Leila Haddad', '/lake-forum/desk/corrections');
      await onPage(page, '2 corrections await a decision');
      expect(await textOf(page.getByRole('main'))).toContain('What the sentence rests on');
      await press(page, page.getByRole('button', { name: 'Accept' }).first());
      await page.getByRole('heading', { level: 1, name: 'One correction awaits a decision' }).waitFor();
      await press(page, page.getByRole('button', { name: 'Accept' }).first());
      await page.getByRole('heading', { level: 1, name: /^No correction/ }).waitFor();

      await delegate.reload();
      expect(await textOf(delegate.getByRole('main'))).toMatch(/Accepted .* by Leila Haddad/);
      await page.goto(report);
      await press(page, page.getByRole('button', { name: 'Sign as rapporteur' }));
      await page.getByText(/Leila Haddad, Rapporteur, /).waitFor();
      expect(await textOf(page.getByRole('main'))).toContain('The signature of Wanjiru Kamau is missing.');

      const coChair = await someoneElse();
      await signIn(coChair, 'Wanjiru Kamau', report);
      await press(coChair, coChair.getByRole('button', { name: 'Sign as co-chair' }));
      await coChair.getByText(/Wanjiru Kamau, Co-chair, /).waitFor();
      await page.reload();
      await press(page, page.getByRole('button', { name: 'Make final' }));
      await page.getByRole('heading', { name: 'This report is final' }).waitFor();
      await accessible(page);
      await page.goto(`${report}/versions`);
      await onPage(page, /versions are kept$/);
      await press(page, page.getByRole('button', { name: 'Show what changed' }));
      // Against what was circulated last: what was asked for, and nothing else.
      await onPage(page, /^2 sentences changed from version/);
    },
    { timeout: 120_000 },
  );
}

/** Goes there by the tabulator key, and presses Enter. */
async function press(page: Page, target: Locator): Promise<void> {
  await reach(page, target);
  await page.keyboard.press('Enter');
}

async function write(page: Page, target: Locator, words: string): Promise<void> {
  await reach(page, target);
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
