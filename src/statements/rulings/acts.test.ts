import { describe, expect } from 'vitest';
import { perform } from '#record/act.ts';
import type { Forum } from '#record/forum.ts';
import { program, visitor, type Viewer } from '#record/viewer.ts';
import { enterStatement, submitComment, withdrawStatement } from '#statements/acts.ts';
import { forumTest } from '#test/forum.ts';
import { officer, smallForum } from '#test/small-forum.ts';
import { answerAppeal, giveRuling, giveRulings, makeAppeal, markAbuse } from './acts.ts';

const body = 'Forty night shifts to fill. Write to us.';
const against = { decision: 'not_relevant', reason: 'A', words: 'No question is answered.' } as const;

async function commentedForum(forum: Forum) {
  const small = await smallForum(forum);
  const { id: statement } = await perform(forum, small.delegate, submitComment, { roundtable: small.roundtable, body });
  return { ...small, statement };
}

const lastLine = (forum: Forum) =>
  forum.db.selectFrom('record_line').selectAll().orderBy('sequence', 'desc').limit(1).executeTakeFirstOrThrow();

describe('giveRuling', () => {
  forumTest('is the Chair’s, with a reason; the newest stands and the last one stays', async ({ forum }) => {
    const { statement, chair, roundtable } = await commentedForum(forum);
    await perform(forum, chair, giveRuling, { statement, ...against });
    await perform(forum, chair, giveRuling, { statement, decision: 'relevant' });
    const rulings = await forum.db.selectFrom('ruling').selectAll().orderBy('number').execute();
    expect(rulings).toMatchObject([
      { number: 1, decision: 'not_relevant', reason_code: 'A', by_id: chair.personId },
      { number: 2, decision: 'relevant', reason_code: null },
    ]);
    const line = { kind: 'ruling.given', subject_id: statement, roundtable_id: roundtable, audience: 'public' };
    expect(await lastLine(forum)).toMatchObject(line);
  });

  forumTest('is refused to everyone else, the support unit and co-chairs among them', async ({ forum }) => {
    const { statement, delegate, edition } = await commentedForum(forum);
    const others = [delegate, visitor];
    for (const kind of ['support_unit', 'co_chair', 'rapporteur', 'note_taker'] as const)
      others.push(await officer(forum, { edition }, kind, `A ${kind}`));
    for (const viewer of others)
      await expect(perform(forum, viewer, giveRuling, { statement, ...against })).rejects.toMatchObject({
        code: 'act.not_yours',
      });
  });

  forumTest('is refused without a decision, a published reason or words', async ({ forum }) => {
    const { statement, chair } = await commentedForum(forum);
    const rule = (given: object) => perform(forum, chair, giveRuling, { statement, ...against, ...given });
    await expect(rule({ decision: undefined })).rejects.toMatchObject({
      fields: { decision: 'ruling.decision_missing' },
    });
    await expect(rule({ reason: null })).rejects.toMatchObject({ fields: { reason: 'ruling.reason_missing' } });
    await expect(rule({ words: ' ' })).rejects.toMatchObject({ fields: { words: 'ruling.words_missing' } });
    await expect(rule({ words: 'x'.repeat(2001) })).rejects.toMatchObject({
      fields: { words: 'ruling.words_too_long' },
    });
    await expect(rule({ reason: 'Z' })).rejects.toMatchObject({ code: 'ruling.reason_unknown' });
  });

  forumTest('is refused on what was said on the floor, and on what was withdrawn', async ({ forum }) => {
    const { statement, roundtable, chair, delegate } = await commentedForum(forum);
    const spoken = await perform(forum, program, enterStatement, { roundtable, kind: 'remark', body, speakers: [] });
    const rule = (of: string) => perform(forum, chair, giveRuling, { statement: of, ...against });
    await expect(rule(spoken.id)).rejects.toMatchObject({ code: 'ruling.not_a_comment' });
    await perform(forum, delegate, withdrawStatement, { statement });
    await expect(rule(statement)).rejects.toMatchObject({ code: 'statement.withdrawn' });
  });

  forumTest('waits while an appeal is open', async ({ forum }) => {
    const { statement, chair, delegate } = await commentedForum(forum);
    await perform(forum, chair, giveRuling, { statement, ...against });
    await perform(forum, delegate, makeAppeal, { statement, words: 'It answers question 1.' });
    const again = perform(forum, chair, giveRuling, { statement, decision: 'relevant' });
    await expect(again).rejects.toMatchObject({ code: 'ruling.appeal_open' });
  });
});

