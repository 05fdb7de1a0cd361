import { expect } from 'vitest';
import { perform } from '#record/act.ts';
import { program } from '#record/viewer.ts';
import { submitComment } from '#statements/acts.ts';
import { statementsOf } from '#statements/queries.ts';
import { forumTest } from '#test/forum.ts';
import { smallForum } from '#test/small-forum.ts';
import { findPoints } from './acts.ts';
import { practicesTold } from './practices.ts';

forumTest('a passage that tells of something done is told apart from one that asks for it', async ({ forum }) => {
  const { edition, roundtable, delegate } = await smallForum(forum);
  const done = 'Kenya presented its programme of night desks in bus stations.';
  const asked = 'Cities should open a desk.';
  const { id } = await perform(forum, delegate, submitComment, { roundtable, body: `${done} ${asked}` });
  await perform(forum, program, findPoints, { statements: [id] });
  const said = await statementsOf(forum.db, program, {
    id: roundtable,
    edition_id: edition,
    attribution: 'attributed',
  });
  expect((await practicesTold(forum.db, said)).map(({ passage }) => passage)).toEqual([done]);
  expect(
    await practicesTold(
      forum.db,
      said.map((one) => ({ ...one, body: null })),
    ),
  ).toEqual([]);
});
