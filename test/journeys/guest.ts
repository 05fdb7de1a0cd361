import { expect } from 'vitest';
import { accessible, onPage, textOf, type Demo } from './journey.ts';

/** Someone without an account says who they are by an e-mail address, and is held only until they have confirmed it. */
export function aGuest({ story }: Demo): void {
  story('a guest comments and confirms the address', async (page, { hasScript, someoneElse, console }) => {
    const words = `The night bus passes the clinic ${hasScript ? 'twice' : 'three times'} and stops nowhere near it.`;
    await page.goto('/lake-forum/rt/3.1/comment');
    await onPage(page, 'Add your comment');
    await page.getByRole('textbox', { name: 'Your comment' }).fill(words);
    await page.getByLabel('Your name').fill('Noor Haddad');
    await page.getByLabel('E-mail').fill('noor.haddad@post.example');
    await page.getByRole('button', { name: 'Submit and get a receipt' }).click();
    await onPage(page, /^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/);
    expect(await textOf(page.getByRole('main'))).toContain('Your words are held until it is known who wrote them.');
    const receipt = new URL(page.url()).pathname;
    // The code of the receipt is enough to go on: to say it better, and to add a file.
    const better = `${words.slice(0, -1)}, at night.`;
    await page.getByLabel('Your new words').fill(better);
    await page.getByRole('button', { name: 'Add this revision' }).click();
    await expect.poll(() => textOf(page.getByRole('main'))).toContain('Revision 2');
    const file = { name: 'bus.csv', mimeType: 'text/csv', buffer: Buffer.from('night, bus\n1, 2\n') };
    await page.getByLabel('Attach files').setInputFiles(file);
    await page.getByRole('button', { name: 'Attach', exact: true }).click();
    await page.getByRole('button', { name: 'Withdraw “bus.csv”' }).waitFor();

    const reader = await someoneElse();
    await reader.goto(await linkTo(words, console, reader.request));
    await onPage(reader, 'Confirm your comment');
    await reader.getByRole('button', { name: 'Yes, I wrote this' }).click();
    await reader.getByText('Your address is confirmed. Your comment has gone to the Chair.').waitFor();
    await accessible(reader);

    await page.goto(receipt);
    expect(await textOf(page.getByRole('main'))).not.toContain('Your words are held');
    await page.goto('/lake-forum/rt/3.1');
    const shown = page.getByRole('article').filter({ hasText: better });
    expect(await textOf(shown)).toContain('Noor Haddad');
    expect(await textOf(shown)).toContain('Address confirmed by its author');
  });
}

function linksIn(said: string): string[] {
  return [...said.matchAll(/\/confirm\/\S+/g)].map(([link]) => link);
}

interface Asking {
  get(address: string): Promise<{ text(): Promise<string> }>;
}

/** The link on the server's console whose page shows these words. */
async function linkTo(words: string, console: () => string, request: Asking): Promise<string> {
  let found: string | undefined;
  await expect
    .poll(
      async () => {
        for (const link of linksIn(console()))
          if ((await (await request.get(link)).text()).includes(words.slice(0, 40))) found = link;
        return found;
      },
      { timeout: 20_000, interval: 500 },
    )
    .toBeDefined();
  return found!;
}
