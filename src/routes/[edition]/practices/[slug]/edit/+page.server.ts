import { error, redirect } from '@sveltejs/kit';
import { revisePractice } from '#followup/acts.ts';
import { practiceCalled, practicesIn } from '#followup/queries.ts';
import { say } from '#messages/say.ts';
import { editionCalled } from '#programme/queries.ts';
import { perform } from '#record/act.ts';
import { found } from '#record/refusals.ts';
import { addressesIn } from '#routes/addresses.ts';
import { answer, isUnanswered } from '#routes/answer.ts';
import { entryFrom, fieldsOf } from '#routes/[edition]/practices/form.ts';
import type { Actions, PageServerLoad } from './$types';

/** A practice’s form again, for its holder and the support unit. */
export const load: PageServerLoad = async ({ locals, parent, params }) => {
  const { edition, language } = await parent();
  const { forum, viewer } = locals;
  const practice = await practiceCalled(forum.db, viewer, edition.id, params.slug);
  const mayWrite = practice?.contact && practice.state !== 'withdrawn';
  if (!practice || !mayWrite) error(404, say('page.not_found', {}, language));
  const themes = (await practicesIn(forum.db, viewer, edition.id)).flatMap((one) => one.themes);
  return {
    here: `${addressesIn(edition.slug).home}/practices`,
    practice,
    fields: fieldsOf(practice, language),
    themes: [...new Set(themes)].sort(),
  };
};

export const actions = {
  default: async ({ request, locals, params }) => {
    const form = await request.formData();
    const { forum, viewer, language } = locals;
    const outcome = await answer(
      (async () => {
        const edition = found(await editionCalled(forum.db, params.edition), 'edition');
        const practice = found(await practiceCalled(forum.db, viewer, edition.id, params.slug), 'practice');
        const basedOn = Number(form.get('basedOn'));
        return perform(forum, viewer, revisePractice, { practice: practice.id, basedOn, ...(await entryFrom(form)) });
      })(),
      { language, given: form },
    );
    return isUnanswered(outcome) ? outcome : redirect(303, `/${params.edition}/practices/${params.slug}`);
  },
} satisfies Actions;
