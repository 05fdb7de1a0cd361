import { expect } from 'vitest';
import { accessible, onPage, signIn, textOf, type Demo } from './journey.ts';

const report = '/lake-forum/rt/2.1/report';
const title = 'Cities as first hosts: record of the roundtable';

/** The rapporteur of RT 2.1 takes her report back to the co-chairs, and one of them circulates it once more. */
export function aRapporteur({ story }: Demo): void {
  story('a rapporteur and a co-chair move a report', async (page, { someoneElse }) => {
    await signIn(page, 'Leila Haddad', report);
    await onPage(page, title);
    const next = page.getByRole('region', { name: 'Delegations can still correct this report' });
    // Every statement has its line; what is missing is the signatures, and that is said before.
    expect(await textOf(page.getByRole('main'))).toContain('All 47 statements are accounted for');
    const final = next.getByRole('button', { name: 'Make final' });
    expect(await final.getAttribute('aria-disabled')).toBe('true');
    expect(await textOf(next)).toContain('The signature of Wanjiru Kamau is missing.');
    expect(await next.getByRole('button', { name: /^Draft/ }).count()).toBe(0);
    await next.getByRole('button', { name: 'Return to the co-chairs' }).click();
    await page.getByRole('heading', { name: 'The co-chairs have this report' }).waitFor();
    await accessible(page);

    const reader = await someoneElse();
    await reader.goto(report);
    await onPage(reader, 'No report of RT 2.1 yet');
    expect(await reader.content()).not.toContain('Kenya, as co-chair, recalled');
    expect(await reader.getByRole('button', { name: /Draft|final|Circulate/ }).count()).toBe(0);

    const coChair = await someoneElse();
    await signIn(coChair, 'Wanjiru Kamau', report);
    const closes = coChair.getByLabel('Corrections until');
    await closes.fill('2031-01-15T18:00');
    await coChair.getByRole('button', { name: 'Circulate for corrections' }).click();
    await coChair.getByText('Correction window open until Wed 15 January 2031, 18:00 EAT.').waitFor();
    await coChair.getByRole('link', { name: 'Check what Kenya said' }).click();
    await onPage(coChair, /lines? of this report concern/);
    await reader.goto(report);
    await reader.getByRole('heading', { level: 1, name: title }).waitFor();

    await page.goto('/lake-forum/rt/2.2/report');
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(await page.getByRole('button', { name: /Draft|final|co-chairs/ }).count(), 'of another roundtable').toBe(0);
  });
}
