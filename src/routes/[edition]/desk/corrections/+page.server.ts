import { error, redirect } from '@sveltejs/kit';
import { say } from '#messages/say.ts';
import { decideCorrection } from '#notes/corrections/acts.ts';
import { correctionsAsked } from '#notes/corrections/queries.ts';
import { reporters } from '#people/rules.ts';
import { perform } from '#record/act.ts';
import { decideLineCorrection } from '#report/corrections/acts.ts';
import { datesOf } from '#ui/dates.ts';
import { answer, isUnanswered, textsOf } from '#routes/answer.ts';
import { holdsIn } from '#statements/rulings/rules.ts';
import { linesToDecide, openWindows } from './lines-to-decide.ts';
import type { Actions, PageServerLoad } from './$types';

/** What delegations ask to read otherwise, for whoever decides on it. */
export const load: PageServerLoad = async ({ parent, locals }) => {
  const { edition, language } = await parent();
  const { forum, viewer } = locals;
  if (!holdsIn(viewer, reporters, edition.id)) error(404, say('page.not_found', {}, language));
  const speak = (code: string, values?: Record<string, unknown>) => say(code, values, language);
  const around = { edition, dates: datesOf(edition, language), say: speak };
  return {
    asked: await correctionsAsked(forum.db, viewer, edition.id),
    lines: await linesToDecide(forum.db, viewer, around),
    windows: await openWindows(forum, viewer, around),
  };
};

export const actions = {
  decideLine: async ({ request, locals, url }) => {
    const given = textsOf(await request.formData());
    const { correction = '', words = '', written = '', basedOn, paragraph, quotation = '' } = given;
    const work = perform(locals.forum, locals.viewer, decideLineCorrection, {
      correction,
      decision: given.decision === 'accepted' ? 'accepted' : 'declined',
      words,
      written,
      ...(basedOn ? { basedOn: Number(basedOn) } : {}),
      paragraph: paragraph || null,
      quotation,
    });
    const outcome = await answer(work, { language: locals.language, given });
    if (isUnanswered(outcome)) return outcome;
    redirect(303, `${url.pathname}#main`);
  },

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
