import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { beforeEach, expect, test } from 'vitest';
import { cached, keep } from './page-cache.ts';

let sequence = 0;
beforeEach(() => void (sequence += 100));

const ask = (path: string, headers: Record<string, string> = {}, variant = 'en system', method = 'GET') => {
  const url = new URL(path, 'http://localhost:3000');
  return { url, variant, request: new Request(url, { headers, method }) };
};
const page = (text: string, headers: Record<string, string> = {}, status = 200) => ({
  response: new Response('', { status, headers: { 'content-type': 'text/html', ...headers } }),
  bytes: Buffer.from(text),
});

/** What a first reader leaves behind: asks, finds nothing, and keeps what is rendered. */
async function read(
  asked: ReturnType<typeof ask>,
  { response, bytes }: ReturnType<typeof page>,
  at = sequence,
): Promise<Response | null> {
  expect(await cached(asked, at)).toBeNull();
  return keep(asked, at, response, bytes);
}

test('a page is kept until the record moves on, and not a moment longer', async () => {
  const asked = ask('/lake-forum');
  expect(await (await read(asked, page('twelve statements')))!.text()).toBe('twelve statements');
  expect(await (await cached(asked, sequence))!.text()).toBe('twelve statements');
  expect(await cached(asked, sequence + 1)).toBeNull();
  expect(await cached(asked, sequence)).toBeNull();
});

test('a page rendered while the record moved on is not kept', async () => {
  const asked = ask('/lake-forum');
  expect(await cached(asked, sequence)).toBeNull();
  await cached(ask('/elsewhere'), sequence + 1);
  const { response, bytes } = page('of yesterday');
  expect(await keep(asked, sequence, response, bytes)).toBeNull();
  expect(await cached(asked, sequence + 1)).toBeNull();
});

test('another theme, language, address or query is another page', async () => {
  await read(ask('/lake-forum?q=a'), page('one'));
  expect(await cached(ask('/lake-forum?q=a', {}, 'en dark'), sequence)).toBeNull();
  expect(await cached(ask('/lake-forum?q=a', {}, 'fr system'), sequence)).toBeNull();
  expect(await cached(ask('/lake-forum?q=b'), sequence)).toBeNull();
  expect(await cached(ask('/lake-forum?q=a'), sequence)).not.toBeNull();
});

test('only pages that were found are kept: no refusal, no redirect, no file, nothing that sets a cookie or was posted', async () => {
  const asked = ask('/lake-forum');
  expect(await read(asked, page('gone', {}, 404))).toBeNull();
  expect(await read(asked, page('', { location: '/' }, 303))).toBeNull();
  expect(await read(asked, page('{}', { 'content-type': 'application/json' }))).toBeNull();
  expect(await read(asked, page('hello', { 'set-cookie': 'theme=dark' }))).toBeNull();
  expect(await read(asked, page('for this machine', { 'cache-control': 'private, no-store' }))).toBeNull();
  expect(await read(ask('/lake-forum', {}, 'en system', 'POST'), page('posted'))).toBeNull();
  expect(await cached(asked, sequence)).toBeNull();
});

test('it is handed out as small as the browser can read', async () => {
  const long = 'words '.repeat(500);
  const asked = ask('/long');
  await read(asked, page(long));
  const as = async (encoding: string) => {
    const response = (await cached(ask('/long', { 'accept-encoding': encoding }), sequence))!;
    return [response.headers.get('content-encoding'), Buffer.from(await response.arrayBuffer())] as const;
  };
  const [br, brotli] = await as('gzip, deflate, br');
  expect([br, brotliDecompressSync(brotli).toString()]).toEqual(['br', long]);
  const [gz, zipped] = await as('gzip;q=0.8, br;q=0');
  expect([gz, gunzipSync(zipped).toString()]).toEqual(['gzip', long]);
  expect(await as('')).toEqual([null, Buffer.from(long)]);
});

test('a browser that has the page is told so, and one that has another is given it', async () => {
  const asked = ask('/lake-forum');
  const etag = (await read(asked, page('one')))!.headers.get('etag')!;
  const again = (known: string) => cached(ask('/lake-forum', { 'if-none-match': known }), sequence);
  expect((await again(etag))!.status).toBe(304);
  expect((await again(`"other", W/${etag}`))!.status).toBe(304);
  expect((await again('"other"'))!.status).toBe(200);
  sequence += 1;
  expect((await read(asked, page('two')))!.headers.get('etag')).not.toBe(etag);
});

test('the headers that keep a page safe are kept with it', async () => {
  const asked = ask('/safe');
  await read(asked, page('one', { 'content-security-policy': "default-src 'self'" }));
  const response = (await cached(asked, sequence))!;
  expect(response.headers.get('content-security-policy')).toBe("default-src 'self'");
  expect(response.headers.get('vary')).toBe('accept-encoding, cookie');
});
