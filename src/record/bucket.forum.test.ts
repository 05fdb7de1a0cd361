import { expect } from 'vitest';
import { forumTest } from '#test/forum.ts';
import { openBuckets } from './bucket.ts';
import type { Forum } from './forum.ts';

for (const shared of [false, true])
  forumTest(`a bucket empties, fills evenly, and forgives a clock set back (shared: ${shared})`, async ({ forum }) => {
    let now = new Date('2026-06-01T12:00:00Z').getTime();
    const here: Forum = { ...forum, shared, now: () => new Date(now) };
    const take = openBuckets('test');
    // A second process has buckets of its own, unless they are shared.
    const elsewhere = openBuckets('test');
    const three = [await take(here, 'a', 3), await take(here, 'a', 3), await take(here, 'a', 3)];
    expect(three).toEqual([0, 0, 0]);
    expect(await take(here, 'a', 3)).toBe(20);
    expect(await elsewhere(here, 'a', 3)).toBe(shared ? 20 : 0);
    expect(await take(here, 'b', 3)).toBe(0);
    now += 15_000;
    expect(await take(here, 'a', 3)).toBe(5);
    now -= 3_600_000;
    expect(await take(here, 'a', 3)).toBe(5);
    now += 5_000;
    expect(await take(here, 'a', 3)).toBe(0);
  });
