import { randomUUID } from 'node:crypto';
import { describe, expect } from 'vitest';
import { correctNote, mergeNotes } from '#notes/acts.ts';
import { confirmIntervention } from '#notes/corrections/acts.ts';
import { perform } from '#record/act.ts';
import type { Forum } from '#record/forum.ts';
import { program, visitor } from '#record/viewer.ts';
import { statementsOf } from '#statements/queries.ts';
import { submitComment } from '#statements/acts.ts';
import { forumTest } from '#test/forum.ts';
import { aTurn, atTheMeeting } from '#test/meeting.ts';
import { checkIntervention, composeIntervention, setOnRecord } from './acts.ts';

const compose = (forum: Forum, slot: string) => perform(forum, program, composeIntervention, { slot });

async function bodiesOf(forum: Forum, statement: string): Promise<string[]> {
  const rows = await forum.db.selectFrom('statement_revision').select('body').where('statement_id', '=', statement).orderBy('revision').execute(); // prettier-ignore
  return rows.map(({ body }) => body);
}

describe('composeIntervention', () => {
  forumTest('makes a statement of the notes, with who spoke, for whom, and what it answers', async ({ forum }) => {
    const { roundtable, edition, kenya, guatemala, ruth, at, take } = await atTheMeeting(forum);
    const slot = await aTurn(forum, { roundtable, delegation: guatemala, name: 'Diego Paz', behalf: kenya, from: -4 });
    await take(ruth, 'gtm q #1 how cities reach people who avoid every counter', -3);
    await take(ruth, 'p one desk “for all” ~', -3);
    await take(ruth, 'st “we pay”', -2);
    await take(ruth, 'ken s it', -1, { slot });
    const { id } = await compose(forum, slot);
    expect(await bodiesOf(forum, id)).toEqual([
      'Guatemala questioned how cities reach people who avoid every counter.\n\nGuatemala stated: “we pay”.\n\nKenya supported it.',
    ]);
    const place = { id: roundtable, edition_id: edition, attribution: 'attributed' };
    const [seen] = await statementsOf(forum.db, visitor, place);
    expect(seen).toMatchObject({ kind: 'intervention', mode: 'oral', state: 'noted', source: 'note_taker', saidAt: at(-4), answers: [1], language: 'en' }); // prettier-ignore
    expect(seen!.speakers).toMatchObject([
      { part: 'speaker', delegation: { name: 'Guatemala' }, person: 'Diego Paz', capacity: 'delegate' },
      { part: 'on_behalf_of', delegation: { name: 'Kenya' } },
    ]);
    const lines = await forum.db.selectFrom('record_line').select(['kind', 'audience']).where('subject_id', '=', id).execute(); // prettier-ignore
    expect(lines).toEqual([{ kind: 'intervention.composed', audience: 'public' }]);
  });

  forumTest('adds a revision when a line changes, and none when nothing does', async ({ forum }) => {
    const { ruth, otto, take, turn } = await atTheMeeting(forum);
    const a = await take(ruth, 'o could not support a separation, would support a narrow one', -9);
    const b = await take(otto, 'o cannot support separation; would support an arrow one', -8);
    const { id } = await compose(forum, turn);
    await compose(forum, turn);
    await perform(forum, otto, mergeNotes, { first: a.id, second: b.id, keep: 'second' });
    await compose(forum, turn);
    await perform(forum, ruth, correctNote, { note: b.id, basedOn: 1, line: 'o separation; would support a narrow one' }); // prettier-ignore
    await compose(forum, turn);
    expect(await bodiesOf(forum, id)).toEqual([
      'Kenya opposed: could not support a separation, would support a narrow one.',
      'Kenya opposed: cannot support separation; would support an arrow one.',
      'Kenya opposed separation; would support a narrow one.',
    ]);
  });

  forumTest('is off the record where all of it was, and where the turn is', async ({ forum }) => {
    const { roundtable, ruth, kenya, take } = await atTheMeeting(forum);
    const onRecord = async (slot: string) => {
      const { id } = await compose(forum, slot);
      return forum.db.selectFrom('statement').select('on_record').where('id', '=', id).executeTakeFirst();
    };
    const whole = await aTurn(forum, { roundtable, delegation: kenya, from: -4, offRecord: true });
    await take(ruth, 'openly', -3, { slot: whole });
    expect(await onRecord(whole)).toEqual({ on_record: false });
    const every = await aTurn(forum, { roundtable, delegation: kenya, from: -3 });
    await take(ruth, '~ quietly', -2, { slot: every });
    expect(await onRecord(every)).toEqual({ on_record: false });
    await take(ruth, 'and openly', -2, { slot: every });
    expect(await onRecord(every)).toEqual({ on_record: true });
  });

  forumTest('follows on from a comment that everyone may read', async ({ forum }) => {
    const { roundtable, ruth, take, turn, delegate } = await atTheMeeting(forum);
    await forum.db.updateTable('roundtable').set({ state: 'open_for_comment' }).where('id', '=', roundtable).execute();
    const { id: comment } = await perform(forum, delegate, submitComment, { roundtable, body: 'Who pays?' });
    await forum.db.updateTable('roundtable').set({ state: 'in_session' }).where('id', '=', roundtable).execute();
    await take(ruth, 'q ^1 who pays');
    const { id } = await compose(forum, turn);
    const row = await forum.db.selectFrom('statement').select('replies_to').where('id', '=', id).executeTakeFirst();
    expect(row).toEqual({ replies_to: comment });
  });

  forumTest('is refused while the turn goes on, without notes, once confirmed, and to others', async ({ forum }) => {
    const { roundtable, kenya, ruth, delegate, take, turn } = await atTheMeeting(forum);
    await expect(compose(forum, turn)).rejects.toMatchObject({ name: 'NotFound' });
    await expect(compose(forum, randomUUID())).rejects.toMatchObject({ name: 'NotFound' });
    const going = await aTurn(forum, { roundtable, delegation: kenya, from: -1, to: null });
    await take(ruth, 'still', 0);
    await expect(compose(forum, going)).rejects.toMatchObject({ code: 'intervention.not_ended' });
    await take(ruth, 'how');
    await expect(perform(forum, delegate, composeIntervention, { slot: turn })).rejects.toMatchObject({ code: 'act.not_yours' }); // prettier-ignore
    const { id } = await compose(forum, turn);
    await perform(forum, delegate, confirmIntervention, { statement: id, delegation: kenya, revision: 1 });
    await take(ruth, 'more');
    await expect(compose(forum, turn)).rejects.toMatchObject({ code: 'intervention.confirmed' });
    await forum.db.updateTable('statement').set({ state: 'withheld' }).where('id', '=', id).execute();
    await expect(compose(forum, turn)).rejects.toMatchObject({ code: 'intervention.withheld' });
  });
});

