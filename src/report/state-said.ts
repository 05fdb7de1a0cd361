import type { Dates } from '#ui/dates.ts';
import { shownState } from './rules.ts';
import type { ReportView } from './views.ts';

type Say = (code: string, values?: Record<string, unknown>) => string;

/** How a report stands, in words: of one that came in from outside also when it did, and who made it final here. */
export function stateSaid(
  report: Pick<ReportView, 'state' | 'source' | 'createdAt' | 'madeFinal'>,
  say: Say,
  dates: Dates,
): string {
  const { createdAt, madeFinal } = report;
  return say('reading.state_is', {
    state: shownState(report),
    imported: dates.moment(createdAt),
    by: madeFinal?.by ?? 'nobody',
    at: madeFinal ? dates.moment(madeFinal.at) : '',
  });
}
