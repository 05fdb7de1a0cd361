import { expect } from 'vitest';
import { accessible, onPage, signIn, textOf, type Demo } from './journey.ts';

const desk = '/lake-forum/desk/floor/3.2';
const floor = '/lake-forum/rt/3.2/floor';

/** A co-chair leads the meeting, a delegate follows it on a phone, and the room reads who speaks. */
export function theFloor({ story }: Demo): void {
  story('a co-chair gives the floor; a delegate’s phone and the room display follow', async (page, telling) => {
    const { hasScript, someoneElse } = telling;
    const phone = await someoneElse();
    await phone.setViewportSize({ width: 390, height: 844 });
    await signIn(phone, 'Amina Yusuf', floor);
    // A page without script refreshes itself, which the checker minds; its markup is the same.
    if (hasScript) await accessible(phone);
    const room = await someoneElse();
    await room.goto(`${floor}/screen`);
    if (hasScript) await accessible(room);
    await signIn(page, 'Wanjiru Kamau', desk);
    await accessible(page);
    const speaker = async () => textOf(page.getByRole('heading', { level: 1 }));
    const seen = async (other: typeof page) => {
      if (!hasScript) await other.reload();
      return textOf(other.getByRole('main'));
    };

    // With script by keyboard, without it by the button underneath.
    const give = page.getByRole('button', { name: /^Give the floor to/ });
    const next = (await textOf(give)).replace(/^Give the floor to /, '').replace(/ ?Enter$/, '');
    if (hasScript) await page.keyboard.press('Enter');
    else await give.click();
    await expect.poll(speaker).toBe(next);
    await expect.poll(() => seen(room)).toContain(`Has the floor ${next}`);
    await expect.poll(() => seen(phone)).toContain(`Now ${next}`);
    // Said aloud to whoever does not look.
    if (hasScript) await expect.poll(() => textOf(phone.getByRole('status').last())).toBe('You are next.');
    if (hasScript) await expect.poll(() => textOf(room.getByRole('status').last())).toBe(`Has the floor: ${next}`);
    if (hasScript) await page.keyboard.press('+');
    else await page.getByRole('button', { name: 'Add a minute' }).click();
    await expect.poll(() => textOf(page.getByRole('main'))).toContain('Left of 4 minutes');

    // Amina gives up her place and takes it back; then her speech goes into writing.
    if (hasScript) {
      await phone.getByRole('button', { name: 'Give up my place' }).click();
      await phone.getByRole('button', { name: 'Take my place back' }).click();
      await onPage(phone, /^\d(st|nd|rd|th)$/);
    }

    // Somebody is moved, for a reason that everyone it concerns is shown.
    const row = page
      .getByRole('row')
      .filter({ hasText: hasScript ? 'Australia' : 'European Union' })
      .filter({ hasText: 'Move' });
    await row.getByText('Move', { exact: true }).first().click();
    await row.getByLabel('To place').fill('1');
    const ground = hasScript ? 'Their aeroplane leaves' : 'Their minister must leave';
    await row.getByLabel('Ground').fill(ground);
    await row.getByRole('button', { name: 'Move' }).click();
    await expect.poll(() => textOf(page.getByRole('main'))).toContain(ground);
    await phone.reload();
    expect(await textOf(phone.getByRole('main'))).toContain(ground);

    // What cannot be done stays in reach, with its reason beside it.
    await page.getByRole('button', { name: 'End the speech' }).click();
    await expect.poll(() => textOf(page.getByRole('main'))).toContain('Nobody has the floor: no clock is running.');
    expect(await page.getByRole('button', { name: 'Add a minute' }).getAttribute('aria-disabled')).toBe('true');
    await accessible(page);
  });
}
