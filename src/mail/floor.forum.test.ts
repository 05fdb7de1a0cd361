import { expect } from 'vitest';
import { moveToWriting, requestFloor } from '#floor/list/acts.ts';
import { perform } from '#record/act.ts';
import { forumTest } from '#test/forum.ts';
import { reacting } from '#test/reacting.ts';
import { smallFloor } from '#test/small-floor.ts';
import { letters, login, wanjiru } from '#test/written-to.ts';

forumTest('who was not called for lack of time is told where to hand it in', async ({ forum: bare }) => {
  const { forum, react } = reacting(bare);
  const { roundtable, delegate, coChair } = await smallFloor(forum);
  await login(forum, delegate, wanjiru);
  const { id } = await perform(forum, delegate, requestFloor, { roundtable });
  await perform(forum, coChair, moveToWriting, { slot: id, forLackOfTime: true });
  await react();
  const { sent, text } = await letters(forum);
  expect(sent).toEqual([`mail.invited_to_write → ${wanjiru}`]);
  expect(text('mail.invited_to_write')).toContain('There was no time to call Kenya in RT 2.2');
  expect(text('mail.invited_to_write')).toContain('http://localhost:3000/lake/rt/2.2/texts');
});

forumTest('who puts it into writing themselves is told nothing they know', async ({ forum: bare }) => {
  const { forum, react } = reacting(bare);
  const { roundtable, delegate } = await smallFloor(forum);
  await login(forum, delegate, wanjiru);
  const { id } = await perform(forum, delegate, requestFloor, { roundtable });
  await perform(forum, delegate, moveToWriting, { slot: id });
  await react();
  expect((await letters(forum)).sent).toEqual([]);
});
