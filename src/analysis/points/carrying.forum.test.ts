import { describe, expect } from 'vitest';
import { findPoints, nameIssue } from '#analysis/acts.ts';
import { noteAnswer } from '#analysis/questions/acts.ts';
import { issuesOf, pointsIn } from '#analysis/queries.ts';
import { registerDelegation } from '#people/acts.ts';
import { perform } from '#record/act.ts';
import type { Forum } from '#record/forum.ts';
import { program, visitor } from '#record/viewer.ts';
import { enterStatement } from '#statements/acts.ts';
import { forumTest } from '#test/forum.ts';
import { smallForum } from '#test/small-forum.ts';
import { acceptPoint, carryDecision, editPoint, mergePoints, rejectPoint, splitPoint, undoDecision } from './acts.ts';
import { toDecideAgain } from './carrying.ts';

const body = 'Kenya called for more data. It asked how cities reach people. It opposed a levy on wells.';

async function decidedAbout(forum: Forum) {
  const small = await smallForum(forum);
  const { id: peru } = await perform(forum, program, registerDelegation, { slug: 'peru', shortName: 'Peru', kind: 'state' }); // prettier-ignore
  const say = async (of: string, text: string) => {
    const { id } = await perform(forum, program, enterStatement, { roundtable: small.roundtable, kind: 'intervention', body: text, speakers: [{ delegation: of }] }); // prettier-ignore
    await perform(forum, program, findPoints, { statements: [id] });
    return id;
  };
  const statement = await say(small.kenya, body);
  const other = await say(peru, 'Peru called for more data.');
  const revise = async (text: string) => {
    const { revisions } = await forum.db.selectFrom('statement').select('revisions').where('id', '=', statement).executeTakeFirstOrThrow(); // prettier-ignore
    await forum.db.insertInto('statement_revision').values({ statement_id: statement, revision: revisions + 1, language: 'en', body: text, at: forum.now() }).execute(); // prettier-ignore
    await forum.db
      .updateTable('statement')
      .set({ revisions: revisions + 1 })
      .where('id', '=', statement)
      .execute();
    await perform(forum, program, findPoints, { statements: [statement] });
  };
  const now = async () => {
    const { revisions } = await forum.db.selectFrom('statement').select('revisions').where('id', '=', statement).executeTakeFirstOrThrow(); // prettier-ignore
    return (await pointsIn(forum.db, [statement])).filter(({ revision }) => revision === revisions);
  };
  const [data, asked, levy] = (await now()).map(({ id }) => id) as [string, string, string];
  const [same] = (await pointsIn(forum.db, [other])).map(({ id }) => id) as [string];
  const again = () => toDecideAgain(forum.db, small.roundtable);
  return { ...small, statement, other, revise, now, data, asked, levy, same, again };
}

