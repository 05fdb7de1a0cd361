import { describe, expect } from 'vitest';
import { perform } from '#record/act.ts';
import { program } from '#record/viewer.ts';
import { forumTest } from '#test/forum.ts';
import { smallForum } from '#test/small-forum.ts';
import { handOverEdition } from './acts.ts';

describe('edition.hand_over', () => {
  const folder = { sha256: 'ab'.repeat(32), files: 12, confidential: false };

  forumTest('leaves a line that commits to the folder', async ({ forum }) => {
    const { edition, chair } = await smallForum(forum);
    const { id } = await perform(forum, chair, handOverEdition, { edition, ...folder });
    expect(await forum.db.selectFrom('handover').selectAll().execute()).toEqual([
      { id, edition_id: edition, ...folder, at: forum.now() },
    ]);
    const line = await forum.db.selectFrom('record_line').selectAll().orderBy('sequence', 'desc').executeTakeFirst();
    expect(line).toMatchObject({ kind: 'edition.handed_over', subject_id: edition, audience: 'public' });
  });

  forumTest('is for the offices and the program, of an edition there is, with a sum that is one', async ({ forum }) => {
    const { edition, delegate } = await smallForum(forum);
    await expect(perform(forum, delegate, handOverEdition, { edition, ...folder })).rejects.toMatchObject({ code: 'act.not_yours' }); // prettier-ignore
    await expect(perform(forum, program, handOverEdition, { edition: crypto.randomUUID(), ...folder })).rejects.toMatchObject({ name: 'NotFound' }); // prettier-ignore
    await expect(perform(forum, program, handOverEdition, { edition, ...folder, sha256: 'x' })).rejects.toMatchObject({ fields: { sha256: 'handover.sum_wrong' } }); // prettier-ignore
  });
});
