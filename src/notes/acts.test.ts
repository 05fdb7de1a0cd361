import { randomUUID } from 'node:crypto';
import { describe, expect } from 'vitest';
import { perform } from '#record/act.ts';
import type { Forum } from '#record/forum.ts';
import { visitor, type Viewer } from '#record/viewer.ts';
import { forumTest } from '#test/forum.ts';
import { aTurn, atTheMeeting } from '#test/meeting.ts';
import { correctNote, mergeNotes, takeNote } from './acts.ts';
import { linesOf } from './queries.ts';

const kinds = async ({ db }: Forum) =>
  (await db.selectFrom('record_line').select(['kind', 'audience']).where('kind', 'like', 'note%').orderBy('sequence').execute()).map(({ kind, audience }) => `${kind} ${audience}`); // prettier-ignore

describe('takeNote', () => {
  forumTest('keeps the line letter for letter, as read, under its turn, once', async ({ forum }) => {
    const { roundtable, ruth, turn, kenya, at } = await atTheMeeting(forum);
    const line = 'ken q  how cities — reach “people” !';
    const input = { id: randomUUID(), roundtable, line, typedAt: at(-9) };
    expect(await perform(forum, ruth, takeNote, input)).toEqual({ id: input.id, slot: turn });
    expect(await perform(forum, ruth, takeNote, input)).toEqual({ id: input.id, slot: turn });
    const lines = await linesOf(forum.db, { roundtable });
    expect(lines).toMatchObject([
      { id: input.id, line, words: 'how cities — reach “people”', verb: 'questioned', act: 'questioned', toCheck: true, revision: 1, slot: turn, by: ruth.personId, delegation: { id: kenya } }, // prettier-ignore
    ]);
    expect(await kinds(forum)).toEqual(['note.taken desk']);
  });

  forumTest('belongs to the turn it was typed in, however late it comes, and not to the future', async ({ forum }) => {
    const { roundtable, ruth, guatemala, turn, take, at } = await atTheMeeting(forum);
    const next = await aTurn(forum, { roundtable, delegation: guatemala, from: -4, to: null });
    const taken = [
      await take(ruth, 'who pays?', -6),
      await take(ruth, 'who pays then?', -3),
      await take(ruth, 'ken st an afterthought', -2),
      await take(ruth, 'before anyone spoke', -30),
      await take(ruth, 'from a clock that is ahead', 90),
      await take(ruth, 'filed by hand', -30, { slot: next }),
    ];
    expect(taken.map(({ slot }) => slot)).toEqual([turn, next, turn, null, next, next]);
    const last = (await linesOf(forum.db, { roundtable })).find(({ words }) => words.startsWith('from a clock'));
    expect(last?.typedAt).toEqual(at(0));
  });

  forumTest('belongs to the speech that a point of order interrupted, once that is heard', async ({ forum }) => {
    const { roundtable, guatemala, kenya, ruth, take } = await atTheMeeting(forum);
    const speech = await aTurn(forum, { roundtable, delegation: guatemala, from: -4, to: null });
    const point = await aTurn(forum, { roundtable, delegation: kenya, from: -3, to: -2 });
    const typed = [await take(ruth, 'of the speech', -3.5), await take(ruth, 'of the point', -2.5), await take(ruth, 'the speech again', -1)]; // prettier-ignore
    expect(typed.map(({ slot }) => slot)).toEqual([speech, point, speech]);
  });

  forumTest('is refused to others, before the meeting, and for what is no line', async ({ forum }) => {
    const { roundtable, ruth, otto, delegate, take, edition } = await atTheMeeting(forum);
    await expect(take(delegate, 'x')).rejects.toMatchObject({ code: 'act.not_yours' });
    await expect(take(visitor, 'x')).rejects.toMatchObject({ code: 'act.not_yours' });
    await expect(take(ruth, '  ')).rejects.toMatchObject({ fields: { line: 'note.empty' } });
    await expect(take(ruth, 'x'.repeat(4001))).rejects.toMatchObject({ fields: { line: 'note.too_long' } });
    await expect(take(ruth, 'x', 0, { slot: randomUUID() })).rejects.toMatchObject({ code: 'note.slot_elsewhere' });
    await expect(take(ruth, 'x', 0, { roundtable: randomUUID() })).rejects.toMatchObject({ name: 'NotFound' });
    const { id } = await take(ruth, 'x');
    await expect(take(otto, 'y', 0, { id })).rejects.toMatchObject({ code: 'note.taken_already' });
    await forum.db.updateTable('roundtable').set({ state: 'open_for_comment' }).where('id', '=', roundtable).execute();
    await expect(take(ruth, 'x')).rejects.toMatchObject({ code: 'note.not_met_yet' });
    await forum.db.updateTable('roundtable').set({ state: 'record_final' }).where('edition_id', '=', edition).execute();
    await expect(take(ruth, 'x')).rejects.toMatchObject({ code: 'note.record_final' });
  });
});