describe('a decision about a point, when its statement is revised', () => {
  forumTest('goes along to a sentence that still stands, with all that was made of it', async ({ forum }) => {
    const { roundtable, other, revise, now, data, asked, levy, same, again, statement } = await decidedAbout(forum);
    await perform(forum, program, acceptPoint, { points: [data] });
    await perform(forum, program, mergePoints, { into: data, points: [same] });
    await perform(forum, program, nameIssue, { roundtable, kind: 'main_issue', title: 'Data', points: [data] });
    await perform(forum, program, noteAnswer, { point: asked, statement: other });
    await perform(forum, program, rejectPoint, { point: levy, reason: 'A slip.' });
    const greeting = 'Kenya thanked the Chair. ';
    await revise(greeting + body);
    const points = await now();
    const [, carried, question] = points;
    expect(carried).toMatchObject({ state: 'accepted', message: 'more data' });
    for (const { message, messageStart, messageEnd } of points) expect((greeting + body).slice(messageStart, messageEnd)).toBe(message); // prettier-ignore
    // What was rejected is not found again, and the others are told with the one that stands now.
    expect(points.map(({ act }) => act)).not.toContain('opposed');
    expect((await pointsIn(forum.db, [other]))[0]!.mergedInto).toBe(carried!.id);
    const [issue] = await issuesOf(forum.db, roundtable);
    expect(issue!.points).toContain(carried!.id);
    const answers = await forum.db.selectFrom('point_answer').select('statement_id').where('asked_id', '=', question!.id).execute(); // prettier-ignore
    expect(answers).toEqual([{ statement_id: other }]);
    expect(await again()).toEqual([]);
    // Read again, nothing is found or carried a second time.
    await perform(forum, program, findPoints, { statements: [statement] });
    expect((await now()).map(({ id, message }) => [id, message])).toContainEqual([carried!.id, 'more data']);
    expect(await now()).toHaveLength(points.length);
    const lines = await forum.db.selectFrom('record_line').select('audience').where('kind', '=', 'points.carried').execute(); // prettier-ignore
    expect(lines).toEqual([{ audience: 'desk' }]);
  });

  forumTest('goes along part by part where a point was split', async ({ forum }) => {
    const { revise, now, data } = await decidedAbout(forum);
    await perform(forum, program, splitPoint, { point: data, at: body.indexOf('data') });
    await revise(`Thank you. ${body}`);
    expect((await now()).map(({ message }) => message).filter((words) => /more|data/.test(words))).toEqual(['more', 'data']); // prettier-ignore
  });

  forumTest('is shown to be decided again where the sentence no longer stands', async ({ forum }) => {
    const { revise, now, data, levy, again, statement } = await decidedAbout(forum);
    const { decisions } = await perform(forum, program, acceptPoint, { points: [data] });
    await perform(forum, program, editPoint, { point: levy, wording: 'No levy' });
    await revise('Kenya called for open data. It asked how cities reach people. It opposed a levy on wells.');
    const [first, ...rest] = await again();
    expect(rest).toEqual([]);
    expect(first).toMatchObject({ point: data, state: 'accepted', sentence: 'Kenya called for more data.', revision: 1, statement: { number: 1, revision: 2 } }); // prettier-ignore
    expect(first!.candidates[0]).toMatchObject({ message: 'open data' });
    const into = first!.candidates[0]!.point;
    const undoing = (decision: string) => perform(forum, program, undoDecision, { decision });
    await perform(forum, program, carryDecision, { point: data, into });
    expect((await now()).find(({ id }) => id === into)!.state).toBe('accepted');
    expect(await again()).toEqual([]);
    await expect(undoing(decisions[0]!)).rejects.toMatchObject({ code: 'point.undo_revised' });
    await perform(forum, program, findPoints, { statements: [statement] });
    expect(await now()).toHaveLength(3);
  });
});

describe('carryDecision', () => {
  forumTest('lets a decision go, once, and only one about earlier words', async ({ forum }) => {
    const { revise, now, data, asked, same, again } = await decidedAbout(forum);
    const carry = (point: string, into: string | null, who = program) => perform(forum, who, carryDecision, { point, into }); // prettier-ignore
    await perform(forum, program, acceptPoint, { points: [data] });
    await expect(carry(data, null)).rejects.toMatchObject({ code: 'point.nothing_to_carry' });
    await revise('Kenya thanked the Chair. It asked how cities reach people.');
    await expect(carry(data, same)).rejects.toMatchObject({ code: 'point.carry_elsewhere' });
    const question = (await now()).find(({ act }) => act === 'questioned')!.id;
    await perform(forum, program, rejectPoint, { point: question, reason: 'A slip.' });
    await expect(carry(data, question)).rejects.toMatchObject({ code: 'point.stands_no_more' });
    await expect(carry(data, null, visitor)).rejects.toMatchObject({ code: 'act.not_yours' });
    await carry(data, null);
    expect(await again()).toEqual([]);
    await expect(carry(data, null)).rejects.toMatchObject({ code: 'point.carried_already' });
    expect(asked).toBeDefined();
    const lines = await forum.db.selectFrom('record_line').select('audience').where('kind', '=', 'point.carried').execute(); // prettier-ignore
    expect(lines).toEqual([{ audience: 'desk' }]);
  });
});
