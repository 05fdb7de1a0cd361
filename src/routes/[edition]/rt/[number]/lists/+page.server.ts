import { error } from '@sveltejs/kit';
import { say } from '#messages/say.ts';
import { roundtableNumbered } from '#programme/queries.ts';
import { listsOf } from '#report/lists/lists.ts';
import type { PageServerLoad } from './$types';

/** Agreements, divergences, questions, instruments and recommendations of a roundtable, each with its sources. */
export const load: PageServerLoad = async ({ parent, params, locals }) => {
  const { edition, language } = await parent();
  const { forum, viewer } = locals;
  const roundtable = await roundtableNumbered(forum.db, edition.id, params.number);
  if (!roundtable) error(404, say('page.not_found', {}, language));
  const { id, number, title } = roundtable;
  return { roundtable: { id, number, title }, lists: await listsOf(forum, viewer, roundtable) };
};
