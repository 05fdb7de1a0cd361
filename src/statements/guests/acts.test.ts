import { describe, expect } from 'vitest';
import { perform } from '#record/act.ts';
import { program, visitor } from '#record/viewer.ts';
import { reviseStatement, submitComment, withdrawStatement } from '#statements/acts.ts';
import { addAttachment, withdrawAttachment } from '#statements/attachments/acts.ts';
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

describe('a guest’s own comment', () => {
  const file = { name: 'list.txt', content: Buffer.from('Miremba, 112').toString('base64') };

  forumTest(
    'is revised, given files and withdrawn by the code of its receipt, as one with an account does',
    async ({ forum }) => {
      const { roundtable } = await smallForum(forum);
      const { id: statement, receipt: code } = await perform(forum, visitor, submitComment, { roundtable, ...comment });
      const typed = code.toLowerCase().replaceAll('-', ' ');
      await perform(forum, visitor, reviseStatement, { statement, basedOn: 1, body: 'The clinic, then the school.', code: typed }); // prettier-ignore
      const { id: attachment } = await perform(forum, visitor, addAttachment, { statement, ...file, code });
      await perform(forum, visitor, withdrawAttachment, { attachment, code });
      const outdated = perform(forum, visitor, reviseStatement, { statement, basedOn: 1, body: 'Neither.', code });
      await expect(outdated).rejects.toMatchObject({ code: 'statement.revised_meanwhile' });
      await perform(forum, visitor, withdrawStatement, { statement, code });
      const late = perform(forum, visitor, reviseStatement, { statement, basedOn: 2, body: 'After all.', code });
      await expect(late).rejects.toMatchObject({ code: 'statement.withdrawn' });
    },
  );

  forumTest('is nobody’s without the code, and a code is not enough where there is an account', async ({ forum }) => {
    const { roundtable, delegate } = await smallForum(forum);
    const { id: statement } = await perform(forum, visitor, submitComment, { roundtable, ...comment });
    const other = await perform(forum, delegate, submitComment, { roundtable, body: 'The school first.' });
    const revise = (of: string, code: string, viewer = visitor) =>
      perform(forum, viewer, reviseStatement, { statement: of, basedOn: 1, body: 'Mine now.', code });
    await expect(revise(statement, '')).rejects.toMatchObject({ name: 'NotFound' });
    await expect(revise(statement, other.receipt, delegate)).rejects.toMatchObject({ name: 'NotFound' });
    await expect(revise(other.id, other.receipt)).rejects.toMatchObject({ name: 'NotFound' });
    for (const attempt of [
      () => perform(forum, visitor, addAttachment, { statement: other.id, ...file, code: other.receipt }),
      () => perform(forum, visitor, withdrawStatement, { statement: other.id, code: other.receipt }),
    ])
      await expect(attempt()).rejects.toMatchObject({ name: 'NotFound' });
  });
});
