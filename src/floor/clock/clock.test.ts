import { expect, it } from 'vitest';
import { clockFace, leftAt, usedAt, warningAt } from './rules.ts';

const at = (seconds: number) => new Date(1_000_000_000_000 + seconds * 1000);
const running = { allottedSeconds: 180, usedSeconds: 30, runningSince: at(0) };

it.each([
  [0, 30, 150, null],
  [89, 119, 61, null],
  [90, 120, 60, 'last_minute'],
  [149, 179, 1, 'last_minute'],
  [150, 180, 0, 'over'],
  [200, 230, -50, 'over'],
] as const)('%s seconds on: %s used, %s left, %s', (seconds, used, left, warning) => {
  expect(usedAt(running, at(seconds))).toBe(used);
  expect(leftAt(running, at(seconds))).toBe(left);
  expect(warningAt(running, at(seconds))).toBe(warning);
});

it('a clock that stands keeps what was used, whatever the time', () => {
  expect(usedAt({ ...running, runningSince: null }, at(5000))).toBe(30);
});

it('a short speech is warned at half of it', () => {
  const short = { allottedSeconds: 60, usedSeconds: 0, runningSince: at(0) };
  expect([warningAt(short, at(29)), warningAt(short, at(30))]).toEqual([null, 'last_minute']);
});

it('shows minutes and seconds, also beyond the end', () => {
  expect([clockFace(72), clockFace(0), clockFace(-7), clockFace(600)]).toEqual(['1:12', '0:00', '−0:07', '10:00']);
});
