import { error } from '@sveltejs/kit';
import { say } from '#messages/say.ts';
import type { LayoutServerLoad } from './$types';

/** Below an edition's address there is an edition. */
export const load: LayoutServerLoad = async ({ parent, params }) => {
  const { edition, language } = await parent();
  if (!edition || edition.slug !== params.edition) error(404, say('page.not_found', {}, language));
  return { edition };
};