describe('giveRulings', () => {
  forumTest('gives each its own reason and words, all or none', async ({ forum }) => {
    const { statement, roundtable, chair, delegate } = await commentedForum(forum);
    const other = await perform(forum, delegate, submitComment, { roundtable, body: 'Night buses first.' });
    const give = (viewer: Viewer, ...rulings: object[]) =>
      perform(forum, viewer, giveRulings, { rulings: rulings as { statement: string; decision: 'relevant' }[] });
    const given = () => forum.db.selectFrom('ruling').select(['decision', 'words']).orderBy('words').execute();
    const relevant = { statement: other.id, decision: 'relevant' };
    await expect(give(chair)).rejects.toMatchObject({ fields: { rulings: 'ruling.none_chosen' } });
    await expect(give(chair, ...Array(51).fill(relevant))).rejects.toMatchObject({
      fields: { rulings: 'ruling.too_many' },
    });
    await expect(give(chair, relevant, { statement, ...against, words: '' })).rejects.toMatchObject({
      fields: { 'rulings.1.words': 'ruling.words_missing' },
    });
    await expect(give(delegate, relevant)).rejects.toMatchObject({ code: 'act.not_yours' });
    await perform(forum, delegate, withdrawStatement, { statement });
    await expect(give(chair, relevant, { statement, ...against })).rejects.toMatchObject({
      code: 'ruling.several_refused',
      values: { places: '2.1/1', count: 1 },
    });
    expect(await given()).toEqual([]);
    const third = await perform(forum, delegate, submitComment, { roundtable, body: 'Day buses second.' });
    await give(chair, relevant, { statement: third.id, ...against });
    expect(await given()).toEqual([
      { decision: 'relevant', words: '' },
      { decision: 'not_relevant', words: against.words },
    ]);
  });
});

describe('markAbuse', () => {
  const marking = { reason: 'spam', words: 'The same text came eleven times.' } as const;

  forumTest('by the support unit is a ruling of its own, which the Chair reverses by another', async ({ forum }) => {
    const { statement, chair, edition } = await commentedForum(forum);
    const unit = await officer(forum, { edition }, 'support_unit', 'Jonas Keller');
    await perform(forum, unit, markAbuse, { statement, ...marking });
    expect(await lastLine(forum)).toMatchObject({ kind: 'statement.abuse_marked', subject_id: statement });
    await perform(forum, chair, giveRuling, { statement, decision: 'relevant' });
    const rulings = await forum.db.selectFrom('ruling').select(['decision', 'reason_code']).orderBy('number').execute();
    expect(rulings).toEqual([
      { decision: 'abuse', reason_code: 'spam' },
      { decision: 'relevant', reason_code: null },
    ]);
  });

  forumTest('is refused to others, without a reason of its own or words, and twice', async ({ forum }) => {
    const { statement, chair, delegate } = await commentedForum(forum);
    const mark = (viewer: Viewer, given: object = {}) =>
      perform(forum, viewer, markAbuse, { statement, ...marking, ...given });
    await expect(mark(delegate)).rejects.toMatchObject({ code: 'act.not_yours' });
    await expect(mark(chair, { reason: 'A' })).rejects.toMatchObject({
      fields: { reason: 'ruling.abuse_reason_missing' },
    });
    await expect(mark(chair, { words: '' })).rejects.toMatchObject({ fields: { words: 'ruling.words_missing' } });
    await mark(chair);
    await expect(mark(chair)).rejects.toMatchObject({ code: 'ruling.abuse_already' });
  });
});

describe('makeAppeal', () => {
  const words = 'It answers question 1: the service that opens first is work.';

  forumTest('is the author’s, once, against a ruling that stands', async ({ forum }) => {
    const { statement, chair, delegate, roundtable } = await commentedForum(forum);
    const appeal = (viewer: Viewer) => perform(forum, viewer, makeAppeal, { statement, words });
    await expect(appeal(delegate)).rejects.toMatchObject({ code: 'appeal.nothing_against' });
    await perform(forum, chair, giveRuling, { statement, ...against });
    await expect(appeal(chair)).rejects.toMatchObject({ name: 'NotFound' });
    await expect(appeal(visitor)).rejects.toMatchObject({ name: 'NotFound' });
    await appeal(delegate);
    expect(await lastLine(forum)).toMatchObject({
      kind: 'appeal.made',
      subject_id: statement,
      roundtable_id: roundtable,
    });
    await expect(appeal(delegate)).rejects.toMatchObject({ code: 'appeal.made_already' });
  });

  forumTest('needs words, and a comment that has not been withdrawn', async ({ forum }) => {
    const { statement, chair, delegate } = await commentedForum(forum);
    await perform(forum, chair, giveRuling, { statement, ...against });
    const silent = perform(forum, delegate, makeAppeal, { statement, words: ' ' });
    await expect(silent).rejects.toMatchObject({ fields: { words: 'appeal.words_missing' } });
    await perform(forum, delegate, withdrawStatement, { statement });
    const late = perform(forum, delegate, makeAppeal, { statement, words });
    await expect(late).rejects.toMatchObject({ code: 'statement.withdrawn' });
  });

  forumTest('takes the code of the receipt from whoever has no account, and from nobody else', async ({ forum }) => {
    const { statement: delegates, roundtable, chair } = await commentedForum(forum);
    const guest = await perform(forum, visitor, submitComment, { roundtable, body: 'Night buses first.', name: 'Ada' });
    const other = await perform(forum, visitor, submitComment, { roundtable, body: 'Day buses.', name: 'Bea' });
    for (const statement of [delegates, guest.id]) await perform(forum, chair, giveRuling, { statement, ...against });
    const appeal = (statement: string, receipt: string | null) =>
      perform(forum, visitor, makeAppeal, { statement, words, receipt });
    await expect(appeal(guest.id, null)).rejects.toMatchObject({ name: 'NotFound' });
    await expect(appeal(guest.id, other.receipt)).rejects.toMatchObject({ name: 'NotFound' });
    const { code } = await forum.db
      .selectFrom('receipt')
      .select('code')
      .where('statement_id', '=', delegates)
      .executeTakeFirstOrThrow();
    await expect(appeal(delegates, code)).rejects.toMatchObject({ name: 'NotFound' });
    await appeal(guest.id, guest.receipt.toLowerCase());
    const [made] = await forum.db.selectFrom('appeal').selectAll().execute();
    expect(made).toMatchObject({ statement_id: guest.id, by_id: null, outcome: null });
  });
});

