import { error, redirect } from '@sveltejs/kit';
import { say } from '#messages/say.ts';
import { holds } from '#people/rules.ts';
import { perform } from '#record/act.ts';
import { answer, isUnanswered } from '#routes/answer.ts';
import { rulingIn } from '#routes/[edition]/desk/rulings/ruling-form.ts';
import { giveRulings } from '#statements/rulings/acts.ts';
import { awaitingRuling, publishedReasons } from '#statements/rulings/queries.ts';
import { mayDo } from '#statements/rulings/rules.ts';
import type { Actions, PageServerLoad } from './$types';

/** The chosen comments, each with its own reason and words. */
export const load: PageServerLoad = async ({ parent, locals, url }) => {
  const { edition, language } = await parent();
  const { forum, viewer } = locals;
  if (!holds(viewer, mayDo.rule, { editionId: edition.id })) error(404, say('page.not_found', {}, language));
  const chosen = new Set(url.searchParams.getAll('statement'));
  const { comments } = await awaitingRuling(forum.db, viewer, edition.id);
  return {
    comments: comments.filter(({ id }) => chosen.has(id)).slice(0, most),
    reasons: await publishedReasons(forum.db, edition.id),
    search: url.searchParams.toString(),
  };
};

const most = 50;

export const actions = {
  default: async ({ request, locals, params }) => {
    const given = await request.formData();
    const { forum, viewer, language } = locals;
    const text = (name: string) => String(given.get(name) ?? '');
    const rulings = given
      .getAll('statement')
      .map(String)
      .map((statement) =>
        rulingIn({ statement, choice: text(`choice-${statement}`), words: text(`words-${statement}`) }),
      );
    const outcome = await answer(perform(forum, viewer, giveRulings, { rulings }), { language, given });
    if (isUnanswered(outcome)) return outcome;
    redirect(303, `/${params.edition}/desk/rulings?several=${outcome.count}#main`);
  },
} satisfies Actions;
