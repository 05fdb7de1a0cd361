import { takesNotes } from '#notes/rules.ts';
import type { Place } from '#people/rules.ts';
import type { Reason } from '#record/refusals.ts';
import type { Viewer } from '#record/viewer.ts';

export const readings = ['verbatim', 'check_against_delivery', 'not_read'] as const;
export type Reading = (typeof readings)[number];

export const longestWritten = 100_000;

/** A delegation's own people hand in its texts, or a note-taker or an office for it. */
export function filingRefusal(viewer: Viewer, delegation: string, place: Place): Reason | null {
  return viewer.delegationIds.includes(delegation) || takesNotes(viewer, place) ? null : 'written.not_yours';
}

/** Texts come before, during and after a meeting, until its record is final. */
export function filingTimeRefusal({ state }: { state: string }): Reason | null {
  if (state === 'draft') return 'written.too_early';
  return state === 'record_final' ? 'note.record_final' : null;
}

/** An embargo ends with delivery: what is not read out has none, and nor has what was delivered already. */
export function embargoRefusal(reading: Reading, slot: { state: string } | null): Reason | null {
  if (reading === 'not_read') return 'written.embargo_unread';
  return slot?.state === 'spoken' ? 'written.delivered_already' : null;
}

/** Where a video or slides are: on the web, and nowhere else. */
export function linkRefusal(link: string): Reason | null {
  return /^https:\/\/[^\s/]+\.[^\s]+$/.test(link) ? null : 'written.link_wrong';
}

/** The turn a delegation's text belongs to by its name: the one it waits for, else the last it had; null where it is on no list. */
export function turnByName<Slot extends { state: string; position: number | null }>(
  slots: readonly Slot[],
): Slot | null {
  const rank = ({ state }: Slot) =>
    ['speaking', 'interrupted', 'called', 'listed', 'requested', 'moved_to_writing', 'spoken'].indexOf(state);
  const fit = slots.filter((slot) => rank(slot) >= 0);
  return fit.toSorted((a, b) => rank(a) - rank(b) || (a.position ?? 0) - (b.position ?? 0))[0] ?? null;
}
