import { expect, it } from 'vitest';
import type { DeskState } from '#notes/desk/queries.ts';
import { NotesDesk } from './desk.svelte.ts';
import type { Kept } from './kept.ts';

const state = {
  now: '2026-06-01T12:00:00Z',
  state: 'in_session',
  turns: [],
  merges: [],
  noteTakers: [],
  lines: [{ id: 'a', revision: 2, line: 'q theirs', typedAt: '2026-06-01T11:59:00Z', slot: null, by: 'x', delegation: null }], // prettier-ignore
} as unknown as DeskState;
const mine: Kept = { id: 'k', n: 1, kind: 'correct', note: 'a', basedOn: 1, line: 'q mine', delegation: null };

/** A desk whose correction met somebody else’s. */
function inConflict(): NotesDesk {
  const desk = new NotesDesk({ state, register: [], me: 'me' });
  desk.kept = [mine];
  desk.answered(desk.toSend(), [{ id: 'k', is: 'conflict' }], state);
  return desk;
}

it('what met another’s correction waits for a word, and is not sent again by itself', () => {
  const desk = inConflict();
  expect(desk.undecided.map(({ id }) => id)).toEqual(['k']);
  expect(desk.toSend()).toEqual([]);
});

it('kept, it is sent over theirs; not kept, theirs stands', () => {
  const desk = inConflict();
  desk.settle(desk.conflict!, true);
  expect(desk.toSend()).toMatchObject([{ kind: 'correct', note: 'a', basedOn: 2, line: 'q mine' }]);
  expect(desk.undecided).toEqual([]);
  const other = inConflict();
  other.settle(other.conflict!, false);
  expect(other.kept).toEqual([]);
});

it('what was refused goes back into hand, whole', () => {
  const desk = inConflict();
  desk.takeBack(desk.conflict!);
  expect([desk.line, desk.kept]).toEqual(['q mine', []]);
});
