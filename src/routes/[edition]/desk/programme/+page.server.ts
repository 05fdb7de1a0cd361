import { error, redirect } from '@sveltejs/kit';
import { say } from '#messages/say.ts';
import { holds, keepers } from '#people/rules.ts';
import { createRoundtable } from '#programme/acts.ts';
import { correctEdition } from '#programme/correcting/acts.ts';
import { writeScale, type ScaleStep } from '#programme/correcting/rules.ts';
import { programmeToKeep } from '#programme/keeping/queries.ts';
import { editionCalled } from '#programme/queries.ts';
import { moveEdition } from '#programme/standing/acts.ts';
import { editionMoveRefusal, editionMoves, type EditionState } from '#programme/standing/rules.ts';
import { perform } from '#record/act.ts';
import { usualScale } from '#report/quantifier.ts';
import { answer, isUnanswered, textsOf } from '#routes/answer.ts';
import { fieldIn, momentGiven } from '#routes/form-time.ts';
import type { Actions, PageServerLoad } from './$types';

/** The edition and its programme, for those who keep it. */
export const load: PageServerLoad = async ({ parent, locals, url }) => {
  const { edition: known, language } = await parent();
  const { forum, viewer } = locals;
  if (!holds(viewer, keepers, { editionId: known.id })) error(404, say('page.not_found', {}, language));
  const edition = (await editionCalled(forum.db, known.slug))!;
  const programme = await programmeToKeep(forum.db, edition.id);
  const scale = edition.quantifier_scale as ScaleStep[] | null;
  return {
    fields: {
      name: edition.name,
      shortName: edition.short_name,
      number: edition.number === null ? '' : String(edition.number),
      place: edition.place ?? '',
      timeZone: edition.time_zone,
      startsOn: edition.starts_on ?? '',
      endsOn: edition.ends_on ?? '',
      languages: edition.languages.join(', '),
      attribution: edition.attribution,
      commentsDeadline: fieldIn(edition.time_zone, edition.comments_deadline),
      scale: writeScale(scale),
    },
    usual: writeScale(usualScale.filter(({ unopposed, all }) => !unopposed && !all)),
    version: edition.version,
    zones: Intl.supportedValuesOf('timeZone'),
    programme,
    moves: editionMoves[edition.state as EditionState].map((to) => {
      const refusal = editionMoveRefusal(edition.state, to, programme);
      return { to, refusal: typeof refusal === 'string' ? { code: refusal } : refusal };
    }),
    saved: url.searchParams.has('saved'),
  };
};

export const actions = {
  correct: async ({ request, locals, params }) => {
    const given = textsOf(await request.formData());
    const { forum, viewer, language } = locals;
    const edition = await editionAt(locals, params.edition);
    const zone = given.timeZone ?? '';
    const work = perform(forum, viewer, correctEdition, {
      edition: edition.id,
      basedOn: Number(given.basedOn),
      name: given.name ?? '',
      shortName: given.shortName ?? '',
      number: given.number ? Number(given.number) : null,
      place: given.place || null,
      timeZone: zone,
      startsOn: given.startsOn || null,
      endsOn: given.endsOn || null,
      languages: (given.languages ?? '').split(/[,;\s]+/).filter(Boolean),
      attribution: given.attribution as 'attributed',
      commentsDeadline: isZone(zone) ? momentGiven(zone, given.commentsDeadline) : null,
      scale: given.scale ?? '',
    });
    const outcome = await answer(work, { language, given });
    if (isUnanswered(outcome)) return outcome;
    redirect(303, `/${params.edition}/desk/programme?saved#main`);
  },

  create: async ({ request, locals, params }) => {
    const given = textsOf(await request.formData());
    const { forum, viewer, language } = locals;
    const edition = await editionAt(locals, params.edition);
    const { number = '', title = '' } = given;
    const work = perform(forum, viewer, createRoundtable, { edition: edition.id, parent: given.parent || null, number, title }); // prettier-ignore
    const outcome = await answer(work, { language, given });
    if (isUnanswered(outcome)) return outcome;
    redirect(303, `/${params.edition}/desk/programme/${number}`);
  },
  move: async ({ request, locals, params }) => {
    const given = textsOf(await request.formData());
    const { forum, viewer, language } = locals;
    const edition = await editionAt(locals, params.edition);
    const work = perform(forum, viewer, moveEdition, { edition: edition.id, to: given.to as EditionState });
    const outcome = await answer(work, { language, given });
    if (isUnanswered(outcome)) return outcome;
    redirect(303, `/${params.edition}/desk/programme?saved#main`);
  },
} satisfies Actions;

async function editionAt({ forum, language }: App.Locals, slug: string) {
  const edition = await editionCalled(forum.db, slug);
  if (!edition) error(404, say('page.not_found', {}, language));
  return edition;
}

/** A deadline in a zone that is none cannot be read; the zone itself is then refused. */
function isZone(zone: string): boolean {
  return zone === 'UTC' || Intl.supportedValuesOf('timeZone').includes(zone);
}
