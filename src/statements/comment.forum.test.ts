import { describe, expect } from 'vitest';
import { openAccount } from '#people/acts.ts';
import { requireRelease } from '#people/credentials/acts.ts';
import { perform } from '#record/act.ts';
import { program, visitor } from '#record/viewer.ts';
import { forumTest } from '#test/forum.ts';
import { deadline, smallForum } from '#test/small-forum.ts';
import { acknowledgementOf } from './acknowledgements/queries.ts';
import { enterStatement, reviseStatement, submitComment, withdrawStatement } from './acts.ts';
import { giveRuling } from './rulings/acts.ts';

const body = 'We moved our desk into the bus station. Visits doubled in a month (and stayed so).';

describe('the same form sent twice', () => {
  forumTest('enters one comment and shows the first one’s receipt, also after the closing', async ({ forum }) => {
    const { roundtable, delegate } = await smallForum(forum);
    const token = forum.newId();
    const first = await perform(forum, delegate, submitComment, { roundtable, body, token });
    expect(await perform(forum, delegate, submitComment, { roundtable, body, token })).toEqual(first);
    const late = { ...forum, now: () => deadline };
    expect(await perform(late, delegate, submitComment, { roundtable, body, token })).toEqual(first);
    expect(await forum.db.selectFrom('statement').select('number').execute()).toEqual([{ number: 1 }]);
    const payload = await forum.db.selectFrom('record_payload').select('payload').orderBy('sequence', 'desc').executeTakeFirstOrThrow(); // prettier-ignore
    expect(payload.payload).not.toContain(token);
  });
});

describe('the wish to be thanked by name', () => {
  forumTest('is kept with the comment, also while it waits for release', async ({ forum }) => {
    const { roundtable, delegate, kenya, edition } = await smallForum(forum);
    const submit = () => perform(forum, delegate, submitComment, { roundtable, body, byName: true });
    const { id } = await submit();
    expect(await acknowledgementOf(forum.db, id)).toBe(true);
    await perform(forum, program, requireRelease, { edition, delegation: kenya, required: true });
    expect(await acknowledgementOf(forum.db, (await submit()).id)).toBe(true);
    const unasked = await perform(forum, delegate, submitComment, { roundtable, body });
    expect(await acknowledgementOf(forum.db, unasked.id)).toBeNull();
  });
});

describe('a guest', () => {
  forumTest('leaves a name and an address, and is held until it is confirmed', async ({ forum }) => {
    const { roundtable } = await smallForum(forum);
    const { id } = await perform(forum, visitor, submitComment, {
      roundtable,
      body,
      name: 'Ada Kimani',
      email: 'Ada@Example.org',
    });
    expect(await forum.db.selectFrom('guest').selectAll().executeTakeFirst()).toEqual({
      statement_id: id,
      email: 'ada@example.org',
      name: 'Ada Kimani',
      confirmed_at: null,
    });
    expect(await forum.db.selectFrom('statement').select(['state', 'identity']).executeTakeFirst()).toEqual({
      state: 'held',
      identity: 'unidentified',
    });
  });

  forumTest('is refused an address without a name, and what is no address', async ({ forum }) => {
    const { roundtable } = await smallForum(forum);
    const submit = (name: string, email: string) =>
      perform(forum, visitor, submitComment, { roundtable, body, name, email });
    await expect(submit('', 'ada@example.org')).rejects.toMatchObject({ code: 'comment.name_for_address' });
    await expect(submit('Ada', 'ada@lakeside')).rejects.toMatchObject({ fields: { email: 'people.email_wrong' } });
  });

  forumTest(
    'is refused a name that imitates a person or is a delegation’s, however it is spelled',
    async ({ forum }) => {
      const { roundtable } = await smallForum(forum);
      const submit = (name: string) => perform(forum, visitor, submitComment, { roundtable, body, name });
      await expect(submit('Kenya')).rejects.toMatchObject({ code: 'people.name_of_delegation' });
      await expect(submit('K E N Y A')).rejects.toMatchObject({ code: 'people.name_of_delegation' });
      await expect(submit('Grасе Nakato')).rejects.toMatchObject({ code: 'people.name_mixed' });
      await expect(submit('Grace Nakat0')).rejects.toMatchObject({
        code: 'people.name_imitates',
        values: { name: 'Grace Nakato' },
      });
      await expect(submit('Grace\u200b Nakato')).rejects.toMatchObject({ code: 'people.name_unseen' });
    },
  );

  forumTest('who bears the name of someone on the register is said to', async ({ forum }) => {
    const { roundtable } = await smallForum(forum);
    await perform(forum, visitor, submitComment, { roundtable, body, name: 'Grace Nakato' });
    const speaker = await forum.db.selectFrom('statement_speaker').select(['person_id', 'likeness']).executeTakeFirst();
    expect(speaker).toEqual({ person_id: null, likeness: 'Grace Nakato' });
  });
});

