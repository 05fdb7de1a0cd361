import { expect } from 'vitest';
import { accessible, onPage, signIn, textOf, type Demo } from './journey.ts';

/** The Chair's office sees what the public does not, and the public does not see it anywhere. */
export function theChairsOffice({ story }: Demo): void {
  story('the Chair’s office sees what was said off the record', async (page, { someoneElse }) => {
    await signIn(page, 'Grace Nakato', '/lake-forum/rt/2.1');
    await onPage(page, 'Cities as first hosts');
    const line = page.getByRole('article', { name: 'Statement 44' });
    expect(await textOf(line)).toContain('over coffee');
    expect(await textOf(line)).toContain('Off the record');
    await line.getByRole('link', { name: 'Permanent link' }).click();
    await onPage(page, 'Statement 44');
    await page.goto('/lake-forum/rt/3.1');
    const out = page.getByRole('article', { name: 'Statement 20' });
    expect(await textOf(out)).toContain('Our depots have a new loading system');
    expect(await textOf(out)).toContain('Not relevant');
    await page.goto('/lake-forum/record');
    await accessible(page);

    const visitor = await someoneElse();
    await visitor.goto('/lake-forum/rt/3.1');
    const seen = await textOf(visitor.getByRole('article', { name: 'Statement 20' }));
    expect(seen).toContain('Ruled not relevant. The words are kept, and shown to their author and the Chair.');
    expect(seen).toContain('Reason C, An offer or advertisement');
    expect(seen).not.toContain('depots');
    await visitor.goto('/lake-forum/rt/2.1');
    expect(await visitor.getByRole('article', { name: 'Statement 44' }).count()).toBe(0);
    expect((await visitor.goto('/lake-forum/rt/2.1/statements/44'))!.status()).toBe(404);
    await onPage(visitor, 'Nothing here');
  });
}
