import { error } from '@sveltejs/kit';
import { say } from '#messages/say.ts';
import { hasDesk } from '#people/rules.ts';
import { countByRoundtable } from '#statements/rulings/queries.ts';
import { holdsIn, mayReadQueue } from '#statements/rulings/rules.ts';
import { places } from './places.ts';
import type { PageServerLoad } from './$types';

/** What awaits a decision of whoever holds an office: counted, and where to decide it. */
export const load: PageServerLoad = async ({ parent, locals }) => {
  const { edition, language } = await parent();
  const { forum, viewer } = locals;
  if (!hasDesk(viewer, edition.id)) error(404, say('page.not_found', {}, language));
  const theirs = [];
  for (const { title, address, roles, count } of places)
    if (holdsIn(viewer, roles, edition.id))
      theirs.push({ title, address, count: count ? await count(forum.db, viewer, edition.id, forum) : null });
  return {
    places: theirs,
    total: theirs.reduce((sum, { count }) => sum + (count ?? 0), 0),
    awaiting: mayReadQueue(viewer, edition.id) ? await countByRoundtable(forum.db, viewer, edition.id) : [],
    roles: [...new Set(viewer.roles.filter((role) => role.editionId === edition.id).map(({ kind }) => kind))],
  };
};
