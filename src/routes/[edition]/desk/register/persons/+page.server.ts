import { error, redirect } from '@sveltejs/kit';
import { personsIn } from '#importing/lists/queries.ts';
import { registerEntries } from '#people/register/queries.ts';
import { say } from '#messages/say.ts';
import { admitPerson } from '#people/acts.ts';
import type { Capacity, Rank } from '#people/credentials/rules.ts';
import { plainName } from '#people/register/rules.ts';
import { holds, keepers } from '#people/rules.ts';
import { editionCalled } from '#programme/queries.ts';
import { perform } from '#record/act.ts';
import { answer, isUnanswered, textsOf } from '#routes/answer.ts';
import type { Actions, PageServerLoad } from './$types';

const mostShown = 500;

/** Whoever has to do with the edition, and for whom they speak. */
export const load: PageServerLoad = async ({ parent, locals, url }) => {
  const { edition, language } = await parent();
  const { forum, viewer } = locals;
  if (!holds(viewer, keepers, { editionId: edition.id })) error(404, say('page.not_found', {}, language));
  const words = (url.searchParams.get('q') ?? '').slice(0, 200).trim();
  const persons = await personsIn(forum.db, edition.id);
  const wanted = plainName(words);
  const found = persons.filter(({ name, delegation, function: office }) =>
    [name, delegation, office].some((text) => text && plainName(text).includes(wanted)),
  );
  return {
    words,
    all: found.length,
    persons: found.slice(0, mostShown),
    delegations: (await registerEntries(forum.db)).map(({ id, shortName }) => ({ id, name: shortName })),
  };
};

export const actions = {
  default: async ({ request, locals, params }) => {
    const given = textsOf(await request.formData());
    const { forum, viewer, language } = locals;
    const edition = await editionCalled(forum.db, params.edition);
    if (!edition) error(404, say('page.not_found', {}, language));
    const work = perform(forum, viewer, admitPerson, {
      edition: edition.id,
      name: given.name ?? '',
      title: given.title || null,
      function: given.function || null,
      delegation: given.delegation || null,
      capacity: (given.capacity || 'delegate') as Capacity,
      ...(given.rank ? { rank: given.rank as Rank } : {}),
      verifiedHow: given.how || say('register.page.by_hand', {}, language),
    });
    const outcome = await answer(work, { language, given });
    if (isUnanswered(outcome)) return outcome;
    redirect(303, `/${params.edition}/desk/register/persons/${outcome.id}`);
  },
} satisfies Actions;
