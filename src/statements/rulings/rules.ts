import { holds } from '#people/rules.ts';
import type { Reason } from '#record/refusals.ts';
import type { RoleKind, Viewer } from '#record/viewer.ts';

/** Who may do what about rulings: the first is the office a refusal names. */
export const mayDo = {
  rule: ['chairs_office'],
  answerAppeal: ['chairs_office'],
  markAbuse: ['support_unit', 'chairs_office'],
  readSetAside: ['chairs_office', 'support_unit'],
  readQueue: ['chairs_office', 'support_unit', 'co_chair', 'rapporteur', 'general_rapporteur'],
} as const satisfies Record<string, readonly RoleKind[]>;

export const longestRuling = 2000;

/** Why something is set aside as spam or abuse: the support unit's own reasons, the same in every edition. */
export const abuseReasons = ['spam', 'threat', 'insult', 'personal_data', 'impersonation'] as const;

interface Ruled {
  kind: string;
  state: string;
  /** An appeal against the ruling that stands has not been answered. */
  appealOpen: boolean;
}

/** A ruling is on a comment that stands; where its author has appealed, the appeal is what is answered. */
export function rulingRefusal({ kind, state, appealOpen }: Ruled): Reason | null {
  if (kind !== 'comment') return 'ruling.not_a_comment';
  if (state === 'withdrawn') return 'statement.withdrawn';
  return appealOpen ? 'ruling.appeal_open' : null;
}

/** What is set aside already stays so until the Chair rules otherwise. */
export function abuseRefusal(statement: Ruled & { standing: string | null }): Reason | null {
  return rulingRefusal(statement) ?? (statement.standing === 'abuse' ? 'ruling.abuse_already' : null);
}

interface Appealed {
  state: string;
  /** What stands: null before the first ruling. */
  standing: string | null;
  /** Whether the ruling that stands was appealed, or answered an appeal itself. */
  wasAppealed: boolean;
  answeredAppeal: boolean;
}

/** A ruling against a comment is appealed once; what was ruled on an appeal is not appealed again. */
export function appealRefusal({ state, standing, wasAppealed, answeredAppeal }: Appealed): Reason | null {
  if (state === 'withdrawn') return 'statement.withdrawn';
  if (standing === null || standing === 'relevant') return 'appeal.nothing_against';
  if (wasAppealed) return 'appeal.made_already';
  return answeredAppeal ? 'appeal.answered_finally' : null;
}

interface Answering {
  outcome: string | null;
  /** Who ruled, and who would answer; null for the program. */
  ruledBy: string | null;
  answeredBy: string | null;
  /** How many others hold the Chair's office. */
  others: number;
}

/** Answered once, and by another person than the one who ruled, where the Chair's office has one. */
export function answerRefusal({ outcome, ruledBy, answeredBy, others }: Answering): Reason | null {
  if (outcome !== null) return 'appeal.answered_already';
  return ruledBy !== null && ruledBy === answeredBy && others > 0 ? 'appeal.another_answers' : null;
}

/** Whether this person sees the queue of comments anywhere in the edition. */
export function mayReadQueue(viewer: Viewer, editionId: string): boolean {
  return holdsIn(viewer, mayDo.readQueue, editionId);
}

/** Whether someone holds one of these roles in the edition or in any of its roundtables. */
export function holdsIn(viewer: Viewer, kinds: readonly RoleKind[], editionId: string): boolean {
  if (holds(viewer, kinds, { editionId })) return true;
  return viewer.roles.some((role) => role.editionId === editionId && kinds.includes(role.kind));
}
