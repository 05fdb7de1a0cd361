import { describe, expect } from 'vitest';
import { visitor } from '#record/viewer.ts';
import { forumTest } from '#test/forum.ts';
import { smallForum } from '#test/small-forum.ts';
import { markRead, markReadTo, readingMarkOf } from './reading.ts';
import { isNew } from './rules.ts';

describe('what a person has read', () => {
  forumTest('is known exactly, statement by statement and up to one', async ({ forum }) => {
    const { roundtable, delegate, chair } = await smallForum(forum);
    const here = { id: roundtable };
    const unread = async () => {
      const mark = await readingMarkOf(forum.db, delegate, here);
      return [1, 2, 3, 4, 5, 6, 7].filter((number) => isNew({ number }, mark));
    };
    expect(await unread()).toEqual([1, 2, 3, 4, 5, 6, 7]);
    await markRead(forum.db, delegate, here, [5]);
    await markRead(forum.db, delegate, here, [3, 5]);
    expect(await unread()).toEqual([1, 2, 4, 6, 7]);
    await markReadTo(forum.db, delegate, here, 4);
    expect(await unread()).toEqual([6, 7]);
    await markReadTo(forum.db, delegate, here, 2);
    expect(await unread()).toEqual([6, 7]);
    expect(await readingMarkOf(forum.db, delegate, here)).toEqual({ readTo: 4, also: [5] });
    expect(await readingMarkOf(forum.db, chair, here)).toEqual({ readTo: 0, also: [] });
  });

  forumTest('is nobody else’s, and nothing is new to a visitor', async ({ forum }) => {
    const { roundtable } = await smallForum(forum);
    await markReadTo(forum.db, visitor, { id: roundtable }, 3);
    expect(await forum.db.selectFrom('reading_mark').selectAll().execute()).toEqual([]);
    expect(await readingMarkOf(forum.db, visitor, { id: roundtable })).toBeNull();
    expect(isNew({ number: 1 }, null)).toBe(false);
    expect(isNew({ number: 9, isOwn: true }, { readTo: 0, also: [] })).toBe(false);
  });
});
