import { describe, expect, test } from 'vitest';
import { visitor } from '#record/viewer.ts';
import { countStates, ledgerState, type Standing } from './ledger/rules.ts';
import {
  citationRefusal,
  dispositionRefusal,
  finalRefusal,
  letterAt,
  mayRead,
  redraftRefusal,
  reportMoveRefusal,
} from './rules.ts';

describe('reportMoveRefusal', () => {
  test.each([
    ['draft', 'co_chair_review', true],
    ['draft', 'final', false],
    ['co_chair_review', 'draft', true],
    ['co_chair_review', 'correction_window', true],
    ['correction_window', 'final', true],
    ['final', 'draft', false],
    ['final', 'corrigendum', true],
  ] as const)('%s to %s: %s', (from, to, allowed) => expect(reportMoveRefusal(from, to) === null).toBe(allowed));
});

test('a report with an open line is not final, and says which', () => {
  expect(finalRefusal([])).toBeNull();
  expect(finalRefusal(['2.1/7', '2.1/9'])).toEqual({
    code: 'report.lines_open',
    values: { count: 2, numbers: '2.1/7, 2.1/9' },
  });
});

test('a draft is drafted again, a circulated or imported report is not', () => {
  expect(redraftRefusal(undefined)).toBeNull();
  expect(redraftRefusal({ state: 'draft', source: 'draft' })).toBeNull();
  expect(redraftRefusal({ state: 'final', source: 'draft' })).toMatchObject({ code: 'report.not_a_draft' });
  expect(redraftRefusal({ state: 'draft', source: 'import' })).toBe('report.came_from_outside');
});

test('a draft is read by those who write it, a circulated report by everyone', () => {
  const report = { edition_id: 'e', roundtable_id: 'r' };
  const rapporteur = { ...visitor, roles: [{ kind: 'rapporteur' as const, editionId: 'e', roundtableId: 'r' }] };
  expect(mayRead(visitor, { ...report, state: 'draft' })).toBe(false);
  expect(mayRead(rapporteur, { ...report, state: 'draft' })).toBe(true);
  expect(mayRead(visitor, { ...report, state: 'correction_window' })).toBe(true);
});

describe('citationRefusal', () => {
  const statement = { number: 4, state: 'noted', on_record: true, decision: null };
  test.each([
    [{}, null],
    [{ decision: 'relevant' }, null],
    [{ on_record: false }, 'citation.off_the_record'],
    [{ state: 'withheld' }, 'citation.off_the_record'],
    [{ state: 'withdrawn' }, 'citation.withdrawn'],
    [{ state: 'held' }, 'citation.held'],
    [{ decision: 'not_relevant' }, 'citation.not_retained'],
  ])('%o: %s', (change, code) => {
    const refusal = citationRefusal({ ...statement, ...change });
    expect(refusal && (refusal as { code: string }).code).toBe(code);
  });
});

describe('dispositionRefusal', () => {
  const statement = { id: 's', number: 4, state: 'noted' };
  const noted = { kind: 'noted' as const, reason: '', statement, into: null, ruling: null };
  test.each([
    [{}, null],
    [{ kind: 'merged' as const, into: { id: 't', number: 5 } }, null],
    [{ kind: 'merged' as const }, 'disposition.merged_with_nothing'],
    [{ kind: 'merged' as const, into: statement }, 'disposition.merged_with_itself'],
    [{ kind: 'not_retained' as const }, 'disposition.no_ruling'],
    [{ kind: 'not_retained' as const, ruling: { id: 'r' } }, null],
    [{ kind: 'omitted' as const }, 'disposition.reason_missing'],
    [{ kind: 'omitted' as const, reason: 'Courtesy.' }, null],
    [{ statement: { ...statement, state: 'withdrawn' } }, 'disposition.withdrawn'],
  ])('%o: %s', (change, code) => {
    const refusal = dispositionRefusal({ ...noted, ...change });
    expect(refusal && (refusal as { code: string }).code).toBe(code);
  });
});

describe('ledgerState', () => {
  const standing: Standing = { state: 'noted', isCited: false, isListed: false, isNotRelevant: false, decided: null, mergedIntoReflected: false }; // prettier-ignore
  test.each([
    [{}, 'open'],
    [{ isCited: true, isListed: true }, 'reflected'],
    [{ isListed: true }, 'noted'],
    [{ decided: 'noted' as const }, 'noted'],
    [{ decided: 'merged' as const, mergedIntoReflected: true }, 'merged'],
    [{ decided: 'merged' as const }, 'open'],
    [{ decided: 'omitted' as const }, 'omitted'],
    [{ isNotRelevant: true }, 'not_retained'],
    [{ decided: 'not_retained' as const }, 'open'],
    [{ state: 'held' }, 'held'],
    [{ state: 'held', isNotRelevant: true }, 'not_retained'],
    [{ state: 'withdrawn', isCited: true }, 'withdrawn'],
  ])('%o: %s', (change, state) => expect(ledgerState({ ...standing, ...change })).toBe(state));

  test('every state is counted, none twice', () => {
    expect(countStates(['open', 'reflected', 'reflected'])).toMatchObject({ open: 1, reflected: 2, merged: 0 });
  });
});

test('sentences have letters, beyond z too', () => {
  expect([0, 25, 26, 51, 52, 701, 702].map(letterAt)).toEqual(['a', 'z', 'aa', 'az', 'ba', 'zz', 'aaa']);
});