describe('checkIntervention', () => {
  forumTest('says so once nothing waits, and once', async ({ forum }) => {
    const { ruth, otto, delegate, take, turn } = await atTheMeeting(forum);
    const a = await take(ruth, '! o a narrow one, with a judge', -9);
    await take(otto, 'o an arrow one, with a judge', -8);
    const { id: statement } = await compose(forum, turn);
    const check = (who = ruth) => perform(forum, who, checkIntervention, { statement });
    await expect(check(delegate)).rejects.toMatchObject({ code: 'act.not_yours' });
    await expect(check()).rejects.toMatchObject({ code: 'intervention.lines_wait', values: { count: 2 } });
    await perform(forum, ruth, correctNote, { note: a.id, basedOn: 1, line: 'o an arrow one, with a judge' });
    await compose(forum, turn);
    await check();
    await expect(check()).rejects.toMatchObject({ code: 'intervention.stands_already' });
    const kinds = await forum.db.selectFrom('record_line').select('kind').where('subject_id', '=', statement).orderBy('sequence').execute(); // prettier-ignore
    expect(kinds.map(({ kind }) => kind)).toEqual(['intervention.composed', 'intervention.composed', 'intervention.checked']); // prettier-ignore
  });
});

describe('setOnRecord', () => {
  forumTest('takes what was said off the record and back, with a reason, whatever the notes say', async ({ forum }) => {
    const { ruth, chair, delegate, take, turn, roundtable, edition } = await atTheMeeting(forum);
    await take(ruth, 'the pelican is between us');
    const { id: statement } = await compose(forum, turn);
    const set = (onRecord: boolean, reason = 'At the wish of Kenya.', who = chair) =>
      perform(forum, who, setOnRecord, { statement, onRecord, reason });
    await expect(set(false, ' ')).rejects.toMatchObject({ fields: { reason: 'intervention.reason_missing' } });
    await expect(set(false, 'x', delegate)).rejects.toMatchObject({ code: 'act.not_yours' });
    await expect(set(true)).rejects.toMatchObject({ code: 'intervention.record_stands' });
    await set(false);
    const place = { id: roundtable, edition_id: edition, attribution: 'attributed' };
    expect(await statementsOf(forum.db, visitor, place)).toEqual([]);
    await take(ruth, 'and between us it stays');
    await compose(forum, turn);
    expect(await statementsOf(forum.db, visitor, place)).toEqual([]);
    await set(true, 'Kenya agrees now.');
    expect(await statementsOf(forum.db, visitor, place)).toHaveLength(1);
    const decisions = await forum.db.selectFrom('on_record_decision').select(['on_record', 'by_id']).execute();
    expect(decisions).toEqual([
      { on_record: false, by_id: chair.personId },
      { on_record: true, by_id: chair.personId },
    ]);
  });

  forumTest('is refused for what was only written', async ({ forum }) => {
    const { roundtable, chair, delegate } = await atTheMeeting(forum);
    await forum.db.updateTable('roundtable').set({ state: 'open_for_comment' }).where('id', '=', roundtable).execute();
    const { id: statement } = await perform(forum, delegate, submitComment, { roundtable, body: 'Who pays?' });
    const set = perform(forum, chair, setOnRecord, { statement, onRecord: false, reason: 'x' });
    await expect(set).rejects.toMatchObject({ code: 'intervention.not_spoken' });
  });
});
