import { error } from '@sveltejs/kit';
import { say } from '#messages/say.ts';
import { programmeOf } from '#programme/queries.ts';
import { reportVersion, versionsOf } from '#report/versions/queries.ts';
import { addressesIn } from '#routes/addresses.ts';
import { reportCalled } from '#routes/[edition]/rt/[number]/report/called.ts';
import { sectionsOf } from '#routes/[edition]/rt/[number]/report/sections.ts';
import { datesOf } from '#ui/dates.ts';
import type { PageServerLoad } from './$types';

/** One version of a report, as it was read then. */
export const load: PageServerLoad = async ({ locals, params, parent }) => {
  const { edition, language } = await parent();
  const { forum, viewer } = locals;
  const { roundtable, report } = await reportCalled(locals, params);
  const number = /^\d{1,6}$/.test(params.version) ? Number(params.version) : 0;
  const view = await reportVersion(forum.db, viewer, report, number);
  const version = view && (await versionsOf(forum.db, viewer, report)).find((one) => one.number === number);
  if (!version) error(404, say('version.not_there', {}, language));
  const programme = await programmeOf(forum.db, edition.id);
  const reading = {
    report: view,
    to: addressesIn(edition.slug),
    dates: datesOf(edition, language),
    asked: new Map(programme.flatMap(({ number: at, questions }) => questions.map(({ id }) => [id, at] as const))),
    say: (code: string, values?: Record<string, unknown>) => say(code, values, language),
  };
  return { roundtable: { number: roundtable.number }, version, ...sectionsOf(view, reading, programme, []) };
};
