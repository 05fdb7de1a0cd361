import { expect } from 'vitest';
import { perform } from '#record/act.ts';
import { readCheckpoint } from '#record/tree/checkpoint.ts';
import { checkpointAt, newestCheckpoints } from '#record/tree/queries.ts';
import { sealRecord } from '#record/tree/sealing.ts';
import { visitor } from '#record/viewer.ts';
import { forumTest, testNow } from '#test/forum.ts';
import { smallForum } from '#test/small-forum.ts';
import { makeWitness } from '#test/witness.ts';
import { cosignCheckpoint, nameWitness, withdrawWitness } from './acts.ts';
import { witnessesOf } from './queries.ts';

forumTest('a witness is named, signs a head of the record, and is asked no longer', async ({ forum }) => {
  const { edition, chair, delegate } = await smallForum(forum);
  const lake = makeWitness('witness.example');
  await sealRecord(forum);
  const note = await lake.cosigned(forum.db, testNow);
  const refused = (work: Promise<unknown>, code: string) => expect(work).rejects.toMatchObject({ code });

  await refused(perform(forum, delegate, nameWitness, { edition, key: lake.key }), 'act.not_yours');
  await refused(perform(forum, chair, nameWitness, { edition, key: forum.signer.key }), 'witness.key_wrong');
  await refused(perform(forum, visitor, cosignCheckpoint, { note }), 'checkpoint.nothing_new');
  const { id } = await perform(forum, chair, nameWitness, { edition, key: lake.key });
  await refused(perform(forum, chair, nameWitness, { edition, key: lake.key }), 'witness.named_already');

  await refused(perform(forum, visitor, cosignCheckpoint, { note: 'seen' }), 'checkpoint.not_one');
  const other = note.replace('lakeforum', 'lakeforun');
  await refused(perform(forum, visitor, cosignCheckpoint, { note: other }), 'checkpoint.not_ours');
  const forged = note.replace(
    /(— witness.example \S{40})(.)/,
    (_, kept: string, last: string) => `${kept}${last === 'A' ? 'B' : 'A'}`,
  );
  await refused(perform(forum, visitor, cosignCheckpoint, { note: forged }), 'checkpoint.nothing_new');
  expect(await perform(forum, visitor, cosignCheckpoint, { note })).toEqual({ size: expect.any(Number), witnesses: 1 });
  await refused(perform(forum, visitor, cosignCheckpoint, { note }), 'checkpoint.nothing_new');

  const [head] = await newestCheckpoints(forum.db);
  expect(head!.witnesses).toEqual([{ name: 'witness.example', at: testNow }]);
  expect(head!.note).toBe(note);
  expect(readCheckpoint((await checkpointAt(forum.db))!.note)!.note.signatures).toHaveLength(2);
  const lines = await forum.db.selectFrom('record_line').select('kind').where('subject_id', '=', id).orderBy('sequence').execute(); // prettier-ignore
  expect(lines.map(({ kind }) => kind)).toEqual(['witness.named', 'checkpoint.cosigned']);

  await refused(perform(forum, delegate, withdrawWitness, { edition, witness: id }), 'act.not_yours');
  await expect(perform(forum, chair, withdrawWitness, { edition, witness: edition })).rejects.toThrow('no witness');
  await perform(forum, chair, withdrawWitness, { edition, witness: id });
  await refused(perform(forum, chair, withdrawWitness, { edition, witness: id }), 'witness.withdrawn_already');
  expect(await witnessesOf(forum.db)).toMatchObject([{ name: 'witness.example', withdrawn: true }]);
});
