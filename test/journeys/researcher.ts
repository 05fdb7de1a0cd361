import { expect } from 'vitest';
import { accessible, onPage, textOf, type Demo } from './journey.ts';

/** Someone who quotes the forum years later: searches in two languages, follows the record, keeps an address. */
export function aResearcher({ story }: Demo): void {
  story('a researcher searches, cites and reads the record', async (page) => {
    await page.goto('/');
    await page.getByRole('link', { name: 'Search' }).click();
    await onPage(page, 'Search');
    const box = page.getByRole('searchbox', { name: 'Search what was said' });
    const search = async (words: string, found: RegExp) => {
      await box.fill(words);
      await page.getByRole('button', { name: 'Search' }).click();
      await page.getByRole('heading', { level: 2, name: found }).waitFor();
      expect(await box.inputValue()).toBe(words);
    };
    await search('cities', /^1\d statements, best match first$/);
    expect(await textOf(page.getByRole('article', { name: 'Statement 2.1/6' }))).toContain('write “city”');
    await search('<b>mañana</b> & "zzz', /^Nobody said “<b>mañana<\/b> & "zzz” on the record$/);
    await accessible(page);
    await search('ventanillas', /best match first$/);
    const found = page.getByRole('article', { name: 'Statement 2.1/36' });
    expect(await textOf(found)).toContain('In Spanish');
    await accessible(page);
    await found.getByRole('link', { name: '2.1/36' }).click();
    await onPage(page, 'Statement 36');

    const address = page.url();
    await page.getByRole('link', { name: 'Statements' }).click();
    await onPage(page, 'Cities as first hosts');
    const own = page.getByRole('article', { name: 'Statement 36', exact: true });
    expect(new URL(page.url()).hash).toBe('#s36');
    await own.getByRole('link', { name: 'Permanent link' }).click();
    await page.getByRole('heading', { level: 1, name: 'Statement 36' }).waitFor();
    expect(page.url()).toBe(address);

    await page.getByRole('link', { name: 'Record', exact: true }).click();
    await onPage(page, 'The record');
    const newest = await textOf(page.getByRole('table'));
    await page.getByRole('link', { name: 'Older lines' }).click();
    await page.getByRole('link', { name: 'Back to the newest lines' }).waitFor();
    const older = page.url();
    const lines = await textOf(page.getByRole('table'));
    expect(lines).not.toBe(newest);
    await page.getByLabel('Lines of').selectOption({ label: 'RT 2.1 Cities as first hosts' });
    await page.getByRole('button', { name: 'Show' }).click();
    await page.waitForURL((url) => url.href !== older);
    expect(await textOf(page.getByRole('table'))).not.toContain('3.1');
    await page.goto(older);
    expect(await textOf(page.getByRole('table'))).toBe(lines);

    for (const nothing of [
      '/lake-forum/rt/9.9',
      '/lake-forum/rt/2.1/statements/999',
      '/nowhere',
      '/receipts/AAAA-AAAA-AAAA',
    ]) {
      expect((await page.goto(nothing))!.status(), nothing).toBe(404);
      await onPage(page, 'Nothing here');
    }
    await page.goto('/lake-forum/rt/9.9');
    await page.getByRole('link', { name: 'To the programme' }).click();
    await onPage(page, 'Lake Forum on Migration and Development');
  });
}
