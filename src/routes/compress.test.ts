import { brotliDecompressSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { compressed, encodingFor } from './compress.ts';

const asking = (encoding: string) => new Request('http://localhost/', { headers: { 'accept-encoding': encoding } });
const page = (headers: Record<string, string> = {}) =>
  [
    new Response('', { headers: { 'content-type': 'text/html', etag: '"x"', ...headers } }),
    Buffer.from('<p>yours</p>'),
  ] as const;

test.each([
  ['gzip, deflate, br, zstd', 'br'],
  ['br;q=0, gzip;q=0.5', 'gzip'],
  ['br ; q=0.1', 'br'],
  ['deflate', 'identity'],
  ['', 'identity'],
])('%j is answered with %s', (accepted, encoding) => expect(encodingFor(accepted)).toBe(encoding));

test('a page for one reader is compressed, and kept by nobody on the way', async () => {
  const response = await compressed(asking('br'), ...page());
  expect(Object.fromEntries(response.headers)).toMatchObject({
    'content-encoding': 'br',
    'cache-control': 'private, no-cache',
  });
  expect(response.headers.has('etag')).toBe(false);
  expect(brotliDecompressSync(Buffer.from(await response.arrayBuffer())).toString()).toBe('<p>yours</p>');
});

test('also one that cannot be compressed; a stricter word of the page itself stands', async () => {
  expect((await compressed(asking(''), ...page())).headers.get('cache-control')).toBe('private, no-cache');
  const strict = await compressed(asking(''), ...page({ 'cache-control': 'private, no-store' }));
  expect(strict.headers.get('cache-control')).toBe('private, no-store');
});

test('what is not a page passes untouched', async () => {
  const file = new Response('{}', { headers: { 'content-type': 'application/json' } });
  expect(await compressed(asking('br'), file, Buffer.from(''))).toBe(file);
});
