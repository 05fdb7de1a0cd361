import { error, redirect } from '@sveltejs/kit';
import { say } from '#messages/say.ts';
import { correctCredential } from '#people/credentials/acts.ts';
import { credentialsHeldBy } from '#people/credentials/queries.ts';
import type { Capacity, Rank } from '#people/credentials/rules.ts';
import { correctPerson } from '#people/register/acts.ts';
import { personEntry } from '#people/register/queries.ts';
import { holds, keepers } from '#people/rules.ts';
import { editionCalled } from '#programme/queries.ts';
import { perform } from '#record/act.ts';
import { answer, isUnanswered, textsOf } from '#routes/answer.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ parent, params, locals, url }) => {
  const { edition, language } = await parent();
  const { forum, viewer } = locals;
  if (!holds(viewer, keepers, { editionId: edition.id })) error(404, say('page.not_found', {}, language));
  const person = await personEntry(forum.db, params.id);
  // Someone just entered without a delegation has nothing to do with any edition yet.
  if (!person) error(404, say('page.not_found', {}, language));
  return {
    person: { id: person.id, version: person.version },
    fields: { name: person.name, title: person.title ?? '', function: person.function ?? '' },
    speaksFor: await credentialsHeldBy(forum.db, viewer, edition.id, person.id),
    saved: url.searchParams.has('saved'),
  };
};

export const actions = {
  person: async ({ request, locals, params }) => {
    const given = textsOf(await request.formData());
    const { forum, viewer, language } = locals;
    const edition = await editionCalled(forum.db, params.edition);
    if (!edition) error(404, say('page.not_found', {}, language));
    const { name = '', title, function: office } = given;
    const entry = { name, title: title || null, function: office || null };
    const place = { edition: edition.id, person: params.id, basedOn: Number(given.basedOn) };
    const outcome = await answer(perform(forum, viewer, correctPerson, { ...place, ...entry }), { language, given });
    if (isUnanswered(outcome)) return outcome;
    redirect(303, `/${params.edition}/desk/register/persons/${params.id}?saved#main`);
  },

  credential: async ({ request, locals, params }) => {
    const given = textsOf(await request.formData());
    const { forum, viewer, language } = locals;
    const correction = perform(forum, viewer, correctCredential, {
      credential: given.credential ?? '',
      function: given.function ?? '',
      capacity: given.capacity as Capacity,
      rank: given.rank as Rank,
    });
    const outcome = await answer(correction, { language, given });
    if (isUnanswered(outcome)) return outcome;
    redirect(303, `/${params.edition}/desk/register/persons/${params.id}?saved#main`);
  },
} satisfies Actions;
