import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { demoDirectory } from '#test/demo-once.ts';
import { demoPassword } from '#test/world/demo-password.ts';
import { freePort, server } from './programs.ts';
import { stopsWell } from './stopping.ts';

const floor = '/lake-forum/rt/3.2/floor';
const desk = '/lake-forum/desk/floor/3.2';

test(
  'killed during a speech, the server comes back with the same clock and list; of two who give the floor one wins; nothing hidden comes out; it stops well',
  { timeout: 180_000 },
  async () => {
    const directory = await demoDirectory();
    const first = server({ directory, port: await freePort(), words: ['--demo'] });
    await first.ready;
    let at = first.address;
    const cookie = await signIn(at, 'wanjiru.kamau');
    const office = await signIn(at, 'grace.nakato');
    const speaker = slotsOn(await page(at, floor, cookie))[0]!;
    expect(await post(at, 'resume', cookie, { slot: speaker })).toBe(303);
    const before = clockAndList(await page(at, floor, cookie));
    expect(before.clock).toMatch(/data-since="\d+"/);
    first.child.kill('SIGKILL');
    await first.ended;

    const second = server({ directory, port: await freePort(), words: ['--demo'] });
    await second.ready;
    at = second.address;
    expect(clockAndList(await page(at, floor, cookie))).toEqual(before);

    const [, next, other] = before.slots;
    const given = await Promise.all([
      post(at, 'give', cookie, { slot: next!, instead: speaker }),
      post(at, 'give', office, { slot: other!, instead: speaker }),
    ]);
    expect(given.sort()).toEqual([303, 409]);
    expect([next, other]).toContain(slotsOn(await page(at, floor, cookie))[0]);
    await nothingHiddenComesOut(at, cookie);
    await stopsWell(second, floor);
  },
);

/** Somebody whose turn is off the record, and words that are, are looked for at every address, as a visitor and a delegate. */
async function nothingHiddenComesOut(at: string, cookie: string): Promise<void> {
  const [, slot] = slotsOn(await page(at, floor, cookie));
  const [, name] = new RegExp(`data-slot="${slot}".*?<span[^>]*>\\d+</span>\\s*<span[^>]*>([^<]+)<`, 's').exec(await page(at, floor, '')) ?? []; // prettier-ignore
  expect(name?.trim()).toMatch(/^\p{Lu}/u);
  expect(await post(at, 'offRecord', cookie, { slot: slot!, to: 'off' })).toBe(303);
  const ruth = await signIn(at, 'ruth.auma');
  const lines = ['ken st the heron stands by the water', '~ ken st the pelican is between us'];
  const kept = lines.map((line) => ({ kind: 'take', id: randomUUID(), line, typedAt: new Date().toISOString() }));
  const headers = { cookie: ruth, origin: at, 'content-type': 'application/json' };
  const taken = await fetch(`${at}${notes}/lines`, { method: 'POST', headers, body: JSON.stringify({ kept }) });
  expect(await taken.text()).toMatch(/"taken"[^]*pelican/);
  const marisol = await signIn(at, 'marisol.choc');
  for (const who of ['', marisol]) {
    await expect.poll(() => page(at, '/lake-forum/rt/3.2/meeting', who), { timeout: 20_000 }).toContain('heron');
    for (const address of [floor, `${floor}/screen`, `${floor}/now`])
      expect(await page(at, address, who), address).not.toContain(name!.trim());
    expect(await firstEvent(at), 'the stream').not.toContain(name!.trim());
    for (const address of everywhere) expect(await page(at, address, who), address).not.toContain('pelican');
  }
  expect(await page(at, `${notes}/lines`, ruth)).toContain('pelican');
}

const notes = '/lake-forum/desk/notes/3.2';
const everywhere = [
  '/lake-forum', '/lake-forum/rt/3.2', '/lake-forum/rt/3.2/meeting', '/lake-forum/rt/3.2/texts', '/lake-forum/rt/3.2/feed.atom',
  '/lake-forum/feed.atom', '/lake-forum/search?q=water', '/lake-forum/delegations/kenya', '/lake-forum/delegations/kenya/cable',
  '/lake-forum/record', '/lake-forum/export.json', '/lake-forum/export/statements.csv', '/lake-forum/export/points.csv',
  '/lake-forum/practices', '/api/v1/editions/lake-forum/roundtables/3.2/statements', '/api/v1/editions/lake-forum/roundtables/3.2/points',
  notes, `${notes}/lines`, desk,
]; // prettier-ignore

/** What the stream of the floor begins with. */
async function firstEvent(at: string): Promise<string> {
  const stop = new AbortController();
  const answer = await fetch(`${at}${floor}/events`, { signal: stop.signal });
  const { value } = await answer.body!.getReader().read();
  stop.abort();
  const told = new TextDecoder().decode(value);
  expect(told).toContain('data-slot');
  return told;
}

/** The ids of who has the floor and of those who wait, in order. */
function slotsOn(html: string): string[] {
  return [...html.matchAll(/data-slot="([^"]+)"/g)].map(([, id]) => id!);
}

function clockAndList(html: string) {
  const [clock] = /data-allotted="\d+" data-used="\d+" data-since="\d*"/.exec(html) ?? ['none'];
  return { clock, slots: slotsOn(html) };
}

async function page(at: string, path: string, cookie: string): Promise<string> {
  return (await fetch(at + path, { headers: { cookie, accept: 'text/html' } })).text();
}

async function post(at: string, action: string, cookie: string, form: Record<string, string>): Promise<number> {
  const headers = { cookie, origin: at, accept: 'text/html' };
  const body = new URLSearchParams(form);
  const sent = await fetch(`${at}${desk}?/${action}`, { method: 'POST', redirect: 'manual', headers, body });
  if (sent.status === 409) expect(await sent.text()).toMatch(/quicker|has the floor already/);
  return sent.status;
}

async function signIn(at: string, login: string): Promise<string> {
  const answer = await fetch(`${at}/sign-in?/password`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: at, accept: 'text/html' },
    body: new URLSearchParams({ email: `${login}@lakeforum.example`, password: demoPassword }),
  });
  return answer.headers.getSetCookie().map((cookie) => cookie.split(';')[0]).join('; '); // prettier-ignore
}
