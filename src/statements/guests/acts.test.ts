import { describe, expect } from 'vitest';
import { perform } from '#record/act.ts';
import { program, visitor } from '#record/viewer.ts';
import { submitComment, withdrawStatement } from '#statements/acts.ts';
import { forumTest } from '#test/forum.ts';
import { smallForum } from '#test/small-forum.ts';
import { confirmEmail } from './acts.ts';
import { commentToConfirm } from './queries.ts';

const comment = { body: 'The clinic first.', name: 'Ada Kimani', email: 'ada@example.org' };

describe('confirmEmail', () => {
  forumTest('lets a guest’s comment be received, once', async ({ forum }) => {
    const { roundtable } = await smallForum(forum);
    const { id: statement, receipt } = await perform(forum, visitor, submitComment, { roundtable, ...comment });
    await perform(forum, program, confirmEmail, { statement });
    expect(await forum.db.selectFrom('statement').select(['state', 'identity']).executeTakeFirst()).toEqual({
      state: 'received',
      identity: 'email_confirmed',
    });
    expect(await commentToConfirm(forum.db, statement)).toMatchObject({
      receipt,
      confirmed_at: forum.now(),
      number: 1,
    });
    const lines = await forum.db
      .selectFrom('record_line')
      .select('kind')
      .where('subject_id', '=', statement)
      .orderBy('sequence')
      .execute();
    expect(lines.map(({ kind }) => kind)).toEqual(['comment.submitted', 'comment.email_confirmed']);
    await expect(perform(forum, program, confirmEmail, { statement })).rejects.toMatchObject({
      code: 'comment.confirmed_already',
    });
  });

  forumTest('is not for visitors or delegates, nor where no address was given', async ({ forum }) => {
    const { roundtable, delegate } = await smallForum(forum);
    const { id: statement } = await perform(forum, visitor, submitComment, { roundtable, ...comment });
    for (const viewer of [visitor, delegate])
      await expect(perform(forum, viewer, confirmEmail, { statement })).rejects.toMatchObject({
        code: 'act.not_yours',
      });
    const { id } = await perform(forum, visitor, submitComment, { roundtable, body: 'Unsigned.' });
    await expect(perform(forum, program, confirmEmail, { statement: id })).rejects.toMatchObject({ name: 'NotFound' });
  });

  forumTest('is refused for what was withdrawn', async ({ forum }) => {
    const { roundtable } = await smallForum(forum);
    const { id: statement } = await perform(forum, visitor, submitComment, { roundtable, ...comment });
    await perform(forum, program, withdrawStatement, { statement });
    await expect(perform(forum, program, confirmEmail, { statement })).rejects.toMatchObject({
      code: 'statement.withdrawn',
    });
  });
});
