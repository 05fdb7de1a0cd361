import { createHash } from 'node:crypto';
import { expect } from 'vitest';
import { sql } from 'kysely';
import { forumTest } from '#test/forum.ts';
import { smallForum } from '#test/small-forum.ts';
import { isSignedBy, readCheckpoint } from './checkpoint.ts';
import { entryOf, leafOf, leavesOf } from './entry.ts';
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

forumTest('the upper levels are what a plain reading of the definition gives', async ({ forum }) => {
  // Of the first 65,436 lines no more is there than a tree keeps of them to grow: 255 full tiles, and one with 156 hashes.
  const [full, short, more] = [255, 156, 150];
  const before = full * 256 + short;
  const sha = (...parts: Buffer[]) => createHash('sha256').update(Buffer.concat(parts)).digest();
  const given = (count: number, name: string) => Array.from({ length: count }, (_, i) => sha(Buffer.from(name + i)));
  const [heads, edge] = [given(full, 'head'), given(short, 'leaf')];
  const kept = [{ level: 0, place: full, hashes: Buffer.concat(edge) }, { level: 1, place: 0, hashes: Buffer.concat(heads) }]; // prettier-ignore
  await forum.db.insertInto('record_tile').values(kept).execute();
  await forum.db.insertInto('record_checkpoint').values({ size: before, root: sha(), at: forum.now(), note: '' }).execute(); // prettier-ignore
  await sql`update record_head set sequence = ${before + more}`.execute(forum.db);
  await sql`insert into record_line (sequence, kind, act, subject_id, audience, at, commitment)
    select ${before}::int + i, 'statement.entered', 'statement.enter', gen_random_uuid(), 'public', now(),
      sha256(i::text::bytea) from generate_series(1, ${more}) i`.execute(forum.db);
  expect(await sealRecord(forum)).toBe(before + more);

  const bare = (await linesAfter(forum.db, before, 1000)).map((line) => sha(Buffer.from([0]), entryOf(line)));
  // RFC 6962, section 2.1, as it stands there: a list’s hash is that of its two parts, the first the largest power of two.
  const mth = (hashes: Buffer[]): Buffer => {
    if (hashes.length === 1) return hashes[0]!;
    let split = 1;
    while (split * 2 < hashes.length) split *= 2;
    return sha(Buffer.from([1]), mth(hashes.slice(0, split)), mth(hashes.slice(split)));
  };
  const [last, rest] = [[...edge, ...bare.slice(0, 256 - short)], bare.slice(256 - short)];
  const tile = (level: number, place: number, width: number) => tileAt(forum.db, { level, place }, width);
  expect(await tile(0, full, 256)).toEqual(Buffer.concat(last));
  expect(await tile(0, full + 1, rest.length)).toEqual(Buffer.concat(rest));
  expect(await tile(1, 0, 256)).toEqual(Buffer.concat([...heads, mth(last)]));
  expect(await tile(2, 0, 1)).toEqual(mth([...heads, mth(last)]));
  expect(await tile(2, 0, 2)).toBeUndefined();
  const { root } = readCheckpoint((await checkpointAt(forum.db))!.note)!;
  expect(root).toEqual(sha(Buffer.from([1]), mth([...heads, mth(last)]), mth(rest)));
});
