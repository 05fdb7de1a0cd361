import { expect } from 'vitest';
import { accessible, onPage, signIn, textOf, type Demo } from './journey.ts';

const list = { name: 'hours.csv', mimeType: 'text/csv', buffer: Buffer.from('city;hours\nMiremba;20:00-06:00\n') };

/** Amina Yusuf reads what is new, answers a passage of it with a file, and corrects herself; a reader follows. */
export function theThread({ story }: Demo): void {
  story('a delegate reads what is new, quotes, attaches and revises', async (page, { hasScript, someoneElse }) => {
    await signIn(page, 'Amina Yusuf', '/lake-forum/rt/3.1');
    await onPage(page, 'Health and justice without fear');
    const thread = page.getByRole('region', { name: /statements/ });
    if (hasScript) {
      const before = await newIn(await textOf(thread.getByRole('heading', { level: 2 })));
      await page.getByRole('button', { name: 'Mark 2 as read' }).click();
      await expect.poll(async () => newIn(await textOf(thread.getByRole('heading', { level: 2 })))).toBe(before - 1);
      await page.getByRole('button', { name: 'Mark all up to 20 as read' }).click();
      await page.getByRole('link', { name: 'By question' }).click();
      await page.getByRole('heading', { level: 3, name: 'On question 1' }).waitFor();
    } else {
      // The same person, on another device: what was read there is read here.
      expect(await page.getByRole('button', { name: 'Mark 20 as read' }).count()).toBe(0);
      expect(await page.getByRole('button', { name: /^Mark 2\d as read$/ }).count()).toBeGreaterThan(0);
    }

    const source = page.getByRole('article').filter({ hasText: 'Adjuntamos una lista' });
    await source.getByRole('link', { name: 'Reply', exact: true }).click();
    await onPage(page, 'Add your comment');
    expect(await textOf(page.getByRole('main'))).toContain('Adjuntamos una lista de teléfonos consulares');
    const words = `Our counter keeps ${hasScript ? 'eleven' : 'twelve'} of these hours.`;
    await page.getByRole('textbox', { name: 'Quote a passage' }).fill('we attach nothing');
    await page.getByRole('textbox', { name: 'Your comment' }).fill(words);
    await page.getByRole('button', { name: 'Submit and get a receipt' }).click();
    expect(await textOf(page.getByRole('alert'))).toContain('These words are not in statement');
    expect(await page.getByRole('textbox', { name: 'Your comment' }).inputValue()).toBe(words);
    await page.getByRole('textbox', { name: 'Quote a passage' }).fill('una lista de teléfonos consulares');
    await page.getByLabel('Attach files').setInputFiles({ ...list, name: 'hours.pdf' });
    await page.getByRole('button', { name: 'Submit and get a receipt' }).click();
    expect(await textOf(page.getByRole('alert'))).toContain('its contents are those of a txt file');
    await accessible(page);
    await page.getByLabel('Attach files').setInputFiles(list);
    await page.getByRole('button', { name: 'Submit and get a receipt' }).click();
    await onPage(page, /^[0-9A-Z-]{14}$/);
    expect(await textOf(page.getByRole('main'))).toContain('hours.csv');

    await page.getByLabel('Your new words').fill(words.replace('hours', 'hours, by telephone'));
    await page.getByRole('button', { name: 'Add this revision' }).click();
    await page.getByText('first version gives this fingerprint').waitFor();
    await page.getByRole('link', { name: 'Permanent link' }).click();
    await onPage(page, /^Statement \d+$/);

    const reader = await someoneElse();
    await reader.goto(new URL(page.url()).pathname);
    await onPage(reader, /^Statement \d+$/);
    const shown = reader.getByRole('article').first();
    expect(await textOf(shown)).toContain('una lista de teléfonos consulares');
    expect(await textOf(reader.getByRole('insertion'))).toContain(', by telephone');
    const file = await reader.request.get((await shown.getByRole('link', { name: 'hours.csv' }).getAttribute('href'))!);
    expect(await file.text()).toBe(String(list.buffer));
    expect(file.headers()).toMatchObject({
      'content-type': 'text/csv; charset=utf-8',
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
    });
    expect(file.headers()['content-disposition']).toMatch(/^attachment;/);
  });
}

function newIn(heading: string): number {
  return Number(/(\d+) new$/.exec(heading)?.[1] ?? 0);
}
