import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { compress, encodingFor, type Encoding } from './compress.ts';

// A signed-out page is a function of the record's sequence number, its address, its language and its theme: so it is kept
// until the record moves on, and never a moment longer. No clock is involved.
interface Kept {
  hash: string;
  headers: [string, string][];
  /** Compressed when a browser first asks for it so. */
  bodies: Partial<Record<Encoding, Promise<Buffer<ArrayBuffer>>>> & { identity: Promise<Buffer<ArrayBuffer>> };
  size: number;
}

interface Asked {
  url: URL;
  request: Request;
  /** Language and theme. */
  variant: string;
}

const pages = new LRUCache<string, Kept>({ maxSize: 64 * 1024 * 1024, sizeCalculation: ({ size }) => size });
let keptSequence = -1;

/** The page as it was kept for this sequence number, or null. */
export function cached(asked: Asked, sequence: number): Promise<Response> | null {
  if (asked.request.method !== 'GET') return null;
  if (sequence !== keptSequence) {
    pages.clear();
    keptSequence = sequence;
  }
  const page = pages.get(keyOf(asked));
  return page ? answer(asked.request, page) : null;
}

/** Keeps a page that may be kept and answers with it; null for anything else, and where the record has moved on meanwhile. */
export function keep(
  asked: Asked,
  sequence: number,
  response: Response,
  bytes: Buffer<ArrayBuffer>,
): Promise<Response> | null {
  const isPage = response.headers.get('content-type')?.startsWith('text/html');
  // A page says so itself when it is not the same for everyone who is signed out.
  const isAlike = !response.headers.has('set-cookie') && !response.headers.get('cache-control')?.includes('no-store');
  const mayKeep = asked.request.method === 'GET' && response.status === 200 && isPage && isAlike;
  if (!mayKeep || sequence !== keptSequence) return null;
  const headers = [...response.headers].filter(([name]) => !['etag', 'content-length'].includes(name));
  const hash = createHash('sha256').update(bytes).digest('base64url').slice(0, 22);
  // Twice its size, with its compressed forms and its share of the bookkeeping.
  const page = { hash, headers, bodies: { identity: Promise.resolve(bytes) }, size: bytes.length * 2 };
  pages.set(keyOf(asked), page);
  return answer(asked.request, page);
}

async function answer(request: Request, { hash, headers, bodies }: Kept): Promise<Response> {
  const encoding = encodingFor(request);
  const etag = `"${hash}-${encoding}"`;
  const all: [string, string][] = [
    ...headers,
    ['etag', etag],
    ['vary', 'accept-encoding, cookie'],
    ['cache-control', 'no-cache'],
  ];
  const known = request.headers.get('if-none-match')?.split(',') ?? [];
  if (known.some((one) => one.trim().replace(/^W\//, '') === etag))
    return new Response(null, { status: 304, headers: all });
  if (encoding !== 'identity') all.push(['content-encoding', encoding]);
  const body = (bodies[encoding] ??= compress(await bodies.identity, encoding));
  return new Response(await body, { headers: all });
}

function keyOf({ url, variant }: Asked): string {
  return `${variant} ${url.origin}${url.pathname}${url.search}`;
}