describe('someone with an account who speaks for nobody', () => {
  forumTest('is held, or received where the account’s address is confirmed', async ({ forum }) => {
    const { roundtable, edition, chair } = await smallForum(forum);
    const comment = () => perform(forum, chair, submitComment, { roundtable, body, name: 'Somebody Else' });
    const standing = async (id: string) =>
      forum.db.selectFrom('statement').select(['state', 'identity']).where('id', '=', id).executeTakeFirst();
    expect(await standing((await comment()).id)).toEqual({ state: 'held', identity: 'unidentified' });
    const account = { edition, person: chair.personId!, email: 'grace@example.org', password: 'every voice counts' };
    await perform(forum, program, openAccount, account);
    await forum.db.updateTable('login').set({ email_verified: true }).execute();
    const { id } = await comment();
    expect(await standing(id)).toEqual({ state: 'received', identity: 'email_confirmed' });
    const speaker = await forum.db
      .selectFrom('statement_speaker')
      .select(['name', 'function', 'person_id'])
      .where('statement_id', '=', id)
      .executeTakeFirst();
    expect(speaker).toEqual({ name: 'Grace Nakato', function: 'adviser', person_id: chair.personId });
  });
});

describe('a quoted passage', () => {
  forumTest('is kept exactly as it stands in the revision it is from', async ({ forum }) => {
    const { roundtable, delegate } = await smallForum(forum);
    const { id: statement } = await perform(forum, delegate, submitComment, {
      roundtable,
      body: 'First.\r\n\r\nVisits doubled\nin a month.',
    });
    const quotes = [{ statement, text: 'First. Visits  doubled' }];
    const { id } = await perform(forum, visitor, submitComment, { roundtable, body, repliesTo: statement, quotes });
    expect(await forum.db.selectFrom('quotation').selectAll().executeTakeFirst()).toEqual({
      statement_id: id,
      position: 1,
      quoted_id: statement,
      quoted_revision: 1,
      text: 'First.\n\nVisits doubled',
    });
  });

  forumTest('is refused where it is not in the words as they stand, or they cannot be read', async ({ forum }) => {
    const { roundtable, delegate, chair } = await smallForum(forum);
    const { id: statement } = await perform(forum, delegate, submitComment, { roundtable, body });
    const quote = (text: string) =>
      perform(forum, visitor, submitComment, { roundtable, body: 'I agree.', quotes: [{ statement, text }] });
    await quote('doubled in a month (and');
    const refusal = { code: 'comment.not_a_quotation', values: { number: 1 } };
    await expect(quote('Visits tripled')).rejects.toMatchObject(refusal);
    await expect(quote('   ')).rejects.toMatchObject(refusal);
    await perform(forum, delegate, reviseStatement, { statement, basedOn: 1, body: 'Visits doubled.' });
    await expect(quote('in a month')).rejects.toMatchObject(refusal);
    await perform(forum, chair, giveRuling, {
      statement,
      decision: 'not_relevant',
      reason: 'A',
      words: 'No question.',
    });
    await expect(quote('Visits')).rejects.toMatchObject({ name: 'NotFound' });
  });
});

describe('a reply', () => {
  forumTest('is refused to what is elsewhere, and to what was withdrawn', async ({ forum }) => {
    const { roundtable, delegate } = await smallForum(forum);
    const reply = (repliesTo: string) => perform(forum, visitor, submitComment, { roundtable, body, repliesTo });
    await expect(reply(forum.newId())).rejects.toMatchObject({ code: 'comment.answers_nothing' });
    const { id } = await perform(forum, delegate, submitComment, { roundtable, body });
    await perform(forum, delegate, withdrawStatement, { statement: id });
    await expect(reply(id)).rejects.toMatchObject({ code: 'comment.answers_withdrawn' });
  });
});

forumTest('what no text can hold is shown as such, and lines end in one way', async ({ forum }) => {
  const { roundtable, delegate } = await smallForum(forum);
  await perform(forum, delegate, submitComment, { roundtable, body: 'One\0\r\ntwo\u0007<script>alert(1)</script>' });
  const { body: kept } = await forum.db.selectFrom('statement_revision').select('body').executeTakeFirstOrThrow();
  expect(kept).toBe('One\ufffd\ntwo\ufffd<script>alert(1)</script>');
});

forumTest('what was said aloud has no guest and no token', async ({ forum }) => {
  const { roundtable } = await smallForum(forum);
  const spoken = { kind: 'intervention', body, speakers: [] } as const;
  await perform(forum, program, enterStatement, { roundtable, ...spoken, speakers: [] });
  expect(await forum.db.selectFrom('statement').select('form_token').executeTakeFirst()).toEqual({ form_token: null });
});
