import { expect } from 'vitest';
import { onPage, signIn, textOf, type Demo } from './journey.ts';

/** Kenya reads what it said: it confirms one intervention and corrects another, and the support unit decides. */
export function aDelegationConfirms({ once }: Demo): void {
  once('a delegation confirms one intervention and corrects another', async (page, { someoneElse }) => {
    await signIn(page, 'Wanjiru Kamau', '/lake-forum/delegations/kenya/interventions');
    await onPage(page, /to confirm|confirmed/);
    const before = await page.getByRole('button', { name: 'This is what we said' }).count();
    expect(before).toBeGreaterThan(1);
    await page.getByRole('button', { name: 'This is what we said' }).first().click();
    await page
      .getByText(/confirmed by Wanjiru Kamau/)
      .first()
      .waitFor();
    expect(await page.getByRole('button', { name: 'This is what we said' }).count()).toBe(before - 1);

    const said = page.getByRole('region').filter({ has: page.getByRole('button', { name: 'This is what we said' }) }).first(); // prettier-ignore
    await said.getByText('Ask for a correction').click();
    const words = said.getByLabel('As it should read');
    const mark = 'by the end of May';
    await words.fill(`${await words.inputValue()} It said so ${mark}.`);
    await said.getByLabel('Why').fill('As in the recording.');
    await said.getByRole('button', { name: 'Ask for this correction' }).click();
    await page.getByText('Asked for, and waiting for a decision').waitFor();

    const unit = await someoneElse();
    await signIn(unit, 'Jonas Keller', '/lake-forum/desk/corrections');
    await onPage(unit, /corrections? awaits? a decision/);
    await unit.getByRole('button', { name: 'Decline' }).first().click();
    await unit.getByText('Say why it is declined').first().waitFor();
    await unit.getByRole('button', { name: 'Accept' }).first().click();
    await onPage(unit, 'One correction awaits a decision');
    await page.reload();
    await page
      .getByText(/Accepted by Jonas Keller/)
      .first()
      .waitFor();
    expect(await textOf(page.getByRole('main'))).toContain(mark);
  });
}
