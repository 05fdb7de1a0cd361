import { error, redirect } from '@sveltejs/kit';
import { say } from '#messages/say.ts';
import { decideCorrection } from '#notes/corrections/acts.ts';
import { correctionsAsked } from '#notes/corrections/queries.ts';
import { reporters } from '#people/rules.ts';
import { perform } from '#record/act.ts';
import { answer, isUnanswered, textsOf } from '#routes/answer.ts';
import { holdsIn } from '#statements/rulings/rules.ts';
import type { Actions, PageServerLoad } from './$types';

/** What delegations ask to read otherwise, for whoever decides on it. */
export const load: PageServerLoad = async ({ parent, locals }) => {
  const { edition, language } = await parent();
  const { forum, viewer } = locals;
  if (!holdsIn(viewer, reporters, edition.id)) error(404, say('page.not_found', {}, language));
  return { asked: await correctionsAsked(forum.db, viewer, edition.id) };
};

export const actions = {
  decide: async ({ request, locals, url }) => {
    const given = textsOf(await request.formData());
    const decision = given.decision === 'accepted' ? 'accepted' : 'declined';
    const input = { correction: given.correction ?? '', decision, words: given.words ?? '' } as const;
    const work = perform(locals.forum, locals.viewer, decideCorrection, input);
    const outcome = await answer(work, { language: locals.language, given });
    if (isUnanswered(outcome)) return outcome;
    redirect(303, `${url.pathname}#main`);
  },
} satisfies Actions;
