import { error } from '@sveltejs/kit';
import { say } from '#messages/say.ts';
import { changesIn } from '#report/versions/queries.ts';
import { reportCalled } from '#routes/[edition]/rt/[number]/report/called.ts';
import { wholeNumber } from '#routes/whole-number.ts';
import type { PageServerLoad } from './$types';

/** What changed from one version of a report to another, sentence by sentence. */
export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { roundtable, report } = await reportCalled(locals, params);
  const from = wholeNumber(url.searchParams.get('from'));
  const later = url.searchParams.get('to') === 'now' ? 'now' : wholeNumber(url.searchParams.get('to'));
  const changes = await changesIn(locals.forum.db, locals.viewer, report, from, later);
  if (!changes) error(404, say('version.not_there', {}, locals.language));
  const { title, language } = report;
  return { roundtable: { number: roundtable.number }, report: { title, language }, from, later, changes };
};
