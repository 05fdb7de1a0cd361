import { error } from '@sveltejs/kit';
import { say } from '#messages/say.ts';
import { notedBy } from '#notes/desk/queries.ts';
import type { PageServerLoad } from './$types';

/** The roundtables whose notes whoever asks takes. */
export const load: PageServerLoad = async ({ parent, locals }) => {
  const { edition, language } = await parent();
  const roundtables = await notedBy(locals.forum.db, locals.viewer, edition.id);
  if (roundtables.length === 0) error(404, say('page.not_found', {}, language));
  return { roundtables };
};
