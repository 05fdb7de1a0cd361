import { remembered } from '#record/remembered.ts';
import type { Forum } from '#record/forum.ts';
import type { Viewer } from '#record/viewer.ts';
import { reachOf } from '#report/corrections/reach.ts';
import { readableReport } from '#report/queries.ts';
import type { ReportView } from '#report/views.ts';

type Say = (code: string, values?: Record<string, unknown>) => string;

/**
 * Whom the letters of the correction window reach, in a sentence, for those who circulate a report and those who decide:
 * before it is circulated and while it is; null otherwise.
 */
export async function reachFor(forum: Forum, viewer: Viewer, report: ReportView, edition: { slug: string }, say: Say) {
  if (!['co_chair_review', 'correction_window'].includes(report.state)) return null;
  const row = await readableReport(forum.db, viewer, report.roundtable, report.kind);
  const key = `reach ${report.id} ${viewer.personId}`;
  const reach = row && (await remembered(forum, key, () => reachOf(forum.db, viewer, row, forum.now())));
  if (!reach) return null;
  const unreached = reach.filter(({ told }) => told.length === 0).map(({ delegation }) => delegation.name);
  const waiting = reach.reduce((sum, one) => sum + one.waiting, 0);
  const desk = `/${edition.slug}/desk/corrections`;
  const { number } = report.roundtable;
  const names = unreached.length > most ? say('reach.and_more', { names: unreached.slice(0, most).join(', '), more: unreached.length - most }) : unreached.join(', '); // prettier-ignore
  return {
    summary: say('reach.summary', { all: reach.length, told: reach.length - unreached.length, unreached: unreached.length, names }), // prettier-ignore
    isOpen: unreached.length > 0,
    link: { href: `${desk}/${number}`, text: say(unreached.length > 0 ? 'reach.link_open' : 'reach.link') },
    decide: waiting > 0 ? { href: `${desk}#rt${number}`, text: say('reach.decide', { count: waiting }) } : null,
  };
}

/** So many names fit into a sentence. */
const most = 8;
