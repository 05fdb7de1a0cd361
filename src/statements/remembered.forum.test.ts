import { expect } from 'vitest';
import { perform } from '#record/act.ts';
import { visitor } from '#record/viewer.ts';
import { forumTest } from '#test/forum.ts';
import { smallForum } from '#test/small-forum.ts';
import { submitComment } from './acts.ts';
import { giveRuling } from './rulings/acts.ts';
import { roundtablesIn, statementsFor, statementsOf } from './queries.ts';

forumTest(
  'what is remembered is what would be looked up, for visitor, author, another delegate and desk',
  async ({ forum }) => {
    const { edition, roundtable: id, delegate, chair } = await smallForum(forum);
    const { id: own } = await perform(forum, delegate, submitComment, { roundtable: id, body: 'Forty night shifts.' });
    await perform(forum, visitor, submitComment, { roundtable: id, body: 'Who pays for the clinic?' });
    const [roundtable] = await roundtablesIn(forum.db, edition);
    const another = { ...delegate, personId: chair.personId, roles: [] };
    const check = async () => {
      for (const viewer of [visitor, delegate, another, chair, visitor])
        expect(await statementsFor(forum, viewer, roundtable!)).toEqual(
          await statementsOf(forum.db, viewer, roundtable!),
        );
    };
    await check();
    // The words are now their author's and the desk's alone.
    await perform(forum, chair, giveRuling, {
      statement: own,
      decision: 'not_relevant',
      reason: 'A',
      words: 'No question.',
    });
    await check();
  },
);
