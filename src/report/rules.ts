import { holds, reporters } from '#people/rules.ts';
import type { Reason } from '#record/refusals.ts';
import type { RoleKind, Viewer } from '#record/viewer.ts';

export type ReportState = 'draft' | 'co_chair_review' | 'correction_window' | 'final' | 'corrigendum';

/** Where a report may go from where it stands, as rules of procedure and editorial practice commonly have it. */
export const reportMoves: Record<ReportState, readonly ReportState[]> = {
  // The rapporteur hands the draft to the co-chairs.
  draft: ['co_chair_review'],
  // The co-chairs send it back, or circulate it: "Members shall have one week in which to submit corrections."
  co_chair_review: ['draft', 'correction_window'],
  // Corrections decided, it is final; a grave one sends it back to the co-chairs.
  correction_window: ['co_chair_review', 'final'],
  // "Corrections submitted after that date shall be consolidated in a single corrigendum."
  final: ['corrigendum'],
  corrigendum: ['final'],
};

/** What a report is said to be: one that came in from outside and stands as printed was finalised by nobody here. */
export function shownState({
  state,
  source,
  madeFinal,
}: {
  state: string;
  source: string;
  madeFinal: object | null;
}): string {
  if (source !== 'import' || state !== 'final') return state;
  return madeFinal ? 'imported_final' : 'imported';
}

export function reportMoveRefusal(from: string, to: ReportState): Reason | null {
  const allowed = reportMoves[from as ReportState] ?? [];
  return allowed.includes(to) ? null : { code: 'report.cannot_move', values: { from, to } };
}

/** A report in which a voice is unaccounted for is not final. `numbers` name the open lines as people do: "2.1/7". */
export function finalRefusal(numbers: readonly string[]): Reason | null {
  if (numbers.length === 0) return null;
  return { code: 'report.lines_open', values: { count: numbers.length, numbers: numbers.join(', ') } };
}

/** Sentences are the rapporteur's to change until the report is final; a circulated one changes by decided corrections. */
export function writingRefusal(report: { state: string }): Reason | null {
  return report.state === 'final' ? 'report.final_already' : null;
}

/** Only a draft of our own is written again: an imported report is somebody's words. */
export function redraftRefusal(report: { state: string; source: string } | undefined): Reason | null {
  if (!report) return null;
  if (report.source === 'import') return 'report.came_from_outside';
  return report.state === 'draft' ? null : { code: 'report.not_a_draft', values: { state: report.state } };
}

/** A draft is written from what was said. */
export function nothingSaidRefusal(record: { statements: readonly unknown[] }): Reason | null {
  return record.statements.length === 0 ? 'report.nothing_said' : null;
}

/** From the most open to the most closed. */
export const policies = ['attributed', 'by_constituency', 'not_attributed'] as const;

export type Policy = (typeof policies)[number];

/** The policy that holds for a report: its own or its roundtable's, whichever says less of who spoke. */
export function policyOf(report: { attribution: string; roundtable_attribution: string }): Policy {
  const rank = (policy: string) => Math.max(0, (policies as readonly string[]).indexOf(policy));
  return policies[Math.max(rank(report.attribution), rank(report.roundtable_attribution))]!;
}

/**
 * Whether this reader may be led from a sentence to who said it, and back. Whoever writes the report and whoever chairs
 * always may; anybody else only where the policy names everybody.
 */
export function mayTrace(
  viewer: Viewer,
  report: { attribution: string; roundtable_attribution: string; edition_id: string; roundtable_id: string },
): boolean {
  const place = { editionId: report.edition_id, roundtableId: report.roundtable_id };
  return policyOf(report) === 'attributed' || holds(viewer, desk, place);
}

/** Until it is circulated for corrections, a report is read by those who write it and those who chair. */
export function mayRead(viewer: Viewer, report: { state: string; edition_id: string; roundtable_id: string }): boolean {
  return (
    isCirculated(report.state) ||
    holds(viewer, desk, { editionId: report.edition_id, roundtableId: report.roundtable_id })
  );
}

export function isCirculated(state: string): boolean {
  return state !== 'draft' && state !== 'co_chair_review';
}

export const desk = [...reporters, 'co_chair', 'note_taker'] as const satisfies readonly RoleKind[];

/** A report rests only on what was said on the record and stands: nothing else may be cited. */
export function citationRefusal(statement: {
  number: number;
  state: string;
  on_record: boolean;
  decision: string | null;
}): Reason | null {
  const values = { number: statement.number };
  if (!statement.on_record || statement.state === 'withheld' || statement.state === 'draft')
    return { code: 'citation.off_the_record', values };
  if (statement.state === 'withdrawn') return { code: 'citation.withdrawn', values };
  if (statement.state === 'held') return { code: 'citation.held', values };
  return (statement.decision ?? 'relevant') !== 'relevant' ? { code: 'citation.not_retained', values } : null;
}

interface Decision {
  kind: 'merged' | 'noted' | 'not_retained' | 'omitted';
  reason: string;
  statement: { id: string; number: number; state: string };
  /** The statement it is merged with, where it lies in the report's scope. */
  into: { id: string; number: number } | null;
  /** The ruling that stands, when it says that the comment is not relevant. */
  ruling: { id: string } | null;
}

/** Every decision says enough to be checked: with what it is merged, which ruling, what reason. */
export function dispositionRefusal({ kind, reason, statement, into, ruling }: Decision): Reason | null {
  const values = { number: statement.number };
  if (statement.state === 'withdrawn') return { code: 'disposition.withdrawn', values };
  if (kind === 'merged' && !into) return { code: 'disposition.merged_with_nothing', values };
  if (into && into.id === statement.id) return { code: 'disposition.merged_with_itself', values };
  if (kind === 'not_retained' && !ruling) return { code: 'disposition.no_ruling', values };
  return kind === 'omitted' && reason === '' ? { code: 'disposition.reason_missing', values } : null;
}

/** a, b … z, aa, ab …: the letter of the sentence at this place (0 is the first). */
export function letterAt(place: number): string {
  const last = String.fromCharCode(97 + (place % 26));
  return place < 26 ? last : letterAt(Math.floor(place / 26) - 1) + last;
}
