import { expect } from 'vitest';
import { shapesOf } from '#db/shape.ts';
import { perform } from '#record/act.ts';
import { program } from '#record/viewer.ts';
import { readCheckpoint } from '#record/tree/checkpoint.ts';
import { checkpointAt } from '#record/tree/queries.ts';
import { sealRecord } from '#record/tree/sealing.ts';
import { submitComment } from '#statements/acts.ts';
import { addAttachment } from '#statements/attachments/acts.ts';
import { carryOutErasure } from '#statements/erasure/acts.ts';
import { forumTest } from '#test/forum.ts';
import { smallForum } from '#test/small-forum.ts';
import { snapshotOf, type Piece } from '#keeping/snapshot.ts';
import { verify } from './verify.ts';

forumTest('after an erasure on request everything still holds, says what went, and names nobody', async ({ forum }) => {
  const { edition, roundtable, delegate } = await smallForum(forum);
  const { id } = await perform(forum, delegate, submitComment, { roundtable, body: 'My brother Ezekiel waits.' });
  await perform(forum, delegate, addAttachment, { statement: id, name: 'Ezekiel.txt', content: 'RXpla2llbA==' });
  await sealRecord(forum);
  const outside = readCheckpoint((await checkpointAt(forum.db))!.note)!;
  await perform(forum, program, carryOutErasure, { edition, person: delegate.personId!, withWords: true, verifiedHow: 'By telephone.' }); // prettier-ignore
  await sealRecord(forum);

  const shapes = await shapesOf(forum.db);
  const pieces = await Array.fromAsync(snapshotOf(forum.db, { withBytes: true }));
  const holds = (given: Piece[]) => verify(async function* () { yield* given; }, shapes, [outside]); // prettier-ignore
  const verdict = await holds(pieces);
  expect(verdict.findings).toEqual([]);
  expect(verdict.erased).toBeGreaterThan(1);
  const all = JSON.stringify(pieces.map((piece) => ('file' in piece ? [piece.file.key, piece.file.bytes?.toString()] : piece.rows))); // prettier-ignore
  for (const trace of ['Ezekiel', delegate.name!]) expect(all).not.toContain(trace);

  // The erasure is what excuses them: without it, each line whose payload went is named.
  const unsaid = pieces.map((piece) => ('rows' in piece && piece.table === 'erasure' ? { ...piece, rows: [] } : piece));
  const missing = (await holds(unsaid)).findings.filter(({ what }) => what === 'payload_missing');
  expect(missing.length).toBe(verdict.erased);
});
