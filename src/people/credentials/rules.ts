import { holds, offices } from '#people/rules.ts';
import type { Reason } from '#record/refusals.ts';
import type { Viewer } from '#record/viewer.ts';

export type CredentialState = 'asked' | 'verified' | 'refused' | 'withdrawn';

export const capacities = ['head', 'delegate', 'deputy', 'focal_point'] as const;
export type Capacity = (typeof capacities)[number];

/** In protocol order: "heads of State or government first, then ministers, deputy ministers, ambassadors" and all others. */
export const ranks = ['head_of_state', 'minister', 'deputy_minister', 'ambassador', 'other'] as const;
export type Rank = (typeof ranks)[number];

/** The rank of whoever no other is known of: heads of delegation go with the ambassadors. */
export function usualRank(capacity: string): Rank {
  return capacity === 'head' ? 'ambassador' : 'other';
}

/** Where a credential may go from where it stands. "Credentials are examined, and reported on" before anyone speaks. */
const credentialMoves: Record<CredentialState, readonly CredentialState[]> = {
  asked: ['verified', 'refused', 'withdrawn'],
  // Functions change: whoever left a delegation no longer speaks for it. What was said meanwhile stays as it was said.
  verified: ['withdrawn'],
  // A refusal is not for ever: the question can be put again, with better words.
  refused: ['asked'],
  withdrawn: ['asked'],
};

export function credentialRefusal(from: CredentialState, to: CredentialState): Reason | null {
  return credentialMoves[from].includes(to) ? null : { code: `credential.stands_already`, values: { from, to } };
}

/** In an edition that is over there is nothing left to speak in. */
export function askingRefusal(edition: string): Reason | null {
  return edition === 'closed' || edition === 'archived' ? 'credential.edition_over' : null;
}

/** Only who speaks for a delegation can be said to speak for it otherwise; a question is answered, not corrected. */
export function correctionRefusal(state: CredentialState): Reason | null {
  return state === 'verified' ? null : { code: 'credential.not_standing', values: { state } };
}

interface Examined {
  editionId: string;
  /** Who asks. */
  personId: string;
  /** Whether the one who decides is a focal point of the delegation that is asked for. */
  byFocalPoint: boolean;
}

/** The delegation's own focal point or an office of the forum verifies; nobody vouches for themselves. */
export function examinerRefusal(actor: Viewer, { editionId, personId, byFocalPoint }: Examined): Reason | null {
  if (actor.personId === personId) return 'credential.own';
  return byFocalPoint || holds(actor, offices, { editionId }) ? null : 'credential.not_yours';
}

/** Whose words wait for the focal point, in a delegation that asks for it: heads and focal points answer for themselves. */
export function waitsForRelease(requiresRelease: boolean, capacity: string): boolean {
  return requiresRelease && (capacity === 'deputy' || capacity === 'delegate');
}
