// What it costs the thread that serves pages to seal the record, over a hundred thousand lines: after one comment, and after
// two seconds of many. `node bench/sealing.ts`
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay, performance } from 'node:perf_hooks';
import { sql } from 'kysely';
import { openDatabase } from '#db/open.server.ts';
import { openLive } from '#record/live.ts';
import { sealRecord } from '#record/tree/sealing.ts';
import { makeKey, signerFrom } from '#record/tree/signer.ts';
import type { Forum } from '#record/forum.ts';
import { table } from './machine.ts';

const directory = mkdtempSync(join(tmpdir(), 'rapporteur-sealing-'));
const { db, close } = await openDatabase({ url: process.env.DATABASE_URL, directory });
const signer = signerFrom(makeKey('lakeforum.example/record'))!;
const forum = { db, live: openLive(0), now: () => new Date(), signer } as Forum;

async function addLines(count: number): Promise<void> {
  await sql`with head as (update record_head set sequence = sequence + ${count} returning sequence)
    insert into record_line (sequence, kind, act, actor_id, subject_id, roundtable_id, audience, at, commitment)
    select head.sequence - ${count} + i, 'comment.submitted', 'comment.submit', gen_random_uuid(), gen_random_uuid(),
      gen_random_uuid(), 'public', now(), sha256(i::text::bytea) from head, generate_series(1, ${count}) i`.execute(db);
}

/** Of the thread: how long it was at work in all, and at most without a pause. In milliseconds. */
async function cost(lines: number): Promise<{ busy: number; longest: number; took: number }> {
  await addLines(lines);
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const [before, began, processor] = [performance.eventLoopUtilization(), performance.now(), process.threadCpuUsage()];
  await sealRecord(forum);
  const { user, system } = process.threadCpuUsage(processor);
  const took = performance.now() - began;
  const { active } = performance.eventLoopUtilization(before);
  delay.disable();
  return { busy: Math.min(active, (user + system) / 1000), longest: delay.max / 1e6, took };
}

const already = 100_000;
await addLines(already);
await sealRecord(forum);
await cost(1);
const rows: [string, string, string][] = [['lines since the last seal', 'thread at work; longest stretch; took', '']];
for (const lines of [1, 50, 500, 1000, 4000]) {
  const all: Awaited<ReturnType<typeof cost>>[] = [];
  for (let n = 0; n < 9; n++) all.push(await cost(lines));
  const middle = (pick: (one: (typeof all)[number]) => number) =>
    all
      .map(pick)
      .sort((a, b) => a - b)[4]!
      .toFixed(1);
  rows.push([`${lines}`, `${middle((one) => one.busy)} ms; ${middle((one) => one.longest)} ms; ${middle((one) => one.took)} ms`, '']); // prettier-ignore
}
table(`Sealing over ${already} lines`, rows);
await close();
rmSync(directory, { recursive: true, force: true });
