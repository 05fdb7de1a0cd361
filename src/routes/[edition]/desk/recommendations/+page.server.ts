import { error } from '@sveltejs/kit';
import { say } from '#messages/say.ts';
import { reporters, roleRefusal } from '#people/rules.ts';
import { visibleRecord } from '#report/lists/raised.ts';
import { recommendationsOf } from '#report/recommendations/queries.ts';
import { roundtablesIn } from '#statements/queries.ts';
import type { PageServerLoad } from './$types';

/** The recommendations of the roundtables this viewer reports on or chairs. */
export const load: PageServerLoad = async ({ locals, parent }) => {
  const { edition, language } = await parent();
  const { forum, viewer } = locals;
  const mine = (await roundtablesIn(forum.db, edition.id)).filter(({ id }) => roleRefusal(viewer, [...reporters, 'co_chair'], { editionId: edition.id, roundtableId: id }) === null); // prettier-ignore
  if (mine.length === 0) error(404, say('page.not_found', {}, language));
  const roundtables = [];
  for (const roundtable of mine) {
    const mayReport = roleRefusal(viewer, reporters, { editionId: edition.id, roundtableId: roundtable.id }) === null;
    const recommendations = await recommendationsOf(forum.db, roundtable, await visibleRecord(forum.db, viewer, roundtable)); // prettier-ignore
    roundtables.push({ id: roundtable.id, number: roundtable.number, title: roundtable.title, mayReport, recommendations }); // prettier-ignore
  }
  return { roundtables };
};
