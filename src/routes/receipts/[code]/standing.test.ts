import { expect, test } from 'vitest';
import { say } from '#messages/say.ts';
import type { DecisionView, Reflection } from '#report/views.ts';
import type { StatementView } from '#statements/queries.ts';
import { datesOf } from '#ui/dates.ts';
import { leadOf, stepsOf } from './standing.ts';

const when = datesOf({ time_zone: 'Africa/Kampala', starts_on: '2026-06-09' });
const at = new Date('2026-05-12T06:12:00Z');
const comment = {
  kind: 'comment',
  state: 'received',
  identity: 'verified',
  source: 'own_hand',
  saidAt: at,
  ruling: null,
};
const relevant = { decision: 'relevant', reason: null, title: null, words: '', at };
const report = { id: 'r', kind: 'record', roundtable: '2.1', title: 'Record of RT 2.1', state: 'correction_window' };
const reflected = [{ report, paragraph: 7, letter: 'a' }] as Reflection[];

const steps = (more: object, reflections: Reflection[] = [], decisions: DecisionView[] = []) =>
  stepsOf({ ...comment, ...more } as StatementView, { reflections, decisions }, when, say).map(
    ({ name, state }) => `${state} ${name}`,
  );

test('a comment waits for the ruling, then for the report', () => {
  expect(steps({})).toEqual([
    'done Received',
    'done Identified',
    'now The Chair’s ruling',
    'later Accounted for',
    'later Final',
  ]);
  expect(steps({ ruling: relevant })).toEqual([
    'done Received',
    'done Identified',
    'done Ruled relevant',
    'now Accounted for',
    'later Final',
  ]);
});

test('a held one waits for its author to be known', () => {
  expect(steps({ state: 'held' }).slice(0, 2)).toEqual(['done Received', 'now Held for identification']);
});

test('a draft waits for the focal point of its delegation, before the ruling', () => {
  expect(steps({ state: 'draft' }).slice(0, 4)).toEqual([
    'done Received',
    'done Identified',
    'now Released by the focal point',
    'later The Chair’s ruling',
  ]);
});

test('once a report rests on it, what is left is the report’s being final', () => {
  expect(steps({ ruling: relevant }, reflected).at(-1)).toBe('now Final');
  const final = [{ ...reflected[0]!, report: { ...reflected[0]!.report, state: 'final' as const } }];
  expect(steps({ ruling: relevant }, final)).toEqual([
    'done Received',
    'done Identified',
    'done Ruled relevant',
    'done Accounted for',
    'now Final',
  ]);
});

test('what was said on the floor is noted and needs no ruling; what is withdrawn ends there', () => {
  expect(steps({ kind: 'intervention', state: 'noted', source: 'note_taker' })[0]).toBe('done Noted');
  expect(steps({ kind: 'intervention', state: 'noted', source: 'note_taker' })).toHaveLength(4);
  expect(steps({ state: 'withdrawn' })).toEqual(['done Received', 'now Withdrawn']);
});

test('one sentence says where it stands', () => {
  const lead = (more: object, decisions: DecisionView[] = []) =>
    leadOf({ ...comment, ...more } as StatementView, decisions);
  expect(lead({})).toBe('receipt.lead.waiting');
  expect(lead({ state: 'held' })).toBe('receipt.lead.held');
  expect(lead({ ruling: { ...relevant, decision: 'not_relevant' } })).toBe('receipt.lead.out');
  expect(lead({}, [{ kind: 'noted' } as DecisionView])).toBe('receipt.lead.decided');
});
