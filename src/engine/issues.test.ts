import { expect, test } from 'vitest';
import { suggestIssues } from './issues.ts';

const seeds = [
  { key: 'money', text: 'Money that reaches cities' },
  { key: 'language', text: 'Language and skills' },
];
const points = [
  { id: 'a', text: 'a fund whose money reaches cities directly' },
  { id: 'b', text: 'language classes from the first week' },
  { id: 'c', text: 'the weather at the lake' },
];

test('a point is suggested for the seed whose words it shares, and for that one alone', () => {
  const suggested = suggestIssues(seeds, points);
  expect(suggested.map(({ seed, point }) => [seed, point])).toEqual([['money', 'a'], ['language', 'b']]); // prettier-ignore
  for (const { score } of suggested) expect(score > 0 && score <= 1).toBe(true);
});

test('words that everybody uses suggest nothing, and nothing comes of nothing', () => {
  const everyone = Array.from({ length: 12 }, (_, i) => ({ id: `p${i}`, text: `cities welcome ${'abcdefghijkl'[i]!.repeat(4)}` })); // prettier-ignore
  expect(suggestIssues([{ key: 'x', text: 'cities welcome' }], everyone)).toEqual([]);
  expect(suggestIssues([], points)).toEqual([]);
  expect(suggestIssues(seeds, [])).toEqual([]);
});
