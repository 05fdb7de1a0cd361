import { error, redirect } from '@sveltejs/kit';
import { say } from '#messages/say.ts';
import { editionCalled, roundtableNumbered } from '#programme/queries.ts';
import { perform } from '#record/act.ts';
import { addressRecommendation, moveRecommendation, rewordRecommendation } from '#report/recommendations/acts.ts';
import { supportRecommendation, takeBackSupport } from '#report/recommendations/acts.ts';
import { recommendationOpened } from '#report/recommendations/opened.ts';
import { recommendationMoves, type RecommendationState } from '#report/recommendations/rules.ts';
import { answer, isUnanswered, textsOf } from '#routes/answer.ts';
import { namesIn } from '#routes/[edition]/desk/deciding/deeds.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

/** One recommendation: who stands behind it, how it came to read so, what became of it. */
export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { roundtable, opened } = await openedHere(locals, params, url.searchParams.get('find') ?? '');
  const { id, number, title } = roundtable;
  return {
    roundtable: { id, number, title },
    ...opened,
    find: url.searchParams.get('find') ?? '',
    next: recommendationMoves[opened.recommendation.state],
  };
};

async function openedHere({ forum, viewer, language }: App.Locals, params: RequestEvent['params'], find = '') {
  const edition = await editionCalled(forum.db, params.edition);
  const roundtable = edition && (await roundtableNumbered(forum.db, edition.id, params.number));
  const number = /^\d{1,6}$/.test(params.n) ? Number(params.n) : 0;
  const opened = roundtable && (await recommendationOpened(forum.db, viewer, roundtable, number, find.slice(0, 200)));
  if (!roundtable || !opened) error(404, say('page.not_found', {}, language));
  return { roundtable, opened };
}

type Deed = (locals: App.Locals, recommendation: string, given: Record<string, string>) => Promise<unknown>;

/** Performs what a form asks for on the recommendation of this page, and comes back to where it was asked. */
function doing(at: string, deed: Deed) {
  return async ({ request, locals, params, url }: RequestEvent) => {
    const given = textsOf(await request.formData());
    const { opened } = await openedHere(locals, params);
    const work = deed(locals, opened.recommendation.id, given);
    const outcome = await answer(work, { language: locals.language, given: { ...given, form: at } });
    if (isUnanswered(outcome)) return outcome;
    redirect(303, `${url.pathname}#${at}`);
  };
}

export const actions = {
  support: doing('backing', ({ forum, viewer }, recommendation, { point = '' }) =>
    perform(forum, viewer, supportRecommendation, { recommendation, point }),
  ),
  takeBack: doing('backing', ({ forum, viewer }, recommendation, { point = '' }) =>
    perform(forum, viewer, takeBackSupport, { recommendation, point }),
  ),
  address: doing('to', ({ forum, viewer }, recommendation, { to }) =>
    perform(forum, viewer, addressRecommendation, { recommendation, to: namesIn(to) }),
  ),
  reword: doing('text', ({ forum, viewer }, recommendation, { text = '', based_on }) =>
    perform(forum, viewer, rewordRecommendation, { recommendation, text, basedOn: Number(based_on) }),
  ),
  move: doing('became', ({ forum, viewer }, recommendation, { state, words = '' }) =>
    perform(forum, viewer, moveRecommendation, { recommendation, to: state as RecommendationState, words }),
  ),
} satisfies Actions;
