import { error, redirect } from '@sveltejs/kit';
import { slugOf } from '#importing/register.ts';
import { say } from '#messages/say.ts';
import { registerDelegation } from '#people/acts.ts';
import { linesOnPage, registerLines } from '#people/register/queries.ts';
import { delegationKinds, holds, keepers, type DelegationKind } from '#people/rules.ts';
import { perform } from '#record/act.ts';
import { editionCalled } from '#programme/queries.ts';
import { answer, isUnanswered, textsOf } from '#routes/answer.ts';
import { wholeNumber } from '#routes/whole-number.ts';
import type { Actions, PageServerLoad } from './$types';

/** One register of names: searched, narrowed, and added to. */
export const load: PageServerLoad = async ({ parent, locals, url }) => {
  const { edition, language } = await parent();
  const { forum, viewer } = locals;
  if (!holds(viewer, keepers, { editionId: edition.id })) error(404, say('page.not_found', {}, language));
  const ask = (name: string) => (url.searchParams.get(name) ?? '').slice(0, 200);
  const from = wholeNumber(ask('from'));
  const asked = { words: ask('q').trim(), kind: ask('kind'), region: ask('region') };
  const { lines, all } = await registerLines(forum.db, edition.id, { ...asked, from });
  const search = new URLSearchParams(Object.entries({ q: asked.words, kind: asked.kind, region: asked.region }).filter(([, value]) => value)); // prettier-ignore
  return {
    asked,
    lines,
    all,
    from,
    next:
      from + linesOnPage < all ? `?${new URLSearchParams([...search, ['from', String(from + linesOnPage)]])}` : null,
    kinds: [...delegationKinds],
  };
};

export const actions = {
  default: async ({ request, locals, params }) => {
    const given = textsOf(await request.formData());
    const { forum, viewer, language } = locals;
    const edition = await editionCalled(forum.db, params.edition);
    if (!edition) error(404, say('page.not_found', {}, language));
    const slug = slugOf(given.shortName ?? '');
    const work = perform(forum, viewer, registerDelegation, {
      edition: edition.id,
      slug,
      shortName: given.shortName ?? '',
      ...(given.formalName ? { formalName: given.formalName } : {}),
      kind: given.kind as DelegationKind,
      code: given.code || null,
      region: given.region || null,
    });
    const outcome = await answer(work, { language, given });
    if (isUnanswered(outcome)) return outcome;
    redirect(303, `/${params.edition}/desk/register/${slug}`);
  },
} satisfies Actions;
