import type { Forum } from '#record/forum.ts';
import { remembered } from '#record/remembered.ts';
import type { Viewer } from '#record/viewer.ts';
import { holds } from '#people/rules.ts';
import { findingsIn } from '#report/checks/queries.ts';
import { storedReport } from '#report/checks/stored.ts';
import { summary, told, type ToldFinding } from '#report/checks/told.ts';
import { desk } from '#report/rules.ts';
import type { ReportView } from '#report/views.ts';

type Say = (code: string, values?: Record<string, unknown>) => string;

/** What the checks find, in words, for those who write the report and those who chair; null for anybody else. */
export async function findingsFor(forum: Forum, viewer: Viewer, report: ReportView, say: Say) {
  const place = { editionId: report.roundtable.editionId, roundtableId: report.roundtable.id };
  if (!holds(viewer, desk, place)) return null;
  // Everyone at the desk sees the same, until the record moves on.
  const checked = await remembered(forum, `findings ${report.id}`, () => findingsIn(forum.db, viewer, report));
  if (!checked) return null;
  return { summary: summary(checked.findings, say), all: told(checked.findings, storedReport(checked.report), say) };
}

/** The findings of each paragraph, by its number; those about the whole report under 0. */
export function byParagraph(findings: readonly ToldFinding[]): Record<number, ToldFinding[]> {
  return Object.groupBy(findings, ({ paragraph }) => paragraph ?? 0) as Record<number, ToldFinding[]>;
}
