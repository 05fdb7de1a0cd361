import { expect } from 'vitest';
import { accessible, onPage, signIn, textOf, type Demo } from './journey.ts';
import { lakeForum } from '#test/world/lake-forum.ts';

const hidden = lakeForum.statements.filter(
  ({ onRecord, ruling }) => onRecord === false || ruling?.decision === 'not_relevant',
);

/** The Chair's office sees what the public does not, and the public does not see it anywhere. */
export function theChairsOffice({ story, once }: Demo): void {
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

  once(
    'a visitor finds no hidden word on any page, and no link that leads nowhere',
    async (_, { address: origin }) => {
      expect(hidden.length).toBeGreaterThan(3);
      const words = hidden.flatMap(({ body }) => piecesOf(body));
      expect(words.length).toBeGreaterThan(5);
      const pages = await everyPage(origin);
      expect(pages.size).toBeGreaterThan(180);
      for (const [address, text] of pages)
        expect(
          words.filter((some) => text.includes(some)),
          address,
        ).toEqual([]);
      for (const some of words) {
        const found = await fetch(`${origin}/lake-forum/search?q=${encodeURIComponent(`"${some}"`)}`);
        expect(await found.text(), some).toContain('Nobody said');
      }
    },
    { timeout: 180_000 },
  );
}

/** Runs of words without a mark in them, long enough to belong to one statement alone. */
function piecesOf(body: string): string[] {
  return body
    .split(/[^\p{L}\p{N} ]+/u)
    .map((piece) => piece.trim())
    .filter((piece) => piece.length > 22);
}

/** Follows every link of the forum from its front page, and fetches the data behind each page as well. */
async function everyPage(origin: string): Promise<Map<string, string>> {
  const texts = new Map<string, string>();
  const known = new Set(['/lake-forum', '/receipts', '/sign-in', '/import']);
  const kinds = new Set<string>();
  async function visit(address: string): Promise<void> {
    const answer = await fetch(origin + address, { headers: { accept: 'text/html' } });
    expect(answer.status, address).toBe(address === '/import' ? 403 : 200);
    const html = await answer.text();
    texts.set(address, html);
    if (!answer.headers.get('content-type')?.startsWith('text/html')) return;
    const data = await fetch(origin + address.replace(/(\?|$)/, '/__data.json$1'));
    texts.set(`the data of ${address}`, await data.text());
    for (const [, found = ''] of html.matchAll(/<a [^>]*href="(\/[^"#]*)/g)) {
      const link = found.replaceAll('&amp;', '&');
      // Who is asked to sign in comes back, and a reply is the same page with its form filled in.
      if (/^\/(sign-in\?.*)?$|[?&]reply=/.test(link)) continue;
      // Of files that take seconds to set, one of each kind: what is in them has tests of its own.
      const [, kind] = /\/(\w+\.(?:pdf|docx|zip))$/.exec(link) ?? [];
      if (kind && kinds.has(kind)) continue;
      if (kind) kinds.add(kind);
      known.add(link);
    }
  }
  for (let seen = 0; seen < known.size;) {
    const some = [...known].slice(seen, seen + 6);
    seen += some.length;
    await Promise.all(some.map(visit));
  }
  return texts;
}
