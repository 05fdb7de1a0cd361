import { error } from '@sveltejs/kit';
import { floorKeepers, openingRefusal } from '#floor/rules.ts';
import { say } from '#messages/say.ts';
import { holds } from '#people/rules.ts';
import { programmeOf } from '#programme/queries.ts';
import type { PageServerLoad } from './$types';

/** The meetings whose floor this person keeps. */
export const load: PageServerLoad = async ({ parent, locals }) => {
  const { edition, language } = await parent();
  const { forum, viewer } = locals;
  const isKeeper = viewer.roles.some(({ kind, editionId }) => {
    return editionId === edition.id && (floorKeepers as readonly string[]).includes(kind);
  });
  if (!isKeeper) error(404, say('page.not_found', {}, language));
  const programme = await programmeOf(forum.db, edition.id);
  const kept = programme.filter(({ id, state }) => {
    const isKept = holds(viewer, floorKeepers, { editionId: edition.id, roundtableId: id });
    return isKept && (openingRefusal(state) === null || state === 'adjourned');
  });
  return { meetings: kept.map(({ number, title, state }) => ({ number, title, state })) };
};