describe('answerAppeal', () => {
  const answer = 'We read it again with the co-chairs.';

  async function appealedForum(forum: Forum) {
    const commented = await commentedForum(forum);
    const { statement, chair, delegate } = commented;
    await perform(forum, chair, giveRuling, { statement, ...against });
    const { id: appeal } = await perform(forum, delegate, makeAppeal, { statement, words: 'Read it again.' });
    return { ...commented, appeal };
  }

  forumTest('upholds the ruling, once', async ({ forum }) => {
    const { appeal, chair, statement } = await appealedForum(forum);
    await perform(forum, chair, answerAppeal, { appeal, outcome: 'upheld', answer });
    expect(await lastLine(forum)).toMatchObject({ kind: 'appeal.answered', subject_id: statement });
    const row = await forum.db.selectFrom('appeal').selectAll().executeTakeFirstOrThrow();
    expect(row).toMatchObject({ outcome: 'upheld', answer, answered_by: chair.personId, new_ruling_id: null });
    const again = perform(forum, chair, answerAppeal, { appeal, outcome: 'upheld', answer });
    await expect(again).rejects.toMatchObject({ code: 'appeal.answered_already' });
  });

  forumTest('puts a new ruling in the place of the last, which is not appealed again', async ({ forum }) => {
    const { appeal, chair, delegate, statement } = await appealedForum(forum);
    const ruling = { ...against, words: 'It advertises.' };
    await perform(forum, chair, answerAppeal, { appeal, outcome: 'replaced', answer, ruling });
    const rulings = await forum.db.selectFrom('ruling').select(['number', 'words']).orderBy('number').execute();
    expect(rulings).toEqual([
      { number: 1, words: against.words },
      { number: 2, words: 'It advertises.' },
    ]);
    const once = perform(forum, delegate, makeAppeal, { statement, words: 'And again.' });
    await expect(once).rejects.toMatchObject({ code: 'appeal.answered_finally' });
  });

  forumTest('is left to another person of the Chair’s office, where there is one', async ({ forum }) => {
    const { appeal, chair, edition } = await appealedForum(forum);
    const second = await officer(forum, { edition }, 'chairs_office', 'Amina Okello');
    const own = perform(forum, chair, answerAppeal, { appeal, outcome: 'upheld', answer });
    await expect(own).rejects.toMatchObject({ code: 'appeal.another_answers' });
    await perform(forum, second, answerAppeal, { appeal, outcome: 'upheld', answer });
  });

  forumTest(
    'is refused to others, without words, and where it does not say what is ruled instead',
    async ({ forum }) => {
      const { appeal, chair, delegate } = await appealedForum(forum);
      const give = (viewer: Viewer, given: object) =>
        perform(forum, viewer, answerAppeal, { appeal, outcome: 'upheld', answer, ...given });
      await expect(give(delegate, {})).rejects.toMatchObject({ code: 'act.not_yours' });
      await expect(give(chair, { outcome: undefined })).rejects.toMatchObject({
        fields: { outcome: 'appeal.outcome_missing' },
      });
      await expect(give(chair, { answer: '' })).rejects.toMatchObject({ fields: { answer: 'appeal.answer_missing' } });
      await expect(give(chair, { outcome: 'replaced' })).rejects.toMatchObject({
        fields: { ruling: 'appeal.ruling_missing' },
      });
      const without = { decision: 'not_relevant', reason: null };
      await expect(give(chair, { outcome: 'replaced', ruling: without })).rejects.toMatchObject({
        fields: { 'ruling.reason': 'ruling.reason_missing' },
      });
      await expect(give(chair, { outcome: 'replaced', ruling: { ...without, reason: 'Z' } })).rejects.toMatchObject({
        code: 'ruling.reason_unknown',
      });
      await expect(give(chair, { appeal: crypto.randomUUID() })).rejects.toMatchObject({ name: 'NotFound' });
    },
  );
});
