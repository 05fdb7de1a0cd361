import { error } from '@sveltejs/kit';
import { pointsToLookAt } from '#analysis/points/queries.ts';
import { say } from '#messages/say.ts';
import { reporters } from '#people/rules.ts';
import { holdsIn } from '#statements/rulings/rules.ts';
import type { PageServerLoad } from './$types';

/** The roundtables whose points whoever asks decides about. */
export const load: PageServerLoad = async ({ parent, locals }) => {
  const { edition, language } = await parent();
  const { forum, viewer } = locals;
  if (!holdsIn(viewer, reporters, edition.id)) error(404, say('page.not_found', {}, language));
  return { roundtables: await pointsToLookAt(forum.db, viewer, edition.id) };
};
