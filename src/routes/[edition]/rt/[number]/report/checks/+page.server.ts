import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import { say } from '#messages/say.ts';
import { holds } from '#people/rules.ts';
import { roundtableNumbered } from '#programme/queries.ts';
import { perform } from '#record/act.ts';
import type { CheckCode } from '#report/checks/finding.ts';
import { desk } from '#report/rules.ts';
import { reportOf } from '#report/queries.ts';
import { keepFinding, renewCitations } from '#report/versions/acts.ts';
import { addressesIn } from '#routes/addresses.ts';
import { answer, isUnanswered, textsOf } from '#routes/answer.ts';
import { reportCalled } from '#routes/[edition]/rt/[number]/report/called.ts';
import { findingsFor } from '#routes/[edition]/rt/[number]/report/findings.ts';
import type { Actions, PageServerLoad } from './$types';

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
    stale: found.all.some(({ check, about }) => check === 'source_revised' && about !== null),
  };
};

export const actions = {
  keep: (event) =>
    settling(event, (report, { sentence, code = '', about = '', reason = '' }) =>
      perform(event.locals.forum, event.locals.viewer, keepFinding, {
        report,
        sentence: sentence || null,
        code: code as CheckCode,
        about,
        reason,
      }),
    ),
  renew: (event) =>
    settling(event, (report) => perform(event.locals.forum, event.locals.viewer, renewCitations, { report })),
} satisfies Actions;

async function settling(
  { request, locals, params, url }: RequestEvent,
  work: (report: string, given: Record<string, string>) => Promise<unknown>,
) {
  const given = textsOf(await request.formData());
  const { language } = locals;
  const { report } = await reportCalled(locals, params);
  const outcome = await answer(work(report.id, given), { language, given });
  if (isUnanswered(outcome)) return outcome;
  redirect(303, `${url.pathname}#main`);
}
