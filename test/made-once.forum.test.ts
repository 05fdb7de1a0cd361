import { expect } from 'vitest';
import { snapshotOf } from '#keeping/snapshot.ts';
import { perform } from '#record/act.ts';
import type { Forum } from '#record/forum.ts';
import { submitComment } from '#statements/acts.ts';
import { forumTest } from './forum.ts';
import { madeOnce } from './made-once.ts';
import { smallForum } from './small-forum.ts';
import { smallPractice } from './small-practice.ts';

const entered: unknown[] = [];
let times = 0;
const enter = madeOnce(async (forum) => {
  times++;
  return smallPractice(forum);
});

for (const which of ['first', 'second'])
  forumTest(`the ${which} forum holds every row that was entered, and is told every line`, async ({ forum }) => {
    const told: string[] = [];
    const listening: Forum = {
      ...forum,
      follow: async (_tx, lines) => void told.push(...lines.map(({ kind }) => kind)),
    };
    const outcome = await enter(listening);
    const rows: unknown[] = [];
    for await (const piece of snapshotOf(forum.db, { withBytes: true })) rows.push(piece);
    entered.push({ outcome, rows, told, sequence: forum.live.sequence });
    expect(times).toBe(1);
    expect(told).toHaveLength(forum.live.sequence);
    expect(entered.at(-1)).toEqual(entered[0]);
  });

forumTest('what is changed in one forum is as it was in the next', async ({ forum }) => {
  const small = await smallForum(forum);
  small.delegate.delegationIds.length = 0;
  small.questions.length = 0;
  await forum.db.updateTable('edition').set({ name: 'Another' }).execute();
});

forumTest('and goes on as one that was entered act by act', async ({ forum }) => {
  const { roundtable, delegate, questions } = await smallForum(forum);
  expect([delegate.delegationIds, questions].map((all) => all.length)).toEqual([1, 2]);
  const { name } = await forum.db.selectFrom('edition').select('name').executeTakeFirstOrThrow();
  expect(name).toBe('Lake Forum');
  await perform(forum, delegate, submitComment, { roundtable, body: 'Reception first.' });
  const { sequence } = await forum.db.selectFrom('record_head').select('sequence').executeTakeFirstOrThrow();
  expect(sequence).toBe(forum.live.sequence);
});
