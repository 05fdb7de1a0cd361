import { expect, test } from 'vitest';
import { placeOf, ticksOf } from './dial.ts';

test('twice as long is as far from everywhere', () => {
  expect(placeOf(3, 3, 12)).toBe(20);
  expect(placeOf(6, 3, 12)).toBe(235);
  expect(placeOf(12, 3, 12)).toBe(450);
});

test('what is shorter or longer than the dial stands at its ends', () => {
  expect(placeOf(1, 3, 10)).toBe(20);
  expect(placeOf(60, 3, 10)).toBe(450);
});

test('a tick for every half minute', () => {
  expect(ticksOf(3, 5).map(({ tall }) => tall)).toEqual([false, true, false]);
});
