import { error } from '@sveltejs/kit';
import { say } from '#messages/say.ts';
import { holds } from '#people/rules.ts';
import { programmeOf } from '#programme/queries.ts';
import { reportsIn } from '#report/queries.ts';
import { desk } from '#report/rules.ts';
import type { PageServerLoad } from './$types';

/** The roundtables whose reports whoever asks writes or reviews. */
export const load: PageServerLoad = async ({ parent, locals }) => {
  const { edition, language } = await parent();
  const { db } = locals.forum;
  const mine = (await programmeOf(db, edition.id)).filter(({ id }) =>
    holds(locals.viewer, desk, { editionId: edition.id, roundtableId: id }),
  );
  if (mine.length === 0) error(404, say('page.not_found', {}, language));
  const reports = new Map((await reportsIn(db, locals.viewer, edition.id)).map((report) => [report.roundtable.id, report])); // prettier-ignore
  return {
    roundtables: mine.map(({ id, number, title }) => ({ id, number, title, state: reports.get(id)?.state ?? null })),
  };
};
