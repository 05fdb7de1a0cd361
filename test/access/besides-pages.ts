import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { floorAddresses } from '#floor/stream.ts';
import { probeAddresses } from '#operating/probes.ts';
import { raw } from '../security/requests.ts';

const open = '/lake-forum/rt/3.2/floor';

/** What is answered without a page, at a floor and where there is none: to everyone the same, whatever their role. */
const floorTable: Record<string, { at: (address: string) => string; floor: number; none: number }> = {
  events: { at: (address) => `${address}/events`, floor: 200, none: 404 },
  now: { at: (address) => `${address}/now`, floor: 200, none: 404 },
  // The hour is nobody's secret, and asks for no floor.
  time: { at: (address) => `${address}/time`, floor: 200, none: 200 },
};

/** To somebody at this machine, to somebody a proxy passed on, and with each what a role could add: nothing. */
const probeTable: Record<string, { here: number; passedOn: number }> = {
  '/healthz': { here: 200, passedOn: 200 },
  '/readyz': { here: 200, passedOn: 200 },
  '/metrics': { here: 200, passedOn: 404 },
};

export function everyAddressBesidesPagesHasARow(): void {
  expect(Object.keys(floorTable).sort(), 'a stream without a row').toEqual([...floorAddresses].sort());
  expect(Object.keys(probeTable).sort(), 'a probe without a row').toEqual([...probeAddresses].sort());
  const source = new URL('../../src/', import.meta.url).pathname;
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /(?<!\.test)\.ts$/.test(file),
  );
  const having = (pattern: RegExp) =>
    files.filter((file) => pattern.test(readFileSync(join(source, file), 'utf8'))).sort();
  expect(having(/\b(response|answer)\.(writeHead|end)\(/), 'answers that are no page’s').toEqual(['floor/stream.ts', 'operating/probes.ts', 'routes/page-cache.ts', 'server.ts']); // prettier-ignore
  expect(having(/text\/event-stream/), 'streams').toEqual(['floor/stream.ts']);
  expect(having(/\bcreateServer\(/), 'who listens').toEqual(['cli/socket.ts', 'db/embedded-server.ts', 'server.ts']);
}

/** Everyone, by their cookies, at the streams, at what stands in for them, and at the probes. */
export async function tellsEveryoneTheSame(address: string, cookies: ReadonlyMap<string, string>): Promise<void> {
  const asSeen = livingPart((await raw(address, open)).text);
  expect(asSeen).toContain('data-slot');
  for (const [who, cookie] of cookies) {
    for (const [kind, { at, floor, none }] of Object.entries(floorTable)) {
      const found = await begun(address + at(open), cookie);
      expect({ who, kind, status: found.status }).toEqual({ who, kind, status: floor });
      if (kind !== 'time') expect({ who, kind, html: found.html }).toEqual({ who, kind, html: asSeen });
      for (const place of ['/lake-forum/rt/9.9/floor', '/no-forum/rt/3.2/floor', '/lake-forum/rt/3.1/floor'])
        expect({ who, kind, place, status: (await begun(address + at(place), cookie)).status }).toEqual({ who, kind, place, status: none }); // prettier-ignore
      const posted = await raw(address, at(open), { method: 'POST', headers: { cookie, origin: address, 'content-type': 'application/x-www-form-urlencoded' }, body: 'a=b' }); // prettier-ignore
      expect({ who, kind, posted: posted.status }).toEqual({ who, kind, posted: 404 });
    }
    for (const [path, { here, passedOn }] of Object.entries(probeTable)) {
      const seen = await raw(address, path, { headers: { cookie } });
      const other = await raw(address, path, { headers: { cookie, 'x-forwarded-for': '192.0.2.1' } });
      expect({ who, path, here: seen.status, passedOn: other.status }).toEqual({ who, path, here, passedOn });
    }
  }
}

/** The status of an answer and, where it tells how a floor stands, the HTML it tells first; whatever follows is left. */
async function begun(address: string, cookie: string): Promise<{ status: number; html: string | null }> {
  const enough = new AbortController();
  const answer = await fetch(address, { headers: { cookie }, signal: enough.signal });
  if (!answer.headers.get('content-type')?.startsWith('text/event-stream')) {
    const text = await answer.text();
    return { status: answer.status, html: text.startsWith('{') ? (JSON.parse(text) as { html: string }).html : null };
  }
  let told = '';
  for await (const chunk of answer.body!.pipeThrough(new TextDecoderStream())) {
    told += chunk;
    if (told.includes('\n\n')) break;
  }
  enough.abort();
  const [, data = '{}'] = /^data: (.*)$/m.exec(told) ?? [];
  return { status: answer.status, html: (JSON.parse(data) as { html: string }).html };
}

function livingPart(html: string): string {
  return html.slice(html.indexOf('<div id="live"'), html.indexOf('<hr id="live-ends"'));
}
