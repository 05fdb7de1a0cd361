import { error } from '@sveltejs/kit';
import { say } from '#messages/say.ts';
import { hasDesk } from '#people/rules.ts';
import type { LayoutServerLoad } from './$types';

/** The desk is there for whoever holds an office in the edition; for everyone else there is nothing at its addresses. */
export const load: LayoutServerLoad = async ({ parent, locals }) => {
  const { edition, language } = await parent();
  if (!hasDesk(locals.viewer, edition.id)) error(404, say('page.not_found', {}, language));
};
