import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { LRUCache } from 'lru-cache';
import { compress, encodingFor, type Encoding } from './compress.ts';
import { isSignedIn, themeOf } from './cookies.ts';

// A signed-out page is a function of the record's sequence number, its address, its language and its theme: so it is kept
// until the record moves on, and never a moment longer. No clock is involved.
interface Kept {
  hash: string;
  headers: [string, string][];
  route: string | null | undefined;
  /** Compressed when a browser first asks for it so, and once more, smaller, for those who ask after it. */
  bodies: Partial<Record<Encoding, Promise<Buffer<ArrayBuffer>>>> & { identity: Promise<Buffer<ArrayBuffer>> };
  shrunk: Set<Encoding>;
  size: number;
}

/** What of a request decides which page is meant, and in which form it is given. */
export type Asked = Pick<IncomingMessage, 'method' | 'url' | 'headers' | 'route'>;

export interface KeptPages {
  /** Answers with the page that was kept for this sequence number; false where there is none. */
  answer(request: Asked, response: ServerResponse, sequence: number): boolean;
  /** The answer of a page that may be kept, which it is; null for anything else, and where the record has moved on meanwhile. */
  keep(request: Asked, sequence: number, page: Response, bytes: Buffer<ArrayBuffer>): Promise<Response> | null;
}

/** One for a process: the server answers from it before any page is asked, and the pages fill it. */
export function openKeptPages(): KeptPages {
  const pages = new LRUCache<string, Kept>({ maxSize: 64 * 1024 * 1024, sizeCalculation: ({ size }) => size });
  let keptSequence = -1;
  return {
    answer(request, response, sequence) {
      if (!isForEveryone(request)) return false;
      if (sequence !== keptSequence) {
        pages.clear();
        keptSequence = sequence;
      }
      const page = pages.get(keyOf(request));
      if (!page) return false;
      request.route = page.route;
      void formOf(page, request).then(({ status, headers, body }) => {
        response.statusCode = status;
        for (const [name, value] of headers) response.setHeader(name, value);
        response.end(body);
        if (body) shrink(page, encodingFor(request.headers['accept-encoding']));
      });
      return true;
    },
    keep(request, sequence, { status, headers }, bytes) {
      const isPage = headers.get('content-type')?.startsWith('text/html');
      // A page says so itself when it is not the same for everyone who is signed out.
      const isAlike = !headers.has('set-cookie') && !headers.get('cache-control')?.includes('no-store');
      const mayKeep = isForEveryone(request) && status === 200 && isPage && isAlike;
      if (!mayKeep || sequence !== keptSequence) return null;
      const page = {
        hash: createHash('sha256').update(bytes).digest('base64url').slice(0, 22),
        headers: [...headers].filter(([name]) => !['etag', 'content-length'].includes(name)),
        route: request.route,
        bodies: { identity: Promise.resolve(bytes) },
        shrunk: new Set<Encoding>(['identity', 'gzip']),
        // Twice its size, with its compressed forms and its share of the bookkeeping.
        size: bytes.length * 2,
      };
      pages.set(keyOf(request), page);
      return formOf(page, request).then(({ body, ...head }) => new Response(body, head));
    },
  };
}

/** The page as this browser can read it best; nothing but its mark for one that has it already. */
async function formOf({ hash, headers, bodies }: Kept, { headers: asked }: Asked) {
  const encoding = encodingFor(asked['accept-encoding']);
  // Weak, as the same page is handed out in two lengths.
  const etag = `W/"${hash}-${encoding}"`;
  const all: [string, string][] = [
    ...headers,
    ['etag', etag],
    ['vary', 'accept-encoding, cookie'],
    ['cache-control', 'no-cache'],
  ];
  const known = asked['if-none-match']?.split(',') ?? [];
  if (known.some((one) => `W/${one.trim().replace(/^W\//, '')}` === etag))
    return { status: 304, headers: all, body: null };
  if (encoding !== 'identity') all.push(['content-encoding', encoding]);
  bodies[encoding] ??= compress(await bodies.identity, encoding, 'first');
  return { status: 200, headers: all, body: await bodies[encoding] };
}

/** Once, after the first answer from what was kept: a page that is asked for again is worth more work than one that is not. */
function shrink({ bodies, shrunk }: Kept, encoding: Encoding): void {
  if (shrunk.has(encoding)) return;
  shrunk.add(encoding);
  const smaller = bodies.identity.then((bytes) => compress(bytes, encoding, 'small'));
  void smaller.then(() => (bodies[encoding] = smaller));
}

/** Whoever reads without having signed in reads the same. */
function isForEveryone({ method, headers }: Asked): boolean {
  return method === 'GET' && !isSignedIn(headers.cookie);
}

/** There is one language so far; another one belongs into the key. No header holds a line's end. */
function keyOf({ url, headers }: Asked): string {
  return [themeOf(headers.cookie), headers['x-forwarded-proto'], headers.host, url].join('\n');
}
