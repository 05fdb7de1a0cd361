import { error } from '@sveltejs/kit';
import { say } from '#messages/say.ts';
import { holds } from '#people/rules.ts';
import { roundtableNumbered } from '#programme/queries.ts';
import { desk } from '#report/rules.ts';
import { reportOf } from '#report/queries.ts';
import { addressesIn } from '#routes/addresses.ts';
import { findingsFor } from '#routes/[edition]/rt/[number]/report/findings.ts';
import type { PageServerLoad } from './$types';

/** All that the checks find in a roundtable's report, for those who write it and those who chair. */
export const load: PageServerLoad = async ({ locals, params, parent }) => {
  const { edition } = await parent();
  const { forum, viewer, language } = locals;
  const speak = (code: string, values?: Record<string, unknown>) => say(code, values, language);
  const roundtable = await roundtableNumbered(forum.db, edition.id, params.number);
  const isDesk = roundtable && holds(viewer, desk, { editionId: edition.id, roundtableId: roundtable.id });
  if (!roundtable || !isDesk) error(404, speak('page.not_found'));
  const to = addressesIn(edition.slug);
  const at = { number: roundtable.number, title: roundtable.title, href: to.roundtable(roundtable.number), report: to.report(roundtable.number) }; // prettier-ignore
  const report = await reportOf(forum.db, viewer, roundtable);
  const found = report && (await findingsFor(forum, viewer, report, speak));
  if (!report || !found) return { roundtable: at, title: speak('reading.none_yet', at), report: null, groups: [] };
  const groups = (['stops', 'asks', 'style'] as const).flatMap((weight) => {
    const findings = found.all.filter((one) => one.weight === weight);
    return findings.length > 0 ? [{ weight, findings }] : [];
  });
  return {
    roundtable: at,
    title: found.summary,
    report: { title: report.title, attribution: report.attribution },
    groups,
  };
};
