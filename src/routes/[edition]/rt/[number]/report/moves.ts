import type { ReportView } from '#report/views.ts';
import { redraftRefusal, reportMoves, type ReportState } from '#report/rules.ts';
import { holds, reporters } from '#people/rules.ts';
import type { Viewer } from '#record/viewer.ts';
import type { Reading } from './margin.ts';

export interface Move {
  to: ReportState;
  text: string;
  /** What it means, before it is done. */
  note: string;
  /** Why it cannot be done now. */
  refused: string | null;
}

interface Place {
  editionId: string;
  roundtableId: string;
}

/** The next states a report may be taken to, for those who may take it there; a refused one says why beforehand. */
export function movesFor(
  viewer: Viewer,
  place: Place,
  { state }: Pick<ReportView, 'state'>,
  /** All that it lacks to be final, in words. */
  missing: readonly string[],
  { say }: Pick<Reading, 'say'>,
): Move[] {
  if (!holds(viewer, [...reporters, 'co_chair'], place)) return [];
  return reportMoves[state].map((to) => {
    const refused = to === 'final' ? (missing[0] ?? null) : null;
    return { to, text: say('reading.move', { from: state, to }), note: say('reading.move.note', { to }), refused };
  });
}

/** Whether this person may have a report drafted, or a draft written again. */
export function mayDraft(viewer: Viewer, place: Place, report: ReportView | undefined): boolean {
  return holds(viewer, reporters, place) && redraftRefusal(report) === null;
}
