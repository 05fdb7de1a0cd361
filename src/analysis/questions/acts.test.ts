import { expect, test } from 'vitest';
import { findPoints } from '#analysis/acts.ts';
import { perform } from '#record/act.ts';
import type { Forum } from '#record/forum.ts';
import { pointsIn } from '#analysis/queries.ts';
import { registerDelegation } from '#people/acts.ts';
import { program, visitor } from '#record/viewer.ts';
import { statementsOf } from '#statements/queries.ts';
import { enterStatement } from '#statements/acts.ts';
import { forumTest } from '#test/forum.ts';
import { smallForum } from '#test/small-forum.ts';
import { noteAnswer, takeBackAnswer } from './acts.ts';
import { saidToQuestions } from './queries.ts';
import { isPutTo } from './rules.ts';

async function asked(forum: Forum) {
  const { roundtable, kenya } = await smallForum(forum);
  const say = async (body: string, onRecord = true) =>
    (await perform(forum, program, enterStatement, { roundtable, kind: 'intervention', body, onRecord, speakers: [{ delegation: kenya }] })).id; // prettier-ignore
  const statement = await say('Kenya questioned who pays for interpreters. It called for more data.');
  const { points } = await perform(forum, program, findPoints, { statements: [statement] });
  return { roundtable, statement, say, question: points[0]![0]!, other: points[0]![1]! };
}

forumTest('noteAnswer and takeBackAnswer keep what answers a question from the floor', async ({ forum }) => {
  const { question: point, say } = await asked(forum);
  const statement = await say('The city pays.');
  const answers = () => forum.db.selectFrom('point_answer').select(['asked_id', 'statement_id']).execute();
  await perform(forum, program, noteAnswer, { point, statement });
  await perform(forum, program, noteAnswer, { point, statement });
  expect(await answers()).toEqual([{ asked_id: point, statement_id: statement }]);
  await perform(forum, program, takeBackAnswer, { point, statement });
  expect(await answers()).toEqual([]);
  const lines = await forum.db.selectFrom('record_line').select('kind').where('kind', 'like', 'question.answer%').orderBy('sequence').execute(); // prettier-ignore
  expect(lines.map(({ kind }) => kind)).toEqual(['question.answered', 'question.answer_taken_back']);
  await expect(perform(forum, program, takeBackAnswer, { point, statement })).rejects.toMatchObject({ name: 'NotFound' }); // prettier-ignore
});

forumTest('not to what asks nothing, by itself, off the record, or by a visitor', async ({ forum }) => {
  const { question, other, statement, say } = await asked(forum);
  const [answer, secret] = [await say('The city pays.'), await say('Nobody pays.', false)];
  const note = (point: string, by: string, who = program) => perform(forum, who, noteAnswer, { point, statement: by });
  await expect(note(other, answer)).rejects.toMatchObject({ code: 'question.not_asked' });
  await expect(note(question, statement)).rejects.toMatchObject({ code: 'question.answers_itself' });
  await expect(note(question, secret)).rejects.toMatchObject({ code: 'question.answer_gone' });
  await expect(note(question, answer, visitor)).rejects.toMatchObject({ code: 'act.not_yours' });
});

forumTest(
  'a reply is an answer where the question names who replies, or where a person marks it as one',
  async ({ forum }) => {
    const { edition, roundtable, kenya } = await smallForum(forum);
    const { id: peru } = await perform(forum, program, registerDelegation, { slug: 'peru', shortName: 'Peru', kind: 'state' }); // prettier-ignore
    const say = async (delegation: string, body: string, repliesTo: string | null = null) =>
    (await perform(forum, program, enterStatement, { roundtable, kind: 'comment', body, repliesTo, speakers: [{ delegation }] })).id; // prettier-ignore
    const said = async (point: string) => {
      const statements = await statementsOf(forum.db, program, { id: roundtable, edition_id: edition, attribution: 'attributed' }); // prettier-ignore
      return (await saidToQuestions(forum.db, statements, await pointsIn(forum.db, statements.map(({ id }) => id)))).get(point); // prettier-ignore
    };
    const ask = async (body: string) => {
      const statement = await say(kenya, body);
      const { points } = await perform(forum, program, findPoints, { statements: [statement] });
      return { statement, point: points[0]![0]! };
    };
    const open = await ask('Kenya questioned who pays for interpreters.');
    expect(await said(open.point)).toEqual({ answers: [], marked: [], replies: [] });
    const thanks = await say(peru, 'Thank you for asking.', open.statement);
    const own = await say(kenya, 'We ask again.', open.statement);
    expect(await said(open.point)).toEqual({ answers: [], marked: [], replies: [thanks, own] });
    const elsewhere = await say(peru, 'The city pays.');
    for (const statement of [thanks, elsewhere]) await perform(forum, program, noteAnswer, { point: open.point, statement }); // prettier-ignore
    expect(await said(open.point)).toEqual({
      answers: [thanks, elsewhere],
      marked: [thanks, elsewhere],
      replies: [own],
    });
    await perform(forum, program, takeBackAnswer, { point: open.point, statement: thanks });
    expect(await said(open.point)).toEqual({ answers: [elsewhere], marked: [elsewhere], replies: [thanks, own] });

    const named = await ask('Kenya asked how Peru pays for interpreters.');
    const answer = await say(peru, 'By the hour.', named.statement);
    const again = await say(kenya, 'And who pays the rest?', named.statement);
    expect(await said(named.point)).toEqual({ answers: [answer], marked: [], replies: [again] });
  },
);

test('a question is put to whoever it names, by the whole name', () => {
  expect(isPutTo('It asked Peru how cities reach people.', ['Peru'])).toBe(true);
  expect(isPutTo('It asked about Peruvian cities.', ['Peru'])).toBe(false);
  expect(isPutTo('It asked the EU (2024) whether it pays.', ['EU (2024)'])).toBe(true);
  expect(isPutTo('It asked how cities reach people.', [])).toBe(false);
});
