import { expect } from 'vitest';
import { createRoundtable } from '#programme/acts.ts';
import { perform } from '#record/act.ts';
import { program } from '#record/viewer.ts';
import { forumTest } from '#test/forum.ts';
import { smallForum } from '#test/small-forum.ts';
import { enterStatement } from '#statements/acts.ts';
import { registerDelegation } from './acts.ts';
import { delegationsIn } from './queries.ts';

forumTest(
  'the register counts what was said on the record, and names nobody heard under the rule',
  async ({ forum }) => {
    const { edition, roundtable, kenya } = await smallForum(forum);
    const { id: peru } = await perform(forum, program, registerDelegation, {
      slug: 'peru',
      shortName: 'Peru',
      kind: 'state',
    });
    const quiet = { edition, number: '9', title: 'Under the rule', attribution: 'not_attributed' } as const;
    const { id: closed } = await perform(forum, program, createRoundtable, quiet);
    const say = (where: string, delegation: string, onRecord = true) =>
      perform(forum, program, enterStatement, {
        roundtable: where,
        kind: 'intervention',
        body: 'Frankly.',
        onRecord,
        speakers: [{ delegation }],
      });
    await say(roundtable, kenya);
    await say(roundtable, kenya, false);
    await say(closed, kenya);
    await say(closed, peru);
    expect(await delegationsIn(forum.db, edition)).toMatchObject([{ slug: 'kenya', statements: 1 }]);
  },
);
