import type { LedgerView, ReportView } from '#report/views.ts';
import { finalRefusal, redraftRefusal, reportMoves, type ReportState } from '#report/rules.ts';
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
  ledger: LedgerView | undefined,
  { say }: Pick<Reading, 'say'>,
): Move[] {
  if (!holds(viewer, [...reporters, 'co_chair'], place)) return [];
  const open = ledger?.lines.filter((line) => line.state === 'open') ?? [];
  return reportMoves[state].map((to) => {
    const why = to === 'final' ? finalRefusal(open.map(({ statement: at }) => `${at.roundtable}/${at.number}`)) : null;
    const refused = why && (typeof why === 'string' ? say(why) : say(why.code, why.values));
    return { to, text: say('reading.move', { from: state, to }), note: say('reading.move.note', { to }), refused };
  });
}

/** Whether this person may have a report drafted, or a draft written again. */
export function mayDraft(viewer: Viewer, place: Place, report: ReportView | undefined): boolean {
  return holds(viewer, reporters, place) && redraftRefusal(report) === null;
}
