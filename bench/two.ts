// Two web processes on one PostgreSQL and five hundred writers for a minute, each of whom writes to one process and looks at
// the other: is every acknowledged comment there once, in order, in the record; is anyone shown an old page; and do the limits
// of both together hold? `npm run bench:two [-- 500 60]` (writers, seconds)
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startPostgres } from '../scripts/postgres.ts';
import { disagreements, headKept } from './kill/agreement.ts';
import { openWriters } from './kill/writing.ts';
import { table } from './machine.ts';
import { startServer } from './running-server.ts';

const [count, seconds] = [500, 60].map((usual, i) => Number(process.argv[2 + i] ?? usual)) as [number, number];
const page = '/lake-forum/rt/3.1';

const postgres = await startPostgres();
if (!postgres) {
  console.log('Not run: PostgreSQL is not installed.');
  process.exit(0);
}
const client = new pg.Client({ connectionString: postgres.url });
await client.connect();
await client.query('create database two');
const databaseUrl = postgres.url.replace(/\/postgres$/, '/two');
const settings = { SECRET: 'a key that both processes have' };
const folders = [1, 2].map(() => mkdtempSync(join(tmpdir(), 'rapporteur-two-')));
const one = await startServer({ directory: folders[0]!, databaseUrl, words: ['--demo'], port: 3981, settings });
const other = await startServer({ directory: folders[1]!, databaseUrl, words: ['--demo'], port: 3982, settings });
try {
  const writers = [openWriters(count / 2, 'A'), openWriters(count / 2, 'B')];
  await writers[0]!.prepare(one.address);
  await writers[1]!.prepare(other.address);
  const enough = AbortSignal.timeout(seconds * 1000);
  const looking = look(enough);
  // One of each process, as somebody outside keeps it, while all write.
  const keeping = Promise.all([one, other].map(({ address }) => headKept(address)));
  await Promise.all([writers[0]!.write(one.address, enough), writers[1]!.write(other.address, enough)]);
  await writers[0]!.finish(other.address);
  await writers[1]!.finish(one.address);
  const { looks, old, streamed } = await looking;
  const heads = (await keeping).filter((head) => head !== null);
  const from = performance.now();
  const searches = await Promise.all(Array.from({ length: 100 }, (_, n) => searched(n)));
  // Sixty wait in the bucket, and one comes in each second that the hundred take.
  const most = 60 + Math.ceil((performance.now() - from) / 1000);
  const all = writers.flatMap(({ all }) => all);
  const unclear = writers.flatMap(({ unclear }) => [...unclear].map(([what, times]) => `${times} × “${what}”`));
  await one.stop();
  await other.stop();
  const found = await disagreements({ directory: folders[0]!, databaseUrl }, all, heads);
  const acknowledged = all.filter(({ receipt }) => receipt).length;
  const taken = searches.filter((status) => status === 200).length;
  table(`Two processes, one PostgreSQL, ${count} writers, ${seconds} s`, [
    ['what', 'measured', 'target'],
    ['acknowledged comments', acknowledged.toLocaleString('en'), ''],
    ['lost, doubled, half-applied, out of order', String(found.length), '0'],
    ['heads of the record kept outside meanwhile', String(heads.length), '2'],
    ['unclear answers', unclear.join(', ') || 'none', 'none'],
    ['pages of the other process that did not have what was just acknowledged', `${old} of ${looks}`, '0'],
    ['changes of the floor told by the process that did not make them', String(streamed), '1'],
    ['searches of 100 at once, 50 at each process', `${taken} answered`, `≤ ${most}`],
  ]);
  for (const line of found.slice(0, 20)) console.log(line);
  if (found.length + unclear.length + old > 0 || heads.length < 2 || taken > most || streamed < 1) process.exitCode = 1;
} finally {
  await one.stop();
  await other.stop();
  await client.end();
  await postgres.stop();
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
}

/** Comments at one process and reads the thread at the other at once; and listens there to a floor that the first changes. */
async function look(until: AbortSignal): Promise<{ looks: number; old: number; streamed: number }> {
  const careful = openWriters(1, 'C');
  await careful.prepare(one.address);
  let looks = 0;
  let old = 0;
  while (!until.aborted) {
    const written = await careful.writeOne(one.address);
    if (!written) continue;
    const html = await (await fetch(`${other.address}${page}?order=newest`)).text();
    looks += 1;
    if (!html.includes(written.body)) old += 1;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  return { looks, old, streamed: await streaming() };
}

async function streaming(): Promise<number> {
  const events = await fetch(`${other.address}/lake-forum/rt/3.2/floor/events`);
  const reader = events.body!.getReader();
  await reader.read();
  const signedIn = await fetch(`${one.address}/sign-in?/password`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: one.address, accept: 'text/html' },
    body: new URLSearchParams({ email: 'wanjiru.kamau@lakeforum.example', password: 'every voice counts' }),
  });
  const cookie = signedIn.headers.getSetCookie().map((line) => line.split(';')[0]).join('; '); // prettier-ignore
  const desk = `${one.address}/lake-forum/desk/floor/3.2`;
  const html = await (await fetch(desk, { headers: { cookie, accept: 'text/html' } })).text();
  const [, slot] = /data-slot="([^"]+)"/.exec(html) ?? [];
  for (const action of ['resume', 'pause'])
    await fetch(`${desk}?/${action}`, {
      method: 'POST',
      redirect: 'manual',
      headers: { cookie, origin: one.address, accept: 'text/html' },
      body: new URLSearchParams({ slot: slot ?? '' }),
    });
  const late = new Promise<null>((resolve) => setTimeout(() => resolve(null), 10_000));
  const told = await Promise.race([reader.read(), late]);
  await reader.cancel().catch(() => {});
  return told?.value && Buffer.from(told.value).includes('data:') ? 1 : 0;
}

async function searched(n: number): Promise<number> {
  const at = n % 2 ? one.address : other.address;
  return (await fetch(`${at}/lake-forum/search?q=night${n}`)).status;
}
