import { describe, expect } from 'vitest';
import { registerDelegation } from '#people/acts.ts';
import { createRoundtable } from '#programme/acts.ts';
import { perform } from '#record/act.ts';
import type { Forum } from '#record/forum.ts';
import { program, visitor } from '#record/viewer.ts';
import { enterStatement } from '#statements/acts.ts';
import { forumTest } from '#test/forum.ts';
import { smallForum } from '#test/small-forum.ts';
import { enterPoints, findPoints, nameIssue } from './acts.ts';
import type { PointInput } from './point-writing.ts';
import { issuesOf, pointsIn } from './queries.ts';

const body = 'Kenya questioned how cities reach people who avoid every counter. It called for more data.';

const given: PointInput = {
  sentenceStart: 0,
  sentenceEnd: 65,
  messageStart: 17,
  messageEnd: 64,
  verb: 'questioned',
  act: 'questioned',
  actors: ['the republic of kenya', 'Atlantis'],
  foundBy: 'a person',
};

async function spoken(forum: Forum, more: { body?: string; source?: 'note_taker' | 'own_hand' } = {}) {
  const small = await smallForum(forum);
  const speakers = [{ delegation: small.kenya }];
  const { id } = await perform(forum, program, enterStatement, { roundtable: small.roundtable, kind: 'intervention', body, speakers, ...more }); // prettier-ignore
  return { ...small, id };
}

describe('findPoints', () => {
  forumTest('finds who said what in a note-taker’s words, with places in them', async ({ forum }) => {
    const { id } = await spoken(forum);
    await perform(forum, program, findPoints, { statements: [id] });
    const points = await pointsIn(forum.db, [id]);
    expect(points.map(({ act, message, actors }) => [act, message, actors[0]?.delegation?.slug])).toEqual([
      ['questioned', 'how cities reach people who avoid every counter', 'kenya'],
      ['proposed', 'more data', 'kenya'],
    ]);
    for (const point of points) expect(body.slice(point.messageStart, point.messageEnd)).toBe(point.message);
    const line = await forum.db.selectFrom('record_line').selectAll().where('kind', '=', 'points.found').execute();
    expect(line).toMatchObject([{ subject_id: id, audience: 'public' }]);
  });

  forumTest('takes the speaker as author of their own words', async ({ forum }) => {
    const { id } = await spoken(forum, { source: 'own_hand', body: 'We call for more data.' });
    await perform(forum, program, findPoints, { statements: [id] });
    const [point] = await pointsIn(forum.db, [id]);
    expect(point).toMatchObject({ act: 'proposed', attribution: 'first_person', actors: [{ name: 'Kenya' }] });
  });

  forumTest('takes as the speaker’s own what was taken down without a “we” and names nobody', async ({ forum }) => {
    const { id } = await spoken(forum, { source: 'note_taker', body: 'Language classes begin in the village, not the port. Any course should be measured.' }); // prettier-ignore
    await perform(forum, program, findPoints, { statements: [id] });
    const points = await pointsIn(forum.db, [id]);
    expect(points.map(({ message, actors }) => [message, actors.map(({ name }) => name)])).toEqual([
      ['Language classes begin in the village, not the port', ['Kenya']],
      ['Any course should be measured', ['Kenya']],
    ]);
  });

  forumTest('reads several at once, each with its own line in the record', async ({ forum }) => {
    const { id, roundtable, kenya } = await spoken(forum);
    const say = { roundtable, kind: 'intervention' as const, speakers: [{ delegation: kenya }] };
    const { id: other } = await perform(forum, program, enterStatement, { ...say, body: 'Kenya called for clinics.' });
    const { id: silent } = await perform(forum, program, enterStatement, { ...say, body: 'Clinics.' });
    const { points } = await perform(forum, program, findPoints, { statements: [other, silent, id] });
    expect(points.map(({ length }) => length)).toEqual([1, 0, 2]);
    const payloads = await forum.db
      .selectFrom('record_line')
      .innerJoin('record_payload', 'record_payload.sequence', 'record_line.sequence')
      .select(['subject_id', 'payload'])
      .where('kind', '=', 'points.found')
      .orderBy('record_line.sequence')
      .execute();
    expect(payloads.map(({ subject_id }) => subject_id)).toEqual([other, id]);
    const written = payloads.map(
      ({ payload }) => JSON.parse(payload) as { table: string; row: { statement_id?: string } }[],
    );
    expect(written.map((rows) => rows.map(({ table }) => table))).toEqual([
      ['point', 'point_actor'],
      ['point', 'point', 'point_actor', 'point_actor'],
    ]);
    expect(written[0]![0]!.row.statement_id).toBe(other);
  });

  forumTest('none of them where one is not there', async ({ forum }) => {
    const { id, roundtable } = await spoken(forum);
    const finding = perform(forum, program, findPoints, { statements: [id, roundtable] });
    await expect(finding).rejects.toMatchObject({ name: 'NotFound' });
    expect(await pointsIn(forum.db, [id])).toEqual([]);
  });

  forumTest('replaces what was found before, but nothing anybody has touched', async ({ forum }) => {
    const { id, roundtable } = await spoken(forum);
    const first = await perform(forum, program, findPoints, { statements: [id] });
    await perform(forum, program, nameIssue, { roundtable, kind: 'main_issue', title: 'Counters', points: [first.points[0]![0]!] }); // prettier-ignore
    const again = await perform(forum, program, findPoints, { statements: [id] });
    const points = await pointsIn(forum.db, [id]);
    expect(again.points[0]).toHaveLength(1);
    expect(points.map((point) => point.id)).toEqual([first.points[0]![0], again.points[0]![0]]);
  });
});

