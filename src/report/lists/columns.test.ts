import fc from 'fast-check';
import { expect, test } from 'vitest';
import { columnsByKind, columnsWithoutNames } from './columns.ts';

const kinds = ['state', 'group', 'un', 'civil', 'diaspora', 'union', 'firm', 'city', 'academia', 'role', null];
const spoke = fc.array(fc.constantFrom(...kinds), { maxLength: 40 }).map((all) => all.map((kind, i) => ({ key: `k${i}`, kind }))); // prettier-ignore

test('everyone who spoke is in one column, and in one alone', () => {
  fc.assert(
    fc.property(spoke, fc.constantFrom('by_constituency', 'not_attributed'), (all, policy) => {
      const keys = all.map(({ key }) => key).sort();
      expect(columnsByKind(all.map((one) => ({ ...one, kind: one.kind === 'role' ? null : one.kind }))).flatMap(({ voices }) => voices).sort()).toEqual(keys); // prettier-ignore
      const columns = columnsWithoutNames(policy, all);
      if (columns) expect(columns.flatMap(({ voices }) => voices).sort()).toEqual(keys);
    }),
  );
});

test('without names no column holds fewer than three, and the rest never alone', () => {
  fc.assert(
    fc.property(spoke, (all) => {
      const columns = columnsWithoutNames('by_constituency', all);
      expect(columns === null).toBe(all.length < 3);
      for (const { voices } of columns ?? []) expect(voices.length).toBeGreaterThanOrEqual(3);
    }),
  );
  const states = [1, 2, 3, 4].map((n) => ({ key: `s${n}`, kind: 'state' }));
  expect(columnsWithoutNames('by_constituency', [...states, { key: 'u', kind: 'union' }])).toEqual([
    { key: 'others', voices: ['u', 's1', 's2', 's3', 's4'] },
  ]);
  expect(columnsWithoutNames('not_attributed', states)).toEqual([{ key: 'everyone', voices: ['s1', 's2', 's3', 's4'] }]); // prettier-ignore
});
