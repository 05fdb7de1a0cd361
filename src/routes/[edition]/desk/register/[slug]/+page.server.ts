import { error, redirect } from '@sveltejs/kit';
import { say } from '#messages/say.ts';
import { mergeDelegations } from '#people/merging/acts.ts';
import { mergePreview } from '#people/merging/queries.ts';
import { delegates, mergedInto } from '#people/queries.ts';
import { correctDelegation } from '#people/register/acts.ts';
import { registerEntries, registerEntry } from '#people/register/queries.ts';
import { delegationKinds, holds, keepers, type DelegationKind } from '#people/rules.ts';
import { editionCalled } from '#programme/queries.ts';
import { perform } from '#record/act.ts';
import { Refusal } from '#record/refusals.ts';
import { answer, isUnanswered, textsOf } from '#routes/answer.ts';
import { groupsFrom, groupsText } from './groups.ts';
import type { Actions, PageServerLoad } from './$types';

/** One entry of the register, to be corrected or merged into another one. */
export const load: PageServerLoad = async ({ parent, params, locals, url }) => {
  const { edition, language } = await parent();
  const { forum, viewer } = locals;
  if (!holds(viewer, keepers, { editionId: edition.id })) error(404, say('page.not_found', {}, language));
  const entry = await registerEntry(forum.db, params.slug);
  if (!entry) {
    const kept = await mergedInto(forum.db, params.slug);
    if (kept) redirect(302, `/${params.edition}/desk/register/${kept}?merged#main`);
    error(404, say('page.not_found', {}, language));
  }
  const others = (await registerEntries(forum.db)).filter(({ id }) => id !== entry.id);
  const into = others.find(({ slug }) => slug === url.searchParams.get('into'));
  return {
    entry: { id: entry.id, slug: entry.slug, name: entry.short_name, kind: entry.kind, version: entry.version },
    fields: {
      shortName: entry.short_name,
      formalName: entry.formal_name,
      kind: entry.kind,
      code: entry.code ?? '',
      region: entry.region ?? '',
      aliases: entry.aliases.map(({ alias }) => alias).join('\n'),
      groups: groupsText(entry.groups),
    },
    kinds: [...delegationKinds],
    people: await delegates(forum.db, edition.id, entry.id),
    others: others.map(({ slug, shortName }) => ({ slug, name: shortName })),
    merge: into && {
      into: { id: into.id, slug: into.slug, name: into.shortName, kind: into.kind },
      ...(await mergePreview(forum.db, entry, { ...into, short_name: into.shortName, formal_name: into.formalName })),
    },
    done: url.searchParams.has('saved') ? 'saved' : url.searchParams.has('merged') ? 'merged' : null,
  };
};

export const actions = {
  correct: async ({ request, locals, params }) => {
    const given = textsOf(await request.formData());
    const { forum, viewer, language } = locals;
    const { edition, entry } = await placeOf(locals, params);
    const work = async () => {
      const read = groupsFrom(given.groups ?? '', await registerEntries(forum.db));
      if ('unknown' in read) throw new Refusal({ code: 'register.group_unknown', values: { line: read.unknown } });
      await perform(forum, viewer, correctDelegation, {
        edition,
        delegation: entry.id,
        basedOn: Number(given.basedOn),
        shortName: given.shortName ?? '',
        formalName: given.formalName || (given.shortName ?? ''),
        kind: given.kind as DelegationKind,
        code: given.code || null,
        region: given.region || null,
        aliases: (given.aliases ?? '').split('\n').map((name) => name.trim()).filter(Boolean), // prettier-ignore
        groups: read.groups,
      });
    };
    const outcome = await answer(work(), { language, given });
    if (isUnanswered(outcome)) return outcome;
    redirect(303, `/${params.edition}/desk/register/${params.slug}?saved#main`);
  },

  merge: async ({ request, locals, params }) => {
    const given = textsOf(await request.formData());
    const { forum, viewer, language } = locals;
    const { edition, entry } = await placeOf(locals, params);
    const work = perform(forum, viewer, mergeDelegations, { edition, from: entry.id, into: given.into ?? '' });
    const outcome = await answer(work, { language, given });
    if (isUnanswered(outcome)) return outcome;
    redirect(303, `/${params.edition}/desk/register/${encodeURIComponent(given.slug ?? '')}?merged#main`);
  },
} satisfies Actions;

async function placeOf({ forum, language }: App.Locals, params: { edition: string; slug: string }) {
  const edition = await editionCalled(forum.db, params.edition);
  const entry = await registerEntry(forum.db, params.slug);
  if (!edition || !entry) error(404, say('page.not_found', {}, language));
  return { edition: edition.id, entry };
}
