import { expect } from 'vitest';
import { findPoints } from '#analysis/acts.ts';
import { perform } from '#record/act.ts';
import type { Forum } from '#record/forum.ts';
import { program, visitor } from '#record/viewer.ts';
import { enterStatement } from '#statements/acts.ts';
import { forumTest } from '#test/forum.ts';
import { smallForum } from '#test/small-forum.ts';
import { noteAnswer, takeBackAnswer } from './acts.ts';

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