describe('enterPoints', () => {
  forumTest('knows delegations by any name they go by, and keeps other names as printed', async ({ forum }) => {
    const { id } = await spoken(forum);
    await forum.db.updateTable('delegation').set({ formal_name: 'Republic of Kenya' }).execute();
    const { points } = await perform(forum, program, enterPoints, { statement: id, points: [given] });
    const [point] = await pointsIn(forum.db, [id]);
    expect(point).toMatchObject({ id: points[0], message: 'how cities reach people who avoid every counter' });
    expect(point!.actors).toEqual([
      { part: 'actor', name: 'the republic of kenya', delegation: { slug: 'kenya', name: 'Kenya', kind: 'state' } },
      { part: 'actor', name: 'Atlantis', delegation: null },
    ]);
  });

  forumTest('not outside the words of the statement, and then keeps none of them', async ({ forum }) => {
    const { id } = await spoken(forum);
    const points = [given, { ...given, messageEnd: body.length + 1 }];
    const entering = perform(forum, program, enterPoints, { statement: id, points });
    await expect(entering).rejects.toMatchObject({ code: 'point.outside_statement' });
    expect(await pointsIn(forum.db, [id])).toEqual([]);
  });

  forumTest('not by someone who does not keep the record', async ({ forum }) => {
    const { id } = await spoken(forum);
    const entering = perform(forum, visitor, enterPoints, { statement: id, points: [given] });
    await expect(entering).rejects.toMatchObject({ code: 'act.not_yours' });
  });
});

describe('nameIssue', () => {
  forumTest('names issues in a tree, in order, each with its points', async ({ forum }) => {
    const { id, roundtable } = await spoken(forum);
    const { points } = await perform(forum, program, enterPoints, { statement: id, points: [given] });
    const tool = await perform(forum, program, nameIssue, { roundtable, kind: 'tool', title: 'Dialogue', position: 2 });
    await perform(forum, program, nameIssue, { roundtable, kind: 'tool', title: 'Data', position: 1, parent: tool.id });
    await perform(forum, program, nameIssue, {
      roundtable,
      kind: 'main_issue',
      title: 'Counters',
      position: 1,
      points,
    });
    const issues = await issuesOf(forum.db, roundtable);
    expect(issues.map(({ title, points }) => [title, points])).toEqual([['Counters', points], ['Dialogue', []], ['Data', []]]); // prettier-ignore
  });

  forumTest('not under an issue of another roundtable', async ({ forum }) => {
    const { edition, roundtable } = await smallForum(forum);
    const other = await perform(forum, program, createRoundtable, { edition, number: '2.2', title: 'Volunteers' });
    const issue = await perform(forum, program, nameIssue, { roundtable, kind: 'tool', title: 'Dialogue' });
    const naming = perform(forum, program, nameIssue, { roundtable: other.id, kind: 'tool', title: 'Data', parent: issue.id }); // prettier-ignore
    await expect(naming).rejects.toMatchObject({ code: 'issue.parent_elsewhere' });
  });
});

forumTest('a delegation the forum has registered is met in a text under its name there', async ({ forum }) => {
  await perform(forum, program, registerDelegation, {
    slug: 'harbour',
    shortName: 'Harbour Welcome Circle',
    kind: 'civil',
  });
  const { id } = await spoken(forum, { body: 'Harbour Welcome Circle stressed that the desk stays open.' });
  await perform(forum, program, findPoints, { statements: [id] });
  const [point] = await pointsIn(forum.db, [id]);
  expect(point?.actors[0]?.delegation?.slug).toBe('harbour');
});
