import type { RoundtableState } from '#programme/rules.ts';
import type { Reason } from '#record/refusals.ts';
import type { RoleKind } from '#record/viewer.ts';

export const editionStates = ['planning', 'preparatory', 'in_session', 'reporting', 'closed', 'archived'] as const;
export type EditionState = (typeof editionStates)[number];

/** Where an edition may go from where it stands, and back: the first is the usual next step. */
export const editionMoves: Record<EditionState, readonly EditionState[]> = {
  // The Chair announces the theme and the programme; the preparatory process begins.
  planning: ['preparatory'],
  preparatory: ['in_session', 'planning'],
  // A meeting can be put off: "the Chair may propose the postponement of the session".
  in_session: ['reporting', 'preparatory'],
  // A resumed session takes up one that was over.
  reporting: ['closed', 'in_session'],
  // A late correction reopens the reports; what has been handed to the archives is opened again only to be put right.
  closed: ['archived', 'reporting'],
  archived: ['closed'],
};

/** Who takes an edition there. "The Chair shall declare the opening and closing of the session"; its unit does the rest. */
export const editionMovers: Record<EditionState, readonly RoleKind[]> = {
  planning: ['support_unit', 'chairs_office'],
  preparatory: ['support_unit', 'chairs_office'],
  in_session: ['chairs_office', 'support_unit'],
  reporting: ['support_unit', 'chairs_office'],
  closed: ['chairs_office', 'support_unit'],
  archived: ['support_unit', 'chairs_office'],
};

interface Standing {
  id: string;
  parentId: string | null;
  number: string;
  state: string;
}

/** A session is over once none of its meetings goes on, and an edition closed once nothing is open for comment either. */
const unfinished: Partial<Record<EditionState, readonly string[]>> = {
  planning: ['open_for_comment', 'in_session', 'suspended'],
  preparatory: ['in_session', 'suspended'],
  reporting: ['in_session', 'suspended'],
  closed: ['in_session', 'suspended', 'open_for_comment'],
};

export function editionMoveRefusal(from: string, to: EditionState, roundtables: readonly Standing[]): Reason | null {
  if (!editionMoves[from as EditionState].includes(to)) return { code: 'edition.cannot_move', values: { from, to } };
  // A cluster stands where its roundtables do.
  const clusters = new Set(roundtables.map(({ parentId }) => parentId));
  const open = roundtables.filter(({ id, state }) => !clusters.has(id) && unfinished[to]?.includes(state));
  if (open.length === 0) return null;
  const isMeeting = open.some(({ state }) => state !== 'open_for_comment');
  const numbers = open.map(({ number }) => number).join(', ');
  return {
    code: isMeeting ? 'edition.in_session_still' : 'edition.open_still',
    values: { numbers, count: open.length },
  };
}

/** Nothing is added to an archived edition, and nothing in it corrected: it can be opened again for that. */
export function keepingRefusal(edition: string): Reason | null {
  return edition === 'archived' ? 'edition.archived' : null;
}

const starts: readonly RoundtableState[] = ['open_for_comment', 'ready', 'in_session'];

/** In a closed edition records are still made final; nothing is opened for comment and no meeting begins. */
export function startRefusal(edition: string, to: RoundtableState): Reason | null {
  return edition === 'closed' && starts.includes(to) ? 'edition.closed' : keepingRefusal(edition);
}

/** What becomes of an edition when one of its roundtables goes there: the first comments and the first meeting begin it. */
export function editionAfter(edition: string, to: RoundtableState): EditionState | null {
  if (to === 'open_for_comment' && edition === 'planning') return 'preparatory';
  return to === 'in_session' && (edition === 'planning' || edition === 'preparatory') ? 'in_session' : null;
}
