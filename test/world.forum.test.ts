import { describe, expect } from 'vitest';
import { programmeOf } from '#programme/queries.ts';
import { visitor } from '#record/viewer.ts';
import { roundtablesIn, statementsOf } from '#statements/queries.ts';
import { forumTest } from './forum.ts';
import { loadWorld } from './world.ts';
import { conceptNote } from './world/papers.ts';
import { lakeForum } from './world/lake-forum.ts';

describe('the Lake Forum', () => {
  forumTest('is entered by acts, and stands where the story says', { timeout: 60_000 }, async ({ forum }) => {
    const ids = await loadWorld(forum);
    const programme = await programmeOf(forum.db, ids.edition);
    const states = Object.fromEntries(programme.map(({ number, state }) => [number, state]));
    expect(states).toMatchObject({ '2.1': 'record_draft', '2.2': 'record_draft', '3.1': 'open_for_comment' });
    for (const roundtable of await roundtablesIn(forum.db, ids.edition)) {
      const onPaper = roundtable.number === conceptNote.roundtable ? 1 : 0;
      const handedIn = roundtable.number === '3.2' ? 1 : 0;
      const told = lakeForum.statements.filter((one) => one.roundtable === roundtable.number && one.onRecord !== false);
      expect(await statementsOf(forum.db, visitor, roundtable)).toHaveLength(told.length + onPaper + handedIn);
    }
    const lines = await forum.db.selectFrom('record_line').select('at').orderBy('sequence').execute();
    expect(lines.every(({ at }) => at <= forum.now())).toBe(true);
  });
});
