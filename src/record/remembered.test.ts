import { expect, it } from 'vitest';
import type { Forum } from './forum.ts';
import { openLive } from './live.ts';
import { remembered } from './remembered.ts';

function counting() {
  let looks = 0;
  return { look: async () => ++looks, looks: () => looks };
}

it('looks once until the record moves on', async () => {
  const forum = { live: openLive(7) } as Forum;
  const { look } = counting();
  expect(await remembered(forum, 'programme', look)).toBe(1);
  expect(await remembered(forum, 'programme', look)).toBe(1);
  forum.live.announce(8, []);
  expect(await remembered(forum, 'programme', look)).toBe(2);
});

it('keeps nothing that was looked up while the record moved on', async () => {
  const forum = { live: openLive(7) } as Forum;
  const { look } = counting();
  await remembered(forum, 'programme', async () => {
    forum.live.announce(8, []);
    return look();
  });
  expect(await remembered(forum, 'programme', look)).toBe(2);
});

it('keeps nothing while others cannot be heard, and nothing from before', async () => {
  const forum = { live: openLive(7) } as Forum;
  const { look } = counting();
  await remembered(forum, 'programme', look);
  forum.live.setDeaf(true);
  expect(await remembered(forum, 'programme', look)).toBe(2);
  expect(await remembered(forum, 'programme', look)).toBe(3);
  forum.live.setDeaf(false);
  expect(await remembered(forum, 'programme', look)).toBe(4);
  expect(await remembered(forum, 'programme', look)).toBe(4);
});

it('keeps forums apart', async () => {
  const [one, other] = [{ live: openLive(7) }, { live: openLive(7) }] as [Forum, Forum];
  expect(await remembered(one, 'name', async () => 'one')).toBe('one');
  expect(await remembered(other, 'name', async () => 'other')).toBe('other');
});
