import { expect } from 'vitest';
import { sql } from 'kysely';
import { forumTest } from '#test/forum.ts';
import { smallForum } from '#test/small-forum.ts';
import { isSignedBy, readCheckpoint } from './checkpoint.ts';
import { leafOf, leavesOf } from './entry.ts';
import { rootOf } from './hashing.ts';
import { linesAfter } from './lines.ts';
import { consistencyProof, isConsistent, isIncluded } from './proofs.ts';
import { checkpointAt, entriesAt, proofOf, readNodes, tileAt } from './queries.ts';
import { sealRecord } from './sealing.ts';
import { readVerifier } from './signed-note.ts';

forumTest('the tree follows the record, in steps of any length, and its heads are signed', async ({ forum }) => {
  expect(await sealRecord(forum)).toBe(0);
  expect(await checkpointAt(forum.db)).toBeUndefined();
  await smallForum(forum);
  const first = await sealRecord(forum);
  for (const more of [1, 240, 300, 4200]) {
    // Lines such as an import writes by the thousand, without the acts.
    await sql`with head as (update record_head set sequence = sequence + ${more} returning sequence)
      insert into record_line (sequence, kind, act, subject_id, audience, at, commitment)
      select head.sequence - ${more} + i, 'statement.entered', 'statement.enter', gen_random_uuid(), 'public', now(),
        sha256(i::text::bytea) from head, generate_series(1, ${more}) i`.execute(forum.db);
    await sealRecord(forum);
  }
  const lines = await linesAfter(forum.db, 0, 100_000);
  const leaves = lines.map(leafOf);
  const head = readCheckpoint((await checkpointAt(forum.db))!.note)!;
  expect(head).toMatchObject({ origin: forum.signer.name, size: leaves.length, root: rootOf(leaves) });
  expect(isSignedBy(head, readVerifier(forum.signer.key)!)).toBe(true);
  expect(await sealRecord(forum)).toBe(leaves.length);

  const older = readCheckpoint((await checkpointAt(forum.db, first))!.note)!;
  const grown = await readNodes(forum.db, head.size, (node) => consistencyProof(node, first, head.size));
  expect(isConsistent(older, head, grown)).toBe(true);
  for (const index of [0, 255, 256, leaves.length - 1]) {
    const { proof } = (await proofOf(forum.db, index + 1))!;
    expect(isIncluded(leaves[index]!, index, head.size, proof, head.root)).toBe(true);
  }
  expect(await proofOf(forum.db, leaves.length + 1)).toBeUndefined();

  expect(leavesOf((await entriesAt(forum.db, 1, 256))!)).toEqual(leaves.slice(256, 512));
  expect(await entriesAt(forum.db, 1000, 256)).toBeUndefined();
  expect((await tileAt(forum.db, { level: 0, place: 1 }, 256))!.equals(Buffer.concat(leaves.slice(256, 512)))).toBe(
    true,
  );
  expect(await tileAt(forum.db, { level: 1, place: 0 }, 256)).toBeUndefined();
  expect((await tileAt(forum.db, { level: 1, place: 0 }, 2))!.subarray(32)).toEqual(rootOf(leaves.slice(256, 512)));
});

forumTest('what anyone is handed of a leaf tells nothing of its line', async ({ forum }) => {
  const { delegate } = await smallForum(forum);
  await sealRecord(forum);
  const bundled = (await entriesAt(forum.db, 0, 3))!.toString('latin1');
  expect(bundled).toMatch(/^..rapporteur line 1 [A-Za-z0-9+/]{43}=\n..rapporteur line 2 /s);
  expect(bundled).not.toContain(delegate.personId!);
  // Two lines that are alike in everything but their place have nothing alike: each has its own salt.
  const salts = await forum.db.selectFrom('record_line').select('salt').execute();
  expect(new Set(salts.map(({ salt }) => salt.toString('hex'))).size).toBe(salts.length);
});
