import type { SlotState } from '#floor/rules.ts';
import type { Reason } from '#record/refusals.ts';

/** Only somebody who waits has a place, and there are as many places as there are people waiting. */
export function placeRefusal(asked: { state: SlotState; from: number; to: number; among: number }): Reason | null {
  const { from, to, among } = asked;
  if (from < 1) return { code: 'slot.waits_not', values: { state: asked.state } };
  if (to > among || to < 1) return { code: 'slot.no_such_place', values: { among } };
  return from === to ? 'slot.there_already' : null;
}

/** Whoever asks for the floor speaks for a delegation, or the desk says who they are. */
export function askingRefusal(asked: { fromDesk: boolean; named: boolean }): Reason | null {
  if (asked.fromDesk) return asked.named ? null : 'slot.nobody_named';
  return 'slot.not_accredited';
}
