import { expect } from 'vitest';
import { perform } from '#record/act.ts';
import { visitor } from '#record/viewer.ts';
import { committingTest } from '#test/forum.ts';
import { smallForum } from '#test/small-forum.ts';
import { submitComment } from './acts.ts';

committingTest('comments of one moment are numbered in the order they came, without a gap', async ({ forum }) => {
  const { roundtable } = await smallForum(forum);
  const words = Array.from({ length: 40 }, (_, i) => `Comment ${i}`);
  await Promise.all(words.map((body) => perform(forum, visitor, submitComment, { roundtable, body })));
  const said = await forum.db
    .selectFrom('statement')
    .innerJoin('statement_revision', 'statement_revision.statement_id', 'statement.id')
    .select(['number', 'body'])
    .orderBy('number')
    .execute();
  expect(said).toEqual(words.map((body, i) => ({ number: i + 1, body })));
  const { statements } = await forum.db.selectFrom('roundtable').select('statements').where('id', '=', roundtable).executeTakeFirstOrThrow(); // prettier-ignore
  expect(statements).toBe(40);
});
