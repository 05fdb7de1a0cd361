import type { Reason } from '#record/refusals.ts';

interface Waiting {
  releasedAt: Date | null;
  takenBackAt: Date | null;
  /** The state of its roundtable. */
  roundtable: string;
}

export const longestReturn = 2000;

/** What the focal point decides on are the words they have read. */
export function revisedRefusal(revisions: number, read: number): Reason | null {
  return revisions === read ? null : { code: 'release.revised_meanwhile', values: { revision: revisions } };
}

/** Words are sent back once; the next ones can be again. */
export function returnRefusal(wasSentBack: boolean): Reason | null {
  return wasSentBack ? 'release.sent_back_already' : null;
}

/**
 * The moment of handing in counts: what was handed in before comments closed can be released after. Only a final record
 * takes nothing in any more; the words then stay with their author.
 */
export function releaseRefusal({ releasedAt, takenBackAt, roundtable }: Waiting): Reason | null {
  if (releasedAt) return 'release.released_already';
  if (takenBackAt) return 'release.taken_back';
  return roundtable === 'record_final' ? 'release.record_final' : null;
}
