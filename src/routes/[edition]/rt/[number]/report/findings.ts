import type { Forum } from '#record/forum.ts';
import { remembered } from '#record/remembered.ts';
import type { Viewer } from '#record/viewer.ts';
import { holds, reporters } from '#people/rules.ts';
import { findingsIn } from '#report/checks/queries.ts';
import { storedReport } from '#report/checks/stored.ts';
import { aboutOf, isKeepable, keptWith } from '#report/checks/settled.ts';
import { summary, told, type ToldFinding } from '#report/checks/told.ts';
import { desk, writingRefusal } from '#report/rules.ts';
import { keptFindings } from '#report/versions/before-final.ts';
import type { ReportView } from '#report/views.ts';

type Say = (code: string, values?: Record<string, unknown>) => string;

/** What the checks find, in words, for those who write the report and those who chair; null for anybody else. */
export async function findingsFor(forum: Forum, viewer: Viewer, report: ReportView, say: Say) {
  const place = { editionId: report.roundtable.editionId, roundtableId: report.roundtable.id };
  if (!holds(viewer, desk, place)) return null;
  // Everyone at the desk sees the same, until the record moves on.
  const checked = await remembered(forum, `findings ${report.id}`, () => findingsIn(forum.db, viewer, report));
  if (!checked) return null;
  const kept = await remembered(forum, `kept ${report.id}`, () => keptFindings(forum.db, report.id));
  const stored = storedReport(checked.report);
  const texts = new Map(stored.paragraphs.flatMap(({ sentences }) => sentences.map(({ id, text }) => [id, text])));
  const standing = checked.findings.map((finding) => {
    const about = aboutOf(finding, texts.get(finding.place.sentence ?? '') ?? '');
    return { about, kept: keptWith(finding, about, kept)?.reason ?? null };
  });
  const maySettle = holds(viewer, reporters, place) && writingRefusal(report) === null;
  const all = told(checked.findings, stored, say).map((one, i): ShownFinding => {
    const { about, kept: reason } = standing[i]!;
    return { ...one, kept: reason, about: maySettle && reason === null && isKeepable(one) ? about : null };
  });
  return { summary: summary(checked.findings.filter((_, i) => standing[i]!.kept === null), say), all }; // prettier-ignore
}

/** A finding on a page. */
export interface ShownFinding extends ToldFinding {
  /** Why it was let stand. */
  kept: string | null;
  /** What it is let stand by; null where that is not this reader's to decide, or cannot be. */
  about: string | null;
}

/** The findings of each paragraph, by its number; those about the whole report under 0. */
export function byParagraph(findings: readonly ShownFinding[]): Record<number, ShownFinding[]> {
  return Object.groupBy(findings, ({ paragraph }) => paragraph ?? 0) as Record<number, ShownFinding[]>;
}
