import { expect, test } from 'vitest';
import { demoPassword } from '#test/world.ts';
import { freePort, freshDirectory, server } from './programs.ts';
import { stopsWell } from './stopping.ts';

const floor = '/lake-forum/rt/3.2/floor';
const desk = '/lake-forum/desk/floor/3.2';

test(
  'killed during a speech, the server comes back with the same clock and list; of two who give the floor one wins; it stops well',
  { timeout: 120_000 },
  async () => {
    const directory = await freshDirectory();
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
    await stopsWell(second, floor);
  },
);

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
