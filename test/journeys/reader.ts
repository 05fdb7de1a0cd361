import { expect } from 'vitest';
import { accessible, onPage, textOf, type Demo } from './journey.ts';

/** Someone reads a report, and follows a sentence to the words it rests on and back. */
export function aReader({ story }: Demo): void {
  story('a reader traces a sentence to its words and back', async (page) => {
    await page.goto('/lake-forum/reports');
    await onPage(page, 'Reports');
    await page.getByRole('link', { name: 'Cities as first hosts: record of the roundtable' }).click();
    await onPage(page, 'Cities as first hosts: record of the roundtable');

    const words = page.getByText('¿cómo llegan las ciudades', { exact: false });
    const exact = page.getByText('cómo llegan a quienes evitan toda ventanilla', { exact: false }).first();
    expect(await words.count()).toBe(0);
    expect(await exact.isVisible()).toBe(false);
    await page.getByRole('link', { name: 'Sources of sentence 7a' }).first().click();
    await exact.waitFor();
    await accessible(page);
    await page.getByRole('link', { name: 'Back to sentence 7a' }).click();
    expect(new URL(page.url()).hash).toBe('#p7a');

    await page.getByRole('link', { name: 'Sources of sentence 7a' }).first().click();
    await page.getByRole('link', { name: 'Read it in full' }).filter({ visible: true }).click();
    await onPage(page, 'Statement 36');
    expect(await textOf(page.getByRole('article', { name: 'Statement 36' }))).toContain('Guatemala');
    await page.getByRole('link', { name: 'Report on RT 2.1, paragraph 7, sentence a' }).click();
    await page.getByRole('heading', { level: 1, name: 'Cities as first hosts: record of the roundtable' }).waitFor();
    expect(new URL(page.url()).hash).toBe('#p7a');
  });

  story('a reader checks the ledger, a quantifier and a delegation', async (page) => {
    await page.goto('/lake-forum/rt/2.1/report');
    const ledger = page.getByRole('region', { name: 'All 47 statements are accounted for' });
    expect(await textOf(ledger)).toContain('0 Open nobody has decided');
    await ledger.getByText('The ledger, line by line').click();
    const lines = ledger.getByRole('table').getByRole('row');
    const rows = await lines.allInnerTexts();
    expect(rows.filter((row) => /^\d+\t/.test(row))).toHaveLength(47);
    expect(rows.find((row) => row.startsWith('9\t'))).toContain('With statement 36');

    const rule = page.getByText('On this report’s scale, “Several” means', { exact: false });
    expect(await rule.isVisible()).toBe(false);
    await page.getByRole('link', { name: /^Several delegations/ }).click();
    await rule.waitFor();
    const drawer = page.getByRole('group').filter({ has: rule });
    expect(await textOf(drawer)).toContain('Several: 7 of the 31 delegations that took the floor.');
    expect(await drawer.getByRole('link').allInnerTexts()).toHaveLength(9);
    await accessible(page);
    await drawer.getByRole('link', { name: 'Brazil' }).click();
    await onPage(page, 'Brazil');
    expect(await textOf(page.getByRole('main'))).toContain(
      'Several delegations called for a service desk to be separated',
    );
  });
}
