import { describe, expect, test } from 'vitest';
import { constituencyOf, isFirstPerson, issueParentRefusal, pointRefusal } from './rules.ts';

describe('isFirstPerson', () => {
  const statement = { source: 'note_taker', kind: 'intervention', body: 'Kenya asked for time.' };
  test.each([
    [{}, false],
    [{ source: 'import', kind: 'written_statement', body: 'We ask for time.' }, false],
    [{ source: 'own_hand' }, true],
    [{ source: 'transcript' }, true],
    [{ kind: 'comment' }, true],
    [{ kind: 'written_statement' }, true],
    [{ body: 'Time is short, and we ask for more.' }, true],
    [{ body: 'Nuestra oficina abre de noche.' }, true],
    [{ body: 'Kenya said “we ask for time”.' }, false],
    [{ body: 'The US asked for time.' }, false],
  ])('%o: %s', (change, own) => expect(isFirstPerson({ ...statement, ...change })).toBe(own));
});

describe('pointRefusal', () => {
  const point = { sentenceStart: 5, sentenceEnd: 10, messageStart: 7, messageEnd: 9 };
  test.each([
    [{}, true],
    [{ messageStart: 0, messageEnd: 3 }, true],
    [{ messageEnd: 11 }, false],
    [{ sentenceEnd: 11 }, false],
    [{ messageStart: 9 }, false],
  ])('%o: %s', (change, there) => expect(pointRefusal({ ...point, ...change }, '0123456789') === null).toBe(there));
});

test('an issue lies under one of the same roundtable', () => {
  expect(issueParentRefusal(undefined, 'r')).toBeNull();
  expect(issueParentRefusal({ roundtable_id: 'r' }, 'r')).toBeNull();
  expect(issueParentRefusal({ roundtable_id: 'other' }, 'r')).toBe('issue.parent_elsewhere');
});

test('every kind of delegation has its constituency, and nothing else has', () => {
  expect(['state', 'un', 'faith', 'union', 'firm', 'city', 'individual', 'role'].map(constituencyOf)).toEqual([
    'states',
    'international_organisations',
    'civil_society',
    'trade_unions',
    'enterprises',
    'local_authorities',
    'academia',
    null,
  ]);
});
