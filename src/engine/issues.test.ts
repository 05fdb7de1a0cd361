import { expect, test } from 'vitest';
import { alike, suggestIssues } from './issues.ts';

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

test('names are held against names and what was said under them, never within one place', () => {
  const named = [
    { key: 'a', from: '2.1', name: 'Clean water', said: 'wells in every village' },
    { key: 'b', from: '2.2', name: 'Clean drinking water', said: 'pumps that somebody mends' },
    { key: 'c', from: '2.2', name: 'Roads to market', said: 'gravel before the rains' },
    { key: 'd', from: '2.1', name: 'Water that is clean', said: '' },
  ];
  const pairs = alike(named);
  expect(pairs.map(({ one, other }) => `${one}${other}`).sort()).toEqual(['ab', 'bd']);
  for (const { score } of pairs) expect(score > 0 && score <= 1).toBe(true);
  expect(alike([])).toEqual([]);
});
