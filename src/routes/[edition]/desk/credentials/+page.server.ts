import { error } from '@sveltejs/kit';
import { say } from '#messages/say.ts';
import { credentialsIn } from '#people/credentials/queries.ts';
import { holds, keepers } from '#people/rules.ts';
import { credentialActions } from '#routes/credential-answers.ts';
import type { Actions, PageServerLoad } from './$types';

/** Who asks to speak for whom, and who speaks already. */
export const load: PageServerLoad = async ({ parent, locals }) => {
  const { edition, language } = await parent();
  const { forum, viewer } = locals;
  if (!holds(viewer, keepers, { editionId: edition.id })) error(404, say('page.not_found', {}, language));
  return { credentials: await credentialsIn(forum.db, viewer, edition.id) };
};

export const actions = credentialActions satisfies Actions;
