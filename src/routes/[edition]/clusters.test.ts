import { expect, test } from 'vitest';
import type { RoundtableView } from '#programme/queries.ts';
import { inClusters } from './clusters.ts';

const roundtable = (number: string, parentId: string | null = null) =>
  ({ id: number, number, parentId }) as RoundtableView;

test('roundtables stand under their cluster, and by themselves where they have none', () => {
  const programme = [roundtable('1'), roundtable('2'), roundtable('2.1', '2'), roundtable('2.2', '2')];
  const numbers = inClusters(programme).map(({ cluster, roundtables }) => [
    cluster?.number,
    roundtables.map(({ number }) => number),
  ]);
  expect(numbers).toEqual([
    [undefined, ['1']],
    ['2', ['2.1', '2.2']],
  ]);
});

test('no roundtable is listed twice when clusters lie in clusters', () => {
  const programme = [roundtable('2'), roundtable('2.1', '2'), roundtable('2.1.1', '2.1')];
  expect(inClusters(programme).flatMap(({ roundtables }) => roundtables.map(({ number }) => number))).toEqual([
    '2.1.1',
  ]);
});
