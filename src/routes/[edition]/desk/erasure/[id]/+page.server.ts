import { error } from '@sveltejs/kit';
import { say } from '#messages/say.ts';
import { erasureCalled } from '#statements/erasure/queries.ts';
import type { PageServerLoad } from './$types';

/** The account of an erasure, as a letter that can be handed to whoever asked for it. */
export const load: PageServerLoad = async ({ parent, params, locals }) => {
  const { edition, language } = await parent();
  const erasure = await erasureCalled(locals.forum.db, locals.viewer, edition.id, params.id);
  if (!erasure) error(404, say('page.not_found', {}, language));
  return { erasure };
};
