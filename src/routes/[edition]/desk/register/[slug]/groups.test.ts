import { expect, test } from 'vitest';
import { groupsFrom, groupsText } from './groups.ts';

const register = [{ id: 'e', shortName: 'EAC', formalName: 'East African Community', aliases: [] }];

test('memberships are read as they are written', () => {
  const text = groupsText([{ name: 'EAC', since: '2000-07-07', until: null }]);
  expect(text).toBe('EAC; 2000-07-07');
  expect(groupsFrom(`\n${text}\n`, register)).toEqual({ groups: [{ group: 'e', since: '2000-07-07', until: null }] });
  expect(groupsFrom('east african community;;2020-01-01', register)).toEqual({
    groups: [{ group: 'e', since: null, until: '2020-01-01' }],
  });
});

test('a group that is not on the register is named', () => {
  expect(groupsFrom('EAC\nAtlantis; 2000-01-01', register)).toEqual({ unknown: 'Atlantis' });
});
