import type { ServerResponse } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { openKeptPages, type Asked, type KeptPages } from './page-cache.ts';

const sequence = 100;

const ask = (url: string, headers: Record<string, string> = {}, method = 'GET'): Asked => ({
  method,
  url,
  headers: { host: 'localhost:3000', 'x-forwarded-proto': 'http', ...headers },
});
const page = (text: string, headers: Record<string, string> = {}, status = 200) => ({
  response: new Response('', { status, headers: { 'content-type': 'text/html', ...headers } }),
  bytes: Buffer.from(text),
});

/** What the server writes for a request it has kept a page for; null where it has none. */
async function given(pages: KeptPages, asked: Asked, at = sequence) {
  const headers = new Map<string, string>();
  const written = Promise.withResolvers<Buffer | null>();
  const response = {
    statusCode: 0,
    setHeader: (name: string, value: string) => headers.set(name, value),
    end: (body: Buffer | null) => written.resolve(body),
  };
  if (!pages.answer(asked, response as unknown as ServerResponse, at)) return null;
  const body = await written.promise;
  return { status: response.statusCode, headers, body, text: String(body) };
}

/** What a first reader leaves behind: asks, finds nothing, and keeps what is rendered. */
async function read(
  pages: KeptPages,
  asked: Asked,
  { response, bytes }: ReturnType<typeof page>,
  at = sequence,
): Promise<Response | null> {
  expect(await given(pages, asked, at)).toBeNull();
  return pages.keep(asked, at, response, bytes);
}

test('a page is kept until the record moves on, and not a moment longer', async () => {
  const pages = openKeptPages();
  const asked = ask('/lake-forum');
  expect(await (await read(pages, asked, page('twelve statements')))!.text()).toBe('twelve statements');
  expect(await given(pages, asked)).toMatchObject({ status: 200, text: 'twelve statements' });
  expect(await given(pages, asked, sequence + 1)).toBeNull();
  expect(await given(pages, asked)).toBeNull();
});

test('a page rendered while the record moved on is not kept', async () => {
  const pages = openKeptPages();
  const asked = ask('/lake-forum');
  expect(await given(pages, asked)).toBeNull();
  expect(await given(pages, ask('/elsewhere'), sequence + 1)).toBeNull();
  const { response, bytes } = page('of yesterday');
  expect(pages.keep(asked, sequence, response, bytes)).toBeNull();
  expect(await given(pages, asked, sequence + 1)).toBeNull();
});

test('while nobody can tell how far the record is, nothing is kept', async () => {
  const pages = openKeptPages();
  expect(await read(pages, ask('/lake-forum'), page('one'), NaN)).toBeNull();
  expect(await given(pages, ask('/lake-forum'), NaN)).toBeNull();
});

test('another theme, address, query or name of the server is another page', async () => {
  const pages = openKeptPages();
  await read(pages, ask('/lake-forum?q=a'), page('one'));
  expect(await given(pages, ask('/lake-forum?q=a', { cookie: 'a=b; theme=dark' }))).toBeNull();
  expect(await given(pages, ask('/lake-forum?q=a', { host: 'elsewhere' }))).toBeNull();
  expect(await given(pages, ask('/lake-forum?q=a', { 'x-forwarded-proto': 'https' }))).toBeNull();
  expect(await given(pages, ask('/lake-forum?q=b'))).toBeNull();
  expect(await given(pages, ask('/lake-forum?q=a', { cookie: 'theme=unknown' }))).not.toBeNull();
});

test('whoever shows a sign of having signed in is given no page of everyone’s, and leaves none', async () => {
  const pages = openKeptPages();
  const signedIn = { cookie: 'theme=dark; rapporteur.session_token=x' };
  expect(await read(pages, ask('/lake-forum', signedIn), page('yours'))).toBeNull();
  await read(pages, ask('/lake-forum'), page('everyone’s'));
  expect(await given(pages, ask('/lake-forum', signedIn))).toBeNull();
});

test('only pages that were found are kept: no refusal, no redirect, no file, nothing that sets a cookie or was posted', async () => {
  const pages = openKeptPages();
  const asked = ask('/lake-forum');
  expect(await read(pages, asked, page('gone', {}, 404))).toBeNull();
  expect(await read(pages, asked, page('', { location: '/' }, 303))).toBeNull();
  expect(await read(pages, asked, page('{}', { 'content-type': 'application/json' }))).toBeNull();
  expect(await read(pages, asked, page('hello', { 'set-cookie': 'theme=dark' }))).toBeNull();
  expect(await read(pages, asked, page('for this machine', { 'cache-control': 'private, no-store' }))).toBeNull();
  expect(await read(pages, ask('/lake-forum', {}, 'POST'), page('posted'))).toBeNull();
  expect(await given(pages, asked)).toBeNull();
});

test('it is handed out as small as the browser can read', async () => {
  const pages = openKeptPages();
  const long = 'words '.repeat(500);
  await read(pages, ask('/long'), page(long));
  const as = async (encoding: string) => {
    const { headers, body } = (await given(pages, ask('/long', { 'accept-encoding': encoding })))!;
    return [headers.get('content-encoding'), body!] as const;
  };
  const [br, brotli] = await as('gzip, deflate, br');
  expect([br, brotliDecompressSync(brotli).toString()]).toEqual(['br', long]);
  const [gz, zipped] = await as('gzip;q=0.8, br;q=0');
  expect([gz, gunzipSync(zipped).toString()]).toEqual(['gzip', long]);
  expect(await as('')).toEqual([undefined, Buffer.from(long)]);
});

test('who comes first does not wait for the smallest form, and who comes later is given it', async () => {
  const pages = openKeptPages();
  const words = Array.from({ length: 4000 }, (_, n) => ((n * 7919) % 613).toString(36)).join(' ');
  const asked = ask('/long', { 'accept-encoding': 'br' });
  const first = await read(pages, asked, page(words));
  const length = (await first!.arrayBuffer()).byteLength;
  const etag = first!.headers.get('etag')!;
  await expect.poll(async () => (await given(pages, asked))!.body!.length).toBeLessThan(length);
  const later = (await given(pages, asked))!;
  expect(brotliDecompressSync(later.body!).toString()).toBe(words);
  expect(later.headers.get('etag')).toBe(etag);
  expect(etag).toMatch(/^W\//);
});

test('a browser that has the page is told so, and one that has another is given it', async () => {
  const pages = openKeptPages();
  const asked = ask('/lake-forum');
  const etag = (await read(pages, asked, page('one')))!.headers.get('etag')!;
  const again = (known: string) => given(pages, ask('/lake-forum', { 'if-none-match': known }));
  expect(await again(etag)).toMatchObject({ status: 304, body: null });
  expect(await again(`"other", ${etag.replace('W/', '')}`)).toMatchObject({ status: 304 });
  expect(await again('"other"')).toMatchObject({ status: 200 });
  const later = sequence + 1;
  expect((await read(pages, asked, page('two'), later))!.headers.get('etag')).not.toBe(etag);
});

test('the headers that keep a page safe are kept with it, and the route that it is counted under', async () => {
  const pages = openKeptPages();
  const first = { ...ask('/safe'), route: '/[edition]' };
  await read(pages, first, page('one', { 'content-security-policy': "default-src 'self'" }));
  const next: Asked = ask('/safe');
  const { headers } = (await given(pages, next))!;
  expect(headers.get('content-security-policy')).toBe("default-src 'self'");
  expect(headers.get('vary')).toBe('accept-encoding, cookie');
  expect(next.route).toBe('/[edition]');
});
