import { error, redirect } from '@sveltejs/kit';
import { say } from '#messages/say.ts';
import { askCredential, requireRelease } from '#people/credentials/acts.ts';
import { credentialsOf, focalPointFor, focalPoints, ownCredentials } from '#people/credentials/queries.ts';
import type { Capacity } from '#people/credentials/rules.ts';
import { delegationCalled, mergedInto } from '#people/queries.ts';
import { editionCalled } from '#programme/queries.ts';
import { perform } from '#record/act.ts';
import { addressesIn } from '#routes/addresses.ts';
import { answer, textsOf } from '#routes/answer.ts';
import { credentialActions } from '#routes/credential-answers.ts';
import { releaseStatement, sendBackStatement } from '#statements/release/acts.ts';
import { awaitingRelease, ownAwaitingRelease } from '#statements/release/queries.ts';
import type { Actions, PageServerLoad } from './$types';

/** Who speaks for a delegation: asking for it, deciding on it, and releasing what its delegates wrote. */
export const load: PageServerLoad = async ({ parent, params, locals }) => {
  const { edition, language } = await parent();
  const { forum, viewer } = locals;
  const delegation = await delegationCalled(forum.db, params.slug);
  const merged = delegation ? undefined : await mergedInto(forum.db, params.slug);
  if (merged) redirect(301, `${addressesIn(edition.slug).delegation(merged)}/credentials`);
  if (!delegation) error(404, say('page.not_found', {}, language));
  const own = await ownCredentials(forum.db, viewer, edition.id);
  const waiting = await ownAwaitingRelease(forum.db, viewer, edition.id);
  return {
    delegation: {
      id: delegation.id,
      slug: delegation.slug,
      name: delegation.short_name,
      kind: delegation.kind,
      requiresRelease: delegation.requires_release,
    },
    focalPoints: await focalPoints(forum.db, edition.id, delegation.id),
    own: own.find((credential) => credential.delegation.id === delegation.id),
    ownWaiting: waiting.filter((one) => one.delegation.slug === delegation.slug),
    isFocalPoint: (await focalPointFor(forum.db, viewer, edition.id)).includes(delegation.id),
    /** To those who decide on them; undefined to everyone else. */
    credentials: await credentialsOf(forum.db, viewer, edition.id, delegation.id),
    waiting: await awaitingRelease(forum.db, viewer, edition.id, delegation.id),
  };
};

export const actions = {
  ...credentialActions,
  ask: async ({ request, locals, params }) => {
    const given = textsOf(await request.formData());
    const { edition, delegation } = await placeOf(locals, params);
    const asked = perform(locals.forum, locals.viewer, askCredential, {
      edition,
      delegation,
      function: given.function ?? '',
      capacity: (given.capacity || 'delegate') as Capacity,
      words: given.words ?? '',
    });
    return answer(asked.then(() => ({ done: 'asked' }) as const), { language: locals.language, given }); // prettier-ignore
  },
  require: async ({ request, locals, params }) => {
    const given = textsOf(await request.formData());
    const { edition, delegation } = await placeOf(locals, params);
    const required = given.required === 'yes';
    const done = required ? ('required' as const) : ('not_required' as const);
    const work = perform(locals.forum, locals.viewer, requireRelease, { edition, delegation, required });
    return answer(work.then(() => ({ done })), { language: locals.language, given }); // prettier-ignore
  },
  release: async ({ request, locals }) => {
    const given = textsOf(await request.formData());
    const input = { statement: given.statement ?? '', revision: Number(given.revision) };
    const work = perform(locals.forum, locals.viewer, releaseStatement, input);
    return answer(work.then(() => ({ done: 'released' }) as const), { language: locals.language, given }); // prettier-ignore
  },
  sendBack: async ({ request, locals }) => {
    const given = textsOf(await request.formData());
    const input = { statement: given.statement ?? '', revision: Number(given.revision), words: given.words ?? '' };
    const work = perform(locals.forum, locals.viewer, sendBackStatement, input);
    return answer(work.then(() => ({ done: 'sent_back' }) as const), { language: locals.language, given }); // prettier-ignore
  },
} satisfies Actions;

async function placeOf({ forum, language }: App.Locals, params: { edition: string; slug: string }) {
  const edition = await editionCalled(forum.db, params.edition);
  const delegation = await delegationCalled(forum.db, params.slug);
  if (!edition || !delegation) error(404, say('page.not_found', {}, language));
  return { edition: edition.id, delegation: delegation.id };
}