describe('correctNote', () => {
  forumTest('adds a revision, once, and files it elsewhere', async ({ forum }) => {
    const { ruth, roundtable, guatemala, take, turn } = await atTheMeeting(forum);
    const { id: note } = await take(ruth, 'an arrow one');
    const correct = (input: object) => perform(forum, ruth, correctNote, { note, basedOn: 1, line: 'a narrow one', ...input }); // prettier-ignore
    expect(await correct({})).toEqual({ revision: 2 });
    expect(await correct({})).toEqual({ revision: 2 });
    await expect(correct({ line: 'another' })).rejects.toMatchObject({
      code: 'note.corrected_meanwhile',
      values: { revision: 2 },
    });
    const other = await aTurn(forum, { roundtable, delegation: guatemala, from: -3 });
    await correct({ basedOn: 2, slot: other });
    const rows = await forum.db.selectFrom('note_revision').select(['revision', 'line']).orderBy('revision').execute();
    expect(rows.map(({ revision, line }) => `${revision} ${line}`)).toEqual(['1 an arrow one', '2 a narrow one', '3 a narrow one']); // prettier-ignore
    const lines = await forum.db.selectFrom('record_line').select(['kind', 'subject_id']).where('kind', 'in', ['note.corrected', 'note.refiled']).orderBy('sequence').execute(); // prettier-ignore
    expect(lines.slice(1)).toEqual([
      { kind: 'note.corrected', subject_id: other },
      { kind: 'note.refiled', subject_id: turn },
    ]);
  });

  forumTest('strikes a line out, which stays in what was before', async ({ forum }) => {
    const { ruth, otto, delegate, roundtable, take } = await atTheMeeting(forum);
    const { id: note } = await take(ruth, 'nonsense');
    const strike = (who: Viewer) => perform(forum, who, correctNote, { note, basedOn: 1, line: '' });
    await expect(strike(delegate)).rejects.toMatchObject({ code: 'act.not_yours' });
    await strike(otto);
    expect(await linesOf(forum.db, { roundtable })).toEqual([]);
    await expect(perform(forum, ruth, correctNote, { note: randomUUID(), basedOn: 1, line: '' })).rejects.toMatchObject({ name: 'NotFound' }); // prettier-ignore
    await expect(perform(forum, ruth, correctNote, { note, basedOn: 2, line: 'x', slot: randomUUID() })).rejects.toMatchObject({ code: 'note.slot_elsewhere' }); // prettier-ignore
  });
});

describe('mergeNotes', () => {
  forumTest('says which of two lines stands, and can be said anew; who typed what stays', async ({ forum }) => {
    const { ruth, otto, take } = await atTheMeeting(forum);
    const [a, b] = [await take(ruth, 'o a narrow one'), await take(otto, 'o an arrow one')];
    const merge = (first: string, second: string, keep: 'first' | 'second' | 'both') =>
      perform(forum, otto, mergeNotes, { first, second, keep });
    await merge(a.id, b.id, 'first');
    await merge(b.id, a.id, 'second');
    await merge(b.id, a.id, 'first');
    const rows = await forum.db.selectFrom('note_merge').selectAll().execute();
    expect(rows).toMatchObject([{ first_id: a.id, second_id: b.id, keep: 'second', by_id: otto.personId }]);
    expect(await kinds(forum)).toEqual(['note.taken desk', 'note.taken desk', 'notes.merged desk', 'notes.merged desk']); // prettier-ignore
    const typed = await forum.db.selectFrom('note').select('by_id').orderBy('typed_at').execute();
    expect(new Set(typed.map(({ by_id }) => by_id))).toEqual(new Set([ruth.personId, otto.personId]));
  });

  forumTest('is refused for one hand, other turns, and to others', async ({ forum }) => {
    const { ruth, otto, delegate, take } = await atTheMeeting(forum);
    const [a, b, c] = [await take(ruth, 'one'), await take(ruth, 'two'), await take(otto, 'three', -40)];
    const merge = (who: Viewer, first: string, second: string) => perform(forum, who, mergeNotes, { first, second, keep: 'first' }); // prettier-ignore
    await expect(merge(ruth, a.id, b.id)).rejects.toMatchObject({ code: 'note.same_hand' });
    await expect(merge(ruth, a.id, c.id)).rejects.toMatchObject({ code: 'note.other_turn' });
    await expect(merge(delegate, a.id, c.id)).rejects.toMatchObject({ code: 'act.not_yours' });
  });
});
