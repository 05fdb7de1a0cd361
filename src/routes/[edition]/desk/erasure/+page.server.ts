import { error, redirect } from '@sveltejs/kit';
import { say } from '#messages/say.ts';
import { holds } from '#people/rules.ts';
import { editionCalled } from '#programme/queries.ts';
import { perform } from '#record/act.ts';
import { answer, isUnanswered, textsOf } from '#routes/answer.ts';
import { carryOutErasure, declineErasure } from '#statements/erasure/acts.ts';
import { erasurePreview, erasureRequests, peopleCalled } from '#statements/erasure/queries.ts';
import { mayErase } from '#statements/erasure/rules.ts';
import type { Actions, PageServerLoad } from './$types';

/** The requests for erasure; and for the one that is chosen, all that would go and all that would stay. */
export const load: PageServerLoad = async ({ parent, locals, url }) => {
  const { edition, language } = await parent();
  const { forum, viewer } = locals;
  if (!holds(viewer, mayErase, { editionId: edition.id })) error(404, say('page.not_found', {}, language));
  const requests = await erasureRequests(forum.db, viewer, edition.id);
  const request = requests.find(({ id }) => id === url.searchParams.get('request')) ?? null;
  const person = idIn(url, 'person') ?? request?.person_id ?? null;
  const statement = person ? null : (idIn(url, 'statement') ?? request?.statement_id ?? null);
  const whose = { person, statement, request: request?.id ?? null };
  const q = (url.searchParams.get('q') ?? '').trim().slice(0, 100);
  return {
    requests,
    request,
    whose,
    preview: await erasurePreview(forum.db, viewer, edition.id, whose),
    q,
    people: q ? await peopleCalled(forum.db, edition.id, q) : [],
    search: url.searchParams.toString(),
  };
};

export const actions = {
  erase: async ({ request, locals, params }) => {
    const given = textsOf(await request.formData());
    const { forum, viewer, language } = locals;
    const edition = await editionCalled(forum.db, params.edition);
    const erasure = perform(forum, viewer, carryOutErasure, {
      edition: edition?.id ?? '',
      person: given.person || null,
      statement: given.statement || null,
      request: given.request || null,
      withWords: given.withWords === 'yes',
      verifiedHow: given.verifiedHow ?? '',
    });
    const outcome = await answer(erasure, { language, given });
    return isUnanswered(outcome) ? outcome : redirect(303, `/${params.edition}/desk/erasure/${outcome.id}`);
  },
  decline: async ({ request, locals, params }) => {
    const given = textsOf(await request.formData());
    const { forum, viewer, language } = locals;
    const edition = await editionCalled(forum.db, params.edition);
    const input = { edition: edition?.id ?? '', request: given.request ?? '', answer: given.answer ?? '' };
    const outcome = await answer(perform(forum, viewer, declineErasure, input), { language, given });
    return isUnanswered(outcome) ? outcome : redirect(303, `/${params.edition}/desk/erasure#main`);
  },
} satisfies Actions;

function idIn(url: URL, name: string): string | null {
  const given = url.searchParams.get(name) ?? '';
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(given) ? given : null;
}
