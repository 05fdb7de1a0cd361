import { expect, it } from 'vitest';
import { beginnings, paceOf, timeFor } from './rules.ts';

const three = { allottedSeconds: 180, usedSeconds: 0 };
const now = new Date(1_000_000_000_000);
const speaking = { ...three, usedSeconds: 120, runningSince: now };

it('the pace is what was used of what was allotted, within reason', () => {
  expect(paceOf([])).toBe(1);
  expect(paceOf([{ allottedSeconds: 180, usedSeconds: 135 }])).toBe(0.75);
  expect(paceOf([{ allottedSeconds: 180, usedSeconds: 900 }])).toBe(1.5);
});

it('those who wait begin one after the other', () => {
  const at = beginnings([three, three], { speaking, interrupted: [], heard: [], now }).map(
    (one) => (one - now.getTime()) / 1000,
  );
  expect(at).toEqual([75, 270]);
  const interrupted = [{ ...three, usedSeconds: 150, runningSince: null }];
  expect(beginnings([three], { speaking, interrupted, heard: [], now })).toEqual([now.getTime() + 120_000]);
  expect(beginnings([three], { speaking: null, interrupted: [], heard: [], now })).toEqual([now.getTime()]);
});

it('says how many are in time, and how long each would have if all were to speak', () => {
  const waiting = [three, three, three];
  const begins = beginnings(waiting, { speaking: null, interrupted: [], heard: [], now });
  const closesAt = new Date(now.getTime() + 400_000);
  expect(timeFor(waiting, { begins, closesAt })).toEqual({ all: 3, inTime: 2, each: 90 });
  expect(timeFor(waiting, { begins, closesAt: null })).toEqual({ all: 3, inTime: 3, each: null });
});
