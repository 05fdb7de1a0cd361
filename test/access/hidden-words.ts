import { expect } from 'vitest';
import { lakeForum } from '#test/world/lake-forum.ts';

const hidden = lakeForum.statements.filter(
  ({ onRecord, ruling }) => onRecord === false || ruling?.decision === 'not_relevant',
);

/** A visitor to the demo forum finds no hidden word on any page, and no link that leads nowhere. */
export async function tellsAVisitorNothingHidden(origin: string): Promise<void> {
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
