import { describe, expect } from 'vitest';
import { perform } from '#record/act.ts';
import { program, visitor } from '#record/viewer.ts';
import { forumTest } from '#test/forum.ts';
import { smallForum } from '#test/small-forum.ts';
import { enterStatement, reviseStatement, submitComment, withdrawStatement } from './acts.ts';
import { giveRuling } from './rulings/acts.ts';
import { ownReceipt, receiptCalled, repliesTo, revisionsOf, roundtablesIn, statementNumbered } from './queries.ts';

describe('receiptCalled', () => {
  forumTest('finds a comment by its code, however it is typed, and proves its first words', async ({ forum }) => {
    const small = await smallForum(forum);
    const { id, receipt: code } = await perform(forum, small.delegate, submitComment, {
      roundtable: small.roundtable,
      body: 'The clinic first.',
    });
    await perform(forum, small.delegate, reviseStatement, { statement: id, basedOn: 1, body: 'The clinic, at once.' });
    const typed = code.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l');
    const receipt = (await receiptCalled(forum.db, typed))!;
    expect(receipt).toMatchObject({ code, holds: true, statement: { body: 'The clinic, at once.', revision: 2 } });
    const hashed = Buffer.concat([Buffer.from(receipt.salt!, 'hex'), Buffer.from('The clinic first.')]);
    expect(receipt.commitment).toBe(Buffer.from(await crypto.subtle.digest('SHA-256', hashed)).toString('hex'));
    expect(receipt.lines).toHaveLength(2);
    expect(await receiptCalled(forum.db, 'AAAA-AAAA-AAAA')).toBeUndefined();
  });

  forumTest('shows the holder their own words, also where nobody else may read them', async ({ forum }) => {
    const small = await smallForum(forum);
    const { id, receipt } = await perform(forum, visitor, submitComment, {
      roundtable: small.roundtable,
      body: 'Forty night shifts to fill.',
      name: 'Tomas',
    });
    const ruling = { statement: id, decision: 'not_relevant', reason: 'A', words: 'No question.' } as const;
    await perform(forum, small.chair, giveRuling, ruling);
    expect((await receiptCalled(forum.db, receipt))!.statement).toMatchObject({
      body: 'Forty night shifts to fill.',
      speakers: [{ person: 'Tomas' }],
    });
  });

  forumTest('hides what went off the record from a code that nobody owns', async ({ forum }) => {
    const small = await smallForum(forum);
    const { id } = await perform(forum, program, enterStatement, {
      roundtable: small.roundtable,
      kind: 'intervention',
      body: 'Between us.',
      onRecord: false,
      speakers: [],
    });
    const { code } = await forum.db
      .selectFrom('receipt')
      .select('code')
      .where('statement_id', '=', id)
      .executeTakeFirstOrThrow();
    expect(await receiptCalled(forum.db, code)).toBeUndefined();
  });
});

forumTest('the code of a receipt is given to its author and to nobody else', async ({ forum }) => {
  const small = await smallForum(forum);
  const { id, receipt } = await perform(forum, small.delegate, submitComment, {
    roundtable: small.roundtable,
    body: 'The clinic first.',
  });
  expect(await ownReceipt(forum.db, small.delegate, id)).toBe(receipt);
  expect(await ownReceipt(forum.db, small.chair, id)).toBeUndefined();
  expect(await ownReceipt(forum.db, visitor, id)).toBeUndefined();
});

forumTest('every version of the words is shown, until they are withdrawn', async ({ forum }) => {
  const small = await smallForum(forum);
  const [place] = await roundtablesIn(forum.db, small.edition);
  const { id } = await perform(forum, small.delegate, submitComment, { roundtable: small.roundtable, body: 'First.' });
  await perform(forum, small.delegate, reviseStatement, { statement: id, basedOn: 1, body: 'Second.' });
  const seen = async () => (await statementNumbered(forum.db, visitor, place!, 1))!;
  expect((await revisionsOf(forum.db, await seen())).map(({ body }) => body)).toEqual(['First.', 'Second.']);
  await perform(forum, small.delegate, withdrawStatement, { statement: id });
  expect(await revisionsOf(forum.db, await seen())).toEqual([]);
});

forumTest('replies are shown in order, and only those this viewer may see', async ({ forum }) => {
  const small = await smallForum(forum);
  const [place] = await roundtablesIn(forum.db, small.edition);
  const roundtable = small.roundtable;
  const { id } = await perform(forum, small.delegate, submitComment, { roundtable, body: 'A question.' });
  await perform(forum, visitor, submitComment, { roundtable, body: 'An answer.', repliesTo: id });
  const aside = {
    roundtable,
    kind: 'intervention',
    body: 'Between us.',
    onRecord: false,
    speakers: [],
    repliesTo: id,
  } as const;
  await perform(forum, program, enterStatement, { ...aside, speakers: [] });
  const numbers = async (viewer: typeof visitor) =>
    (await repliesTo(forum.db, viewer, place!, id)).map(({ number }) => number);
  expect(await numbers(visitor)).toEqual([2]);
  expect(await numbers(small.chair)).toEqual([2, 3]);
});
