import { get, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Live } from '#record/live.ts';

// What is told to many is made once: the floor's page is asked for as anyone would ask for it, and the part of it that
// lives is sent to everyone who watches. Nothing is rendered, and nothing is kept, for one watcher alone.

export interface FloorStreams {
  /**
   * Answers a request for the stream of a floor, for how it stands now where streams are blocked, or for the time; false
   * where the request is for something else.
   */
  take(request: IncomingMessage, response: ServerResponse): boolean;
  watching(): number;
  /** How many were let go since the start because they did not read what they were sent. */
  dropped(): number;
  close(): void;
}

interface Watched {
  watchers: Set<ServerResponse>;
  /** The event that was told last, as it goes over the wire. */
  told: Buffer | null;
  sequence: number;
  part: string;
  /** Set while the part is being made; and whether it has to be made again. */
  making: Promise<void> | null;
  stale: boolean;
  /** When it was asked for last by somebody who does not watch, in milliseconds since 1970. */
  askedAt: number;
}

/** What stands after the address of a floor, each answered here. */
export const floorAddresses = ['events', 'now', 'time'] as const;
const address = new RegExp(`^/[a-z0-9-]+/rt/[0-9.]+/floor(?=/(${floorAddresses.join('|')})(?:\\?|$))`);
const mostWatchers = 20_000;
/** Whoever leaves more than this unread has gone, or is not listening. */
const mostUnread = 128 * 1024;
const beat = Buffer.from('event: beat\ndata:\n\n');
/** A floor that is asked for, and not watched, is kept up to date for this long. */
const remembered = 60_000;

/** Watchers who were let go because they left more than `unread` kB unread, and how many there were since the start. */
type LetGo = { count: number; all: number; unread: number };

export function openFloorStreams(live: Live, report: (letGo: LetGo) => void): FloorStreams {
  const floors = new Map<string, Watched>();
  let count = 0;
  let dropped = 0;
  let beats = 0;
  const stopListening = live.onChange((sequence, lines) => {
    const concerns =
      lines.length === 0 || lines.some(({ kind }) => /^(floor|slot|clock|roundtable|edition)\./.test(kind));
    if (concerns) for (const [page, floor] of floors) void renew(page, floor, sequence);
  });
  const beating = setInterval(() => {
    beats++;
    for (const [page, floor] of floors) {
      send(floor, beat);
      if (isLeft(floor)) floors.delete(page);
      // Waits are told in minutes, and those pass without anybody doing anything.
      else if (beats % 3 === 0) void renew(page, floor, live.sequence);
    }
  }, 20_000).unref();
  let port = 0;
  let host = '';

  /** Makes the part anew and tells it; changes that come while it is being made are told together. */
  function renew(page: string, floor: Watched, sequence: number): Promise<void> {
    floor.stale = true;
    floor.making ??= (async () => {
      while (floor.stale) {
        floor.stale = false;
        const part = await partOf({ host, port, path: page }).catch(() => null);
        if (part === null || part === floor.part) continue;
        floor.part = part;
        floor.sequence = Math.max(sequence, live.sequence);
        floor.told = eventOf(floor.sequence, part);
        send(floor, floor.told);
      }
      floor.making = null;
    })();
    return floor.making;
  }

  function send(floor: Watched, event: Buffer): void {
    const before = dropped;
    for (const watcher of floor.watchers) {
      if (watcher.writableLength <= mostUnread) watcher.write(event);
      else {
        dropped++;
        watcher.destroy();
      }
    }
    if (dropped > before) report({ count: dropped - before, all: dropped, unread: mostUnread / 1024 });
  }

  /** The floor of this page with what is told of it; undefined where there is none to tell of. */
  async function floorAt(page: string, request: IncomingMessage): Promise<Watched | undefined> {
    let floor = floors.get(page);
    if (!floor) {
      floor = { watchers: new Set(), told: null, sequence: 0, part: '', making: null, stale: false, askedAt: 0 };
      floors.set(page, floor);
    }
    host = request.socket.localAddress ?? '127.0.0.1';
    port = request.socket.localPort ?? 0;
    if (!floor.told) await renew(page, floor, live.sequence);
    if (floor.told) return floor;
    if (floor.watchers.size === 0) floors.delete(page);
    return undefined;
  }

  /** How it stands, for a page that cannot listen: nothing where that is what it has. */
  async function tell(page: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const floor = await floorAt(page, request);
    if (floor) floor.askedAt = Date.now();
    const headers = { 'content-type': 'application/json', 'cache-control': 'no-store' };
    if (!floor) response.writeHead(404).end();
    else if (sinceOf(request) >= floor.sequence) response.writeHead(204, headers).end();
    else {
      const now = { sequence: String(floor.sequence), at: Date.now(), html: floor.part };
      response.writeHead(200, headers).end(JSON.stringify(now));
    }
  }

  async function watch(page: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (count >= mostWatchers) {
      response.writeHead(503, { 'retry-after': '10' }).end();
      return;
    }
    const floor = await floorAt(page, request);
    if (!floor) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, {
      'content-type': 'text/event-stream',
      'cache-control': 'no-store, no-transform',
      'x-accel-buffering': 'no',
    });
    request.socket.setNoDelay(true);
    response.write(sinceOf(request) >= floor.sequence ? beat : floor.told!);
    floor.watchers.add(response);
    count++;
    const here = floor;
    response.once('close', () => {
      here.watchers.delete(response);
      count--;
      if (isLeft(here)) floors.delete(page);
    });
  }

  return {
    take(request, response) {
      if (request.method !== 'GET') return false;
      const [page, what] = address.exec(request.url ?? '') ?? [];
      if (!page) return false;
      if (what === 'time') {
        response.writeHead(200, { 'content-type': 'text/plain', 'cache-control': 'no-store' }).end(String(Date.now()));
        return true;
      }
      void (what === 'now' ? tell : watch)(page, request, response);
      return true;
    },
    watching: () => count,
    dropped: () => dropped,
    close() {
      stopListening();
      clearInterval(beating);
      for (const floor of floors.values()) for (const watcher of floor.watchers) watcher.end(comeBack());
    },
  };
}

/** Said when the server stops: how long to wait, in milliseconds, before asking the next one; not all at the same moment. */
function comeBack(): string {
  return `retry: ${1000 + Math.floor(Math.random() * 4000)}\n\n`;
}

/** Neither watched nor asked for of late. */
function isLeft({ watchers, askedAt }: Watched): boolean {
  return watchers.size === 0 && Date.now() - askedAt > remembered;
}

/** What a page says it has already: the number of the change it was told last. */
function sinceOf({ headers, url }: IncomingMessage): number {
  return Number(headers['last-event-id'] ?? new URLSearchParams(url!.split('?')[1]).get('since'));
}

function eventOf(sequence: number, part: string): Buffer {
  return Buffer.from(`id: ${sequence}\ndata: ${JSON.stringify({ at: Date.now(), html: part })}\n\n`);
}

/** The part of a page that lives, between its two marks; null where the page has none. */
function partOf(at: { host: string; port: number; path: string }): Promise<string | null> {
  return new Promise((resolve, reject) => {
    get({ ...at, headers: { accept: 'text/html' } }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        const html = Buffer.concat(chunks).toString();
        const from = html.indexOf('<div id="live"');
        const to = html.indexOf('<hr id="live-ends"', from);
        resolve(response.statusCode === 200 && from >= 0 && to > from ? html.slice(from, to) : null);
      });
    }).on('error', reject);
  });
}
