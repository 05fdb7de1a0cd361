import { error } from '@sveltejs/kit';
import { say } from '#messages/say.ts';
import { holds, offices } from '#people/rules.ts';
import { rulingsIn } from '#statements/rulings/history.ts';
import { countAppeals } from '#statements/rulings/queries.ts';
import type { PageServerLoad } from './$types';

/** Every ruling given in the edition, newest first: `?decision=` narrows it. */
export const load: PageServerLoad = async ({ parent, locals, url }) => {
  const { edition, language } = await parent();
  const { forum, viewer } = locals;
  if (!holds(viewer, offices, { editionId: edition.id })) error(404, say('page.not_found', {}, language));
  const decision = url.searchParams.get('decision') ?? '';
  const all = await rulingsIn(forum.db, viewer, edition.id);
  const found = all.filter((ruling) => decision === '' || (ruling.decision === decision && ruling.stands));
  return {
    decision,
    rulings: found.slice(0, mostShown),
    found: found.length,
    total: all.length,
    appeals: await countAppeals(forum.db, viewer, edition.id),
  };
};

const mostShown = 200;
