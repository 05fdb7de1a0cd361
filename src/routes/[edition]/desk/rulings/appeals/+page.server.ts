import { error } from '@sveltejs/kit';
import { say } from '#messages/say.ts';
import { holds } from '#people/rules.ts';
import { openAppeals } from '#statements/rulings/queries.ts';
import { mayDo } from '#statements/rulings/rules.ts';
import type { PageServerLoad } from './$types';

/** The appeals that await an answer of the Chair's office. */
export const load: PageServerLoad = async ({ parent, locals }) => {
  const { edition, language } = await parent();
  const { forum, viewer } = locals;
  if (!holds(viewer, mayDo.answerAppeal, { editionId: edition.id })) error(404, say('page.not_found', {}, language));
  return { appeals: await openAppeals(forum.db, viewer, edition.id) };
};
