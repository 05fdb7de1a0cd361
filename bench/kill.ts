// The server and the database are killed, the database restarted and its disk filled while people comment: is every
// acknowledged comment there afterwards, once, with its line of the record, and do counters, threads, ledger and record
// agree? On the embedded database and on PostgreSQL. `npm run bench:kill`, or with other numbers of trials:
// `npm run bench:kill -- 100 40 20 10 [embedded|postgres]` (server killed, database killed, database restarted, disk full)
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startPostgres } from '../scripts/postgres.ts';
import type { Checkpoint } from '#record/tree/checkpoint.ts';
import { disagreements, headKept } from './kill/agreement.ts';
import { fill, smallDisk } from './kill/disk.ts';
import { openWriters, type Writers } from './kill/writing.ts';
import { table } from './machine.ts';
import { startServer, type RunningServer } from './running-server.ts';

const [kills, databaseKills, restarts, fullDisks] = [100, 40, 20, 10].map((usual, i) => Number(process.argv[2 + i] ?? usual)) as [number, number, number, number]; // prettier-ignore
const only = process.argv[6];
const rows: [string, string, string][] = [['trial', 'measured', 'target']];
let wrong = 0;

if (only !== 'postgres') {
  await trial('server killed × ' + kills, kills, killServer);
  if (fullDisks > 0 && smallDisk.isPossible) await fullDisk(false);
}
const postgres = only === 'embedded' ? null : await startPostgres();
if (postgres) {
  const fresh = () => freshDatabase(postgres.url);
  await trial('server killed × ' + kills, kills, killServer, await fresh());
  await trial('database killed × ' + databaseKills, databaseKills, () => postgres.again('SIGKILL'), await fresh());
  await trial('database restarted × ' + restarts, restarts, () => postgres.again('SIGINT'), await fresh());
  await postgres.stop();
  if (fullDisks > 0 && smallDisk.isPossible) await fullDisk(true);
}
table('Faults in a stream of comments', rows);
if (!postgres) console.log(only ? 'Not asked for: PostgreSQL.' : 'Not run: PostgreSQL is not installed.');
if (!smallDisk.isPossible) console.log('Not run: full disks, for which root must be able to mount a small one.');
process.exitCode = wrong > 0 ? 1 : 0;

interface Place {
  directory: string;
  databaseUrl?: string | undefined;
}

/** Writers write, something happens to the server or under it, and what was not acknowledged is sent again. */
async function trial(
  name: string,
  times: number,
  fault: (running: RunningServer) => Promise<unknown>,
  databaseUrl?: string,
): Promise<void> {
  if (times === 0) return;
  const directory = mkdtempSync(join(tmpdir(), 'rapporteur-kill-'));
  const place = { directory, databaseUrl };
  const writers = openWriters(6);
  const heads: (Checkpoint | null)[] = [];
  try {
    let running = await startServer({ ...place, words: ['--demo'] });
    await writers.prepare(running.address);
    for (let n = 0; n < times; n++) {
      if (running.process.exitCode !== null || running.process.signalCode !== null)
        running = await startServer({ ...place, words: ['--demo'] });
      const enough = new AbortController();
      const writing = writers.write(running.address, enough.signal);
      heads.push(await headKept(running.address, over(heads)));
      // Somewhere between that head and the next.
      await new Promise((resolve) => setTimeout(resolve, 300 + Math.random() * 500));
      await fault(running);
      enough.abort();
      await writing;
    }
    if (running.process.signalCode !== null) running = await startServer({ ...place, words: ['--demo'] });
    await writers.finish(running.address);
    await running.stop();
    await tell(`${databaseUrl ? 'PostgreSQL' : 'embedded'}: ${name}`, place, writers, heads);
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

async function killServer({ process }: RunningServer): Promise<void> {
  const ended = once(process, 'exit');
  process.kill('SIGKILL');
  await ended;
}

/** The disk the database lies on is filled while people write: pages are read, comments refused, and taken again after. */
async function fullDisk(onPostgres: boolean): Promise<void> {
  const disk = smallDisk.mount(onPostgres ? '260m' : '200m');
  const server = onPostgres ? await startPostgres(disk.folder) : null;
  const databaseUrl = server ? await freshDatabase(server.url) : undefined;
  const place = {
    directory: server ? mkdtempSync(join(tmpdir(), 'rapporteur-kill-')) : join(disk.folder, 'data'),
    databaseUrl,
  };
  const writers = openWriters(6);
  const heads: (Checkpoint | null)[] = [];
  let read = 0;
  try {
    let running = await startServer({ ...place, words: ['--demo'] });
    await writers.prepare(running.address);
    for (let n = 0; n < fullDisks; n++) {
      const enough = new AbortController();
      const writing = writers.write(running.address, enough.signal);
      await new Promise((resolve) => setTimeout(resolve, 300));
      heads.push(await headKept(running.address, over(heads)));
      const empty = fill(disk.folder);
      await new Promise((resolve) => setTimeout(resolve, 700));
      const page = await fetch(`${running.address}/lake-forum/search?q=night`).catch(() => null);
      if (page?.status === 200) read += 1;
      empty();
      enough.abort();
      await writing;
    }
    if (running.process.exitCode !== null) running = await startServer({ ...place, words: ['--demo'] });
    await writers.finish(running.address);
    await running.stop();
    const name = `${onPostgres ? 'PostgreSQL' : 'embedded'}: disk full × ${fullDisks}`;
    await tell(name, place, writers, heads, `; read meanwhile ${read} of ${fullDisks} times`);
  } finally {
    await server?.stop();
    disk.unmount();
    if (server) rmSync(place.directory, { recursive: true, force: true });
  }
}

/** Over how many lines the largest head stands that was kept so far. */
function over(heads: readonly (Checkpoint | null)[]): number {
  return Math.max(0, ...heads.map((head) => head?.size ?? 0));
}

async function tell(
  name: string,
  place: Place,
  { all, unclear }: Writers,
  heads: readonly (Checkpoint | null)[],
  more = '',
): Promise<void> {
  const acknowledged = all.filter(({ receipt }) => receipt).length;
  if (acknowledged === 0) throw new Error('No comment was acknowledged: there is nothing to lose');
  const kept = heads.filter((head) => head !== null);
  const found = await disagreements(place, all, kept);
  const unanswered = [...unclear].map(([what, times]) => `${times} × “${what}”`);
  wrong += found.length + unanswered.length + heads.length - kept.length;
  const never = all.length - acknowledged;
  rows.push([
    name,
    `${acknowledged.toLocaleString('en')} acknowledged, ${found.length} lost, doubled, half-applied or in disagreement, ${never} never taken, ${kept.length} heads of the record kept outside in ${heads.length} trials, unclear answers: ${unanswered.join(', ') || 'none'}${more}`,
    '0',
  ]);
  console.log(rows.at(-1)!.join('   '));
  for (const one of found.slice(0, 20)) console.log(`  ${one}`);
}

async function freshDatabase(server: string): Promise<string> {
  const name = `killing_${Math.random().toString(36).slice(2, 10)}`;
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  await client.query(`create database ${name}`);
  await client.end();
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}
