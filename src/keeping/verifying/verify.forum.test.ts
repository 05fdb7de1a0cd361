import { sql } from 'kysely';
import { expect } from 'vitest';
import { shapesOf } from '#db/shape.ts';
import { readCheckpoint } from '#record/tree/checkpoint.ts';
import { checkpointAt } from '#record/tree/queries.ts';
import { sealRecord } from '#record/tree/sealing.ts';
import { forumTest } from '#test/forum.ts';
import { loadWorld } from '#test/world.ts';
import type { Forum } from '#record/forum.ts';
import { uncoveredColumns, uncoveredTables } from '#keeping/covered.ts';
import { snapshotOf } from '#keeping/snapshot.ts';
import { verify } from './verify.ts';

async function verified({ db }: Forum, outside = true) {
  const head = await checkpointAt(db);
  const kept = outside && head ? [readCheckpoint(head.note)!] : [];
  return verify(() => snapshotOf(db, { withBytes: false }), await shapesOf(db), kept);
}

forumTest('every row the demo has is covered by the record, and nothing is found in it', async ({ forum }) => {
  await loadWorld(forum);
  const size = await sealRecord(forum);
  const verdict = await verified(forum);
  expect(verdict.findings).toEqual([]);
  expect(verdict).toMatchObject({ size, newest: { size } });
  expect(verdict.rows).toBeGreaterThan(1000);
});
