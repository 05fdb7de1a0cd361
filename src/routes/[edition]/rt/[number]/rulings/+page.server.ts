import { error } from '@sveltejs/kit';
import { say } from '#messages/say.ts';
import { roundtableNumbered } from '#programme/queries.ts';
import { remembered } from '#record/remembered.ts';
import { rulingCounts } from '#statements/rulings/counts.ts';
import type { PageServerLoad } from './$types';

/** The rulings of a roundtable as anyone may know them: counts and reasons, and never what was not retained. */
export const load: PageServerLoad = async ({ parent, params, locals }) => {
  const { edition, language } = await parent();
  const { forum } = locals;
  const roundtable = await roundtableNumbered(forum.db, edition.id, params.number);
  if (!roundtable) error(404, say('page.not_found', {}, language));
  const look = () => rulingCounts(forum.db, roundtable);
  return { roundtable, counts: await remembered(forum, `ruling counts ${roundtable.id}`, look) };
};
