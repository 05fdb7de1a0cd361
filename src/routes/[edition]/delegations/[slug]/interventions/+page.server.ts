import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import { say } from '#messages/say.ts';
import { askCorrection, confirmIntervention } from '#notes/corrections/acts.ts';
import { ownInterventions } from '#notes/corrections/queries.ts';
import { delegationCalled } from '#people/queries.ts';
import { perform } from '#record/act.ts';
import { answer, isUnanswered, textsOf } from '#routes/answer.ts';
import type { Actions, PageServerLoad } from './$types';

/** What a delegation said aloud, for its own people to confirm or to correct; for nobody else. */
export const load: PageServerLoad = async ({ parent, params, locals }) => {
  const { edition, language } = await parent();
  const { forum, viewer } = locals;
  const delegation = await delegationCalled(forum.db, params.slug);
  const own = delegation && (await ownInterventions(forum.db, viewer, edition.id, delegation));
  if (!own) error(404, say('page.not_found', {}, language));
  const { id, slug, short_name: name } = delegation;
  return { delegation: { id, slug, name }, own, now: forum.now() };
};

export const actions = {
  confirm: (event) => answering(event, (own) => perform(event.locals.forum, event.locals.viewer, confirmIntervention, own)), // prettier-ignore
  ask: (event) =>
    answering(event, (own, { body = '', reason = '' }) =>
      perform(event.locals.forum, event.locals.viewer, askCorrection, { ...own, body, reason }),
    ),
} satisfies Actions;

interface Own {
  statement: string;
  delegation: string;
  revision: number;
}

async function answering(
  { request, locals, params, url }: RequestEvent,
  work: (own: Own, given: Record<string, string>) => Promise<unknown>,
) {
  const given = textsOf(await request.formData());
  const delegation = await delegationCalled(locals.forum.db, params.slug!);
  if (!delegation) error(404, say('page.not_found', {}, locals.language));
  const { statement = '', revision } = given;
  const own = { statement, delegation: delegation.id, revision: Number(revision) };
  const outcome = await answer(work(own, given), { language: locals.language, given });
  if (isUnanswered(outcome)) return outcome;
  redirect(303, `${url.pathname}#i${statement}`);
}
