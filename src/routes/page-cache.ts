import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { RequestEvent } from '@sveltejs/kit';
import { LRUCache } from 'lru-cache';

// A signed-out page is a function of the record's sequence number, its address and its language: so it is kept until the
// record moves on, and never a moment longer. No clock is involved.
interface Kept {
  etag: string;
  headers: [string, string][];
  bodies: { br: Buffer<ArrayBuffer>; gzip: Buffer<ArrayBuffer>; identity: Buffer<ArrayBuffer> };
}

const pages = new LRUCache<string, Kept>({
  maxSize: 64 * 1024 * 1024,
  sizeCalculation: ({ bodies }) => bodies.br.length + bodies.gzip.length + bodies.identity.length,
});
let keptSequence = -1;

/** The page as it was kept for this sequence number, or null. */
export function cached(event: RequestEvent, sequence: number): Response | null {
  if (event.request.method !== 'GET') return null;
  if (sequence !== keptSequence) {
    pages.clear();
    keptSequence = sequence;
  }
  const page = pages.get(keyOf(event));
  return page ? answer(event, page) : null;
}

/** Keeps a page that may be kept, compressed once, and answers with it. */
export async function keep(event: RequestEvent, sequence: number, response: Response): Promise<Response> {
  const isPage = response.headers.get('content-type')?.startsWith('text/html');
  const mayKeep =
    event.request.method === 'GET' && response.status === 200 && isPage && !response.headers.has('set-cookie');
  if (!mayKeep || sequence !== keptSequence) return response;
  const identity = Buffer.from(await response.arrayBuffer());
  const [br, zipped] = await Promise.all([
    promisify(brotliCompress)(identity, { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } }),
    promisify(gzip)(identity),
  ]);
  const etag = `"${sequence}-${event.locals.language}"`;
  const headers = [...response.headers].filter(([name]) => !['etag', 'content-length'].includes(name));
  const page = { etag, headers, bodies: { br, gzip: zipped, identity } };
  if (sequence === keptSequence) pages.set(keyOf(event), page);
  return answer(event, page);
}

function answer({ request }: RequestEvent, { etag, headers, bodies }: Kept): Response {
  const all: [string, string][] = [
    ...headers,
    ['etag', etag],
    ['vary', 'accept-encoding, cookie'],
    ['cache-control', 'no-cache'],
  ];
  if (request.headers.get('if-none-match') === etag) return new Response(null, { status: 304, headers: all });
  const accepted = request.headers.get('accept-encoding') ?? '';
  const encoding = accepted.includes('br') ? 'br' : accepted.includes('gzip') ? 'gzip' : 'identity';
  if (encoding !== 'identity') all.push(['content-encoding', encoding]);
  return new Response(bodies[encoding], { headers: all });
}

function keyOf({ url }: RequestEvent): string {
  return url.origin + url.pathname + url.search;
}
