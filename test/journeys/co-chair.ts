import { expect } from 'vitest';
import { onPage, signIn, textOf, type Demo } from './journey.ts';

/** A co-chair sees what awaits the Chair and decides nothing of it, and reads the thread as it stands. */
export function aCoChair({ story }: Demo): void {
  story('a co-chair follows the consultation', async (page) => {
    await signIn(page, 'Wanjiru Kamau', '/lake-forum/rt/2.1');
    await onPage(page, 'Cities as first hosts');
    await page.getByRole('link', { name: 'Desk', exact: true }).click();
    await onPage(page, /await/);
    await page.goto('/lake-forum/desk/rulings');
    await onPage(page, /await/);
    const queue = page.getByRole('main');
    expect(await textOf(queue)).toContain('The Chair’s office rules; you see what it has still to decide.');
    expect(await queue.getByRole('button', { name: 'Give this ruling' }).count()).toBe(0);
    expect(await queue.getByText('Set aside as spam or abuse').count()).toBe(0);
    expect((await page.request.get('/lake-forum/desk/rulings/appeals')).status()).toBe(404);
    await page.goto('/lake-forum/rt/2.1/rulings');
    await onPage(page, /ruling/i);
  });
}
