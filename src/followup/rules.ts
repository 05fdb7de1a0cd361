import { holds, offices, type Place } from '#people/rules.ts';
import type { Reason } from '#record/refusals.ts';
import type { Viewer } from '#record/viewer.ts';

export type PracticeState = 'spotted' | 'consented' | 'published' | 'withdrawn';

/** Where a practice may go from where it stands. */
export const practiceMoves: Record<PracticeState, readonly PracticeState[]> = {
  // Named from the floor, it belongs to whoever runs it: "published with the consent of the contributor."
  spotted: ['consented', 'withdrawn'],
  // The support unit reads it before it stands in the database under the forum's name.
  consented: ['published', 'withdrawn'],
  // Consent can be taken back at any time.
  published: ['withdrawn'],
  // Whoever changes their mind again offers it anew.
  withdrawn: [],
};

export function practiceMoveRefusal(from: string, to: PracticeState): Reason | null {
  const allowed = practiceMoves[from as PracticeState] ?? [];
  return allowed.includes(to) ? null : { code: 'practice.cannot_move', values: { from, to } };
}

interface Practice {
  holder_id: string | null;
  delegation_id: string | null;
}

/** Whose practice it is: the person who offered it or said it; where that was nobody with an account, its delegation's people. */
export function isHolder(viewer: Viewer, { holder_id, delegation_id }: Practice): boolean {
  if (viewer.program) return true;
  if (viewer.personId === null) return false;
  if (holder_id !== null) return viewer.personId === holder_id;
  return delegation_id !== null && viewer.delegationIds.includes(delegation_id);
}

/** Until it is published, a practice is seen by its holder and those who keep the database. */
export function maySee(viewer: Viewer, practice: Practice & { state: string; edition_id: string }): boolean {
  const { state, edition_id: editionId } = practice;
  return state === 'published' || isHolder(viewer, practice) || keeps(viewer, { editionId });
}

/** The practice database is kept by the support unit; the Chair's office may stand in for it. */
export function keeps(viewer: Viewer, place: Place): boolean {
  return holds(viewer, offices, place);
}

/** Anyone identified may offer a practice or ask to be put in touch: there has to be someone to answer to. */
export function identifiedRefusal(viewer: Viewer): Reason | null {
  return viewer.program || viewer.personId !== null ? null : 'practice.not_identified';
}

interface Said {
  number: number;
  state: string;
  on_record: boolean;
  decision: string | null;
}

/** A passage is taken from what everyone may read: nothing off the record, held, withdrawn or not retained. */
export function passageRefusal({ number, state, on_record, decision }: Said): Reason | null {
  const values = { number };
  if (!on_record || state === 'withheld' || state === 'draft') return { code: 'practice.off_the_record', values };
  if (state === 'withdrawn') return { code: 'practice.words_withdrawn', values };
  if (state === 'held') return { code: 'practice.words_held', values };
  return (decision ?? 'relevant') !== 'relevant' ? { code: 'practice.not_retained', values } : null;
}

/** The words of a practice are its holder's; the support unit may mend them. A withdrawn one stays as it is. */
export function practiceRevisionRefusal(practice: { state: string; version: number }, basedOn: number): Reason | null {
  if (practice.state === 'withdrawn') return 'practice.withdrawn';
  return practice.version === basedOn ? null : 'practice.revised_meanwhile';
}

/** One is put in touch over a practice everyone can read, with someone else, and once. */
export function contactRefusal(
  practice: { state: string; isOwn: boolean },
  asked: { alreadyAsked: boolean },
): Reason | null {
  if (practice.state !== 'published') return 'contact.not_published';
  if (practice.isOwn) return 'contact.own_practice';
  return asked.alreadyAsked ? 'contact.asked_already' : null;
}

/** A practice is somewhere: in named countries, or everywhere. */
export function placeRefusal({
  isGlobal,
  countries,
}: {
  isGlobal: boolean;
  countries: readonly string[];
}): Reason | null {
  return isGlobal || countries.length > 0 ? null : 'practice.nowhere';
}
