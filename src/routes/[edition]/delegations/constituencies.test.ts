import { expect, test } from 'vitest';
import { constituencyOf, regionsOf } from './constituencies.ts';

test('whoever is of no other constituency is civil society', () => {
  expect(['state', 'group', 'igo', 'union', 'city', 'individual'].map(constituencyOf)).toEqual([
    'states',
    'states',
    'organisations',
    'unions',
    'cities',
    'academia',
  ]);
  expect(['civil', 'diaspora', 'faith', 'association', 'youth'].map(constituencyOf)).toEqual(Array(5).fill('civil'));
});

test('regions stand in the order of their names, and the whole world last', () => {
  const of = (region: string | null) => ({ region });
  const regions = regionsOf([of(null), of('Europe'), of('Africa'), of('Europe')]);
  expect(regions.map(({ region, members }) => [region, members.length])).toEqual([
    ['Africa', 1],
    ['Europe', 2],
    [null, 1],
  ]);
});
