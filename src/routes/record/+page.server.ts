import { redirect } from '@sveltejs/kit';
import { cosignCheckpoint, nameWitness, withdrawWitness } from '#people/witnesses/acts.ts';
import { witnessesOf } from '#people/witnesses/queries.ts';
import { mayNameWitness } from '#people/witnesses/rules.ts';
import { holds } from '#people/rules.ts';
import { editionCalled } from '#programme/queries.ts';
import { perform } from '#record/act.ts';
import { newestCheckpoints } from '#record/tree/queries.ts';
import { answer, isUnanswered, textsOf } from '#routes/answer.ts';
import { datesOf } from '#ui/dates.ts';
import type { Actions, PageServerLoad } from './$types';

/** How the record is sealed, its newest signed heads, and who outside vouches for it. */
export const load: PageServerLoad = async ({ locals, parent, setHeaders }) => {
  const { edition, language } = await parent();
  const { forum, viewer } = locals;
  // A head is signed without a line of the record, by whose number pages are kept.
  setHeaders({ 'cache-control': 'no-store' });
  const dates = datesOf(edition ?? { time_zone: 'UTC', starts_on: null }, language);
  const heads = await newestCheckpoints(forum.db);
  return {
    key: forum.signer.key,
    name: forum.signer.name,
    newest: heads[0]?.note ?? null,
    heads: heads.map(({ size, at, note, witnesses }) => ({
      size,
      when: dates.exactly(at),
      root: note.split('\n')[2]!,
      witnesses: witnesses.map(({ name }) => name).join(', '),
    })),
    witnesses: await witnessesOf(forum.db),
    mayName: edition !== null && holds(viewer, mayNameWitness, { editionId: edition.id }),
    origin: forum.origin,
  };
};

export const actions = {
  name: async (event) => {
    const given = textsOf(await event.request.formData());
    const { forum, viewer, language } = event.locals;
    const edition = await editionCalled(forum.db);
    const input = { edition: edition?.id ?? '', key: given.key ?? '' };
    const outcome = await answer(perform(forum, viewer, nameWitness, input), { language, given });
    return isUnanswered(outcome) ? outcome : redirect(303, '/record#witnesses');
  },
  withdraw: async (event) => {
    const given = textsOf(await event.request.formData());
    const { forum, viewer, language } = event.locals;
    const edition = await editionCalled(forum.db);
    const input = { edition: edition?.id ?? '', witness: given.witness ?? '' };
    const outcome = await answer(perform(forum, viewer, withdrawWitness, input), { language, given });
    return isUnanswered(outcome) ? outcome : redirect(303, '/record#witnesses');
  },
  cosign: async (event) => {
    const given = textsOf(await event.request.formData());
    const { forum, viewer, language } = event.locals;
    const cosigning = perform(forum, viewer, cosignCheckpoint, { note: given.note ?? '' });
    const outcome = await answer(cosigning, { language, given });
    return isUnanswered(outcome) ? outcome : redirect(303, '/record#witnesses');
  },
} satisfies Actions;
