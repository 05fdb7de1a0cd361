import { expect, test } from 'vitest';
import { say } from '#messages/say.ts';
import { datesOf } from '#ui/dates.ts';
import { stateSaid } from './state-said.ts';

const dates = datesOf({ time_zone: 'UTC', starts_on: null }, 'en');
const createdAt = new Date('2026-05-01T10:00:00Z');
const at = new Date('2026-06-02T12:00:00Z');

test.each([
  ['import', null, /^imported on .*1 May.*, as printed$/],
  ['import', { by: 'Leila Haddad', at }, /^imported on .*1 May.*, made final here by Leila Haddad on .*2 June/],
  ['import', { by: null, at }, /, made final here on .*2 June/],
  ['draft', { by: 'Leila Haddad', at }, /^final$/],
] as const)('a final report says where it came from and who made it final (%s, %j)', (source, madeFinal, said) => {
  expect(stateSaid({ state: 'final', source, createdAt, madeFinal }, say, dates)).toMatch(said);
});
