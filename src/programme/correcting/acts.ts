import type { Kysely } from 'kysely';
import { z } from 'zod';
import type { DB } from '#db/schema.ts';
import { keepers, roleRefusal } from '#people/rules.ts';
import { isTimeZone, roundtableNumber } from '#programme/rules.ts';
import { standingOf } from '#programme/standing/before-acting.ts';
import { keepingRefusal } from '#programme/standing/rules.ts';
import { act } from '#record/act.ts';
import { found, refuseIf } from '#record/refusals.ts';
import { attributionRefusal, attributions, daysRefusal, finalRefusal, readScale, timesRefusal, versionRefusal } from './rules.ts'; // prettier-ignore

const text = z.string().max(50_000, 'programme.text_too_long');
const basedOn = z.int32().positive();

export const correctEdition = act({
  name: 'edition.correct',
  does: 'Corrects an edition: its name, dates, place, zone, languages, attribution, deadline and quantifier scale.',
  input: z.object({
    edition: z.uuid(),
    basedOn,
    name: z.string().trim().min(1, 'edition.name_missing').max(200, 'people.name_too_long'),
    shortName: z.string().trim().min(1, 'edition.name_missing').max(60, 'edition.short_name_too_long'),
    number: z.int32('edition.number_wrong').positive('edition.number_wrong').nullable(),
    place: z.string().trim().max(200, 'people.name_too_long').nullable(),
    timeZone: z.string().refine(isTimeZone, 'edition.time_zone_unknown'),
    startsOn: z.iso.date('edition.day_wrong').nullable(),
    endsOn: z.iso.date('edition.day_wrong').nullable(),
    languages: z.array(z.string().regex(/^[a-z]{2,3}$/, 'edition.language_wrong')).min(1, 'edition.language_missing').max(30), // prettier-ignore
    attribution: z.enum(attributions),
    commentsDeadline: z.date('programme.moment_wrong').nullable(),
    /** One word a line; empty for the usual scale. */
    scale: z.string().max(5000, 'edition.scale_too_long').default(''),
  }),
  async run({ tx, actor, rows, record }, input) {
    const edition = found(
      await tx.selectFrom('edition').selectAll().where('id', '=', input.edition).forUpdate().executeTakeFirst(),
      'edition',
    );
    refuseIf(roleRefusal(actor, keepers, { editionId: edition.id }));
    refuseIf(keepingRefusal(edition.state));
    refuseIf(versionRefusal(edition, input.basedOn));
    refuseIf(daysRefusal(input.startsOn, input.endsOn));
    refuseIf(attributionRefusal(edition.attribution, input.attribution, await saidUnder(tx, edition.id)));
    const scale = readScale(input.scale);
    if ('wrong' in scale) return refuseIf({ code: 'edition.scale_wrong', values: { line: scale.wrong } });
    await rows.update(
      'edition',
      { id: edition.id },
      {
        version: edition.version + 1,
        name: input.name,
        short_name: input.shortName,
        number: input.number,
        place: input.place || null,
        time_zone: input.timeZone,
        starts_on: input.startsOn,
        ends_on: input.endsOn,
        languages: [...new Set(input.languages)],
        attribution: input.attribution,
        comments_deadline: input.commentsDeadline,
        quantifier_scale: scale.steps && JSON.stringify(scale.steps),
      },
    );
    record('edition.corrected', edition.id);
  },
});

export const correctRoundtable = act({
  name: 'roundtable.correct',
  does: 'Corrects a roundtable or cluster: number, title, lead, description, room, times, deadline and attribution.',
  input: z.object({
    roundtable: z.uuid(),
    basedOn,
    number: z.string().trim().regex(roundtableNumber, 'roundtable.number_wrong'),
    title: z.string().trim().min(1, 'roundtable.title_missing').max(300, 'roundtable.title_too_long'),
    lead: text,
    description: text,
    room: z.string().trim().max(100, 'roundtable.room_too_long').nullable(),
    startsAt: z.date('programme.moment_wrong').nullable(),
    endsAt: z.date('programme.moment_wrong').nullable(),
    commentsCloseAt: z.date('programme.moment_wrong').nullable(),
    attribution: z.enum(attributions).nullable(),
  }),
  async run({ tx, actor, rows, record, now }, input) {
    const roundtable = found(
      await tx.selectFrom('roundtable').selectAll().where('id', '=', input.roundtable).forUpdate().executeTakeFirst(),
      'roundtable',
    );
    const { id, edition_id: editionId } = roundtable;
    refuseIf(roleRefusal(actor, keepers, { editionId, roundtableId: id }));
    refuseIf(keepingRefusal(await standingOf(tx, editionId)));
    refuseIf(finalRefusal(roundtable.state));
    refuseIf(versionRefusal(roundtable, input.basedOn));
    refuseIf(timesRefusal(input.startsAt, input.endsAt));
    const isOpen = roundtable.state === 'open_for_comment';
    const deadline = input.commentsCloseAt;
    refuseIf(isOpen && deadline && deadline <= now ? { code: 'comments.deadline_past', values: { deadline } } : null);
    const { attribution: usual } = await tx
      .selectFrom('edition')
      .select('attribution')
      .where('id', '=', editionId)
      .executeTakeFirstOrThrow();
    const policies = [roundtable.attribution ?? usual, input.attribution ?? usual] as const;
    refuseIf(attributionRefusal(...policies, roundtable.statements));
    const taken = await tx
      .selectFrom('roundtable')
      .select('title')
      .where('edition_id', '=', editionId)
      .where('number', '=', input.number)
      .where('id', '<>', id)
      .executeTakeFirst();
    refuseIf(taken ? { code: 'roundtable.number_taken', values: { number: input.number, title: taken.title } } : null);
    await rows.update(
      'roundtable',
      { id },
      {
        version: roundtable.version + 1,
        number: input.number,
        title: input.title,
        lead: input.lead,
        description: input.description,
        room: input.room || null,
        starts_at: input.startsAt,
        ends_at: input.endsAt,
        comments_close_at: deadline,
        attribution: input.attribution,
      },
    );
    // An open roundtable is closed by a job at its time; a new time needs a new job.
    const isMoved = isOpen && deadline && +deadline !== +(roundtable.comments_close_at ?? 0);
    const about = { roundtableId: id, due: isMoved ? deadline : undefined };
    record(isMoved ? 'comments.deadline_moved' : 'roundtable.corrected', id, about);
  },
});

/** How much was said in an edition where its own policy holds. */
async function saidUnder(tx: Kysely<DB>, editionId: string): Promise<number> {
  const { said } = await tx
    .selectFrom('roundtable')
    .select(({ fn }) => fn.sum<string | null>('statements').as('said'))
    .where('edition_id', '=', editionId)
    .where('attribution', 'is', null)
    .executeTakeFirstOrThrow();
  return Number(said ?? 0);
}
