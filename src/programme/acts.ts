import type { Kysely } from 'kysely';
import { z } from 'zod';
import type { DB } from '#db/schema.ts';
import { offices, openingRefusal, roleRefusal } from '#people/rules.ts';
import { act } from '#record/act.ts';
import { found, refuseIf } from '#record/refusals.ts';
import { standingOf } from './standing/before-acting.ts';
import { editionAfter, editionStates, startRefusal } from './standing/rules.ts';
import { editionSlugRefusal, isTimeZone, moveRefusal, roundtableMovers, roundtableMoves, roundtableNumber, type RoundtableState } from './rules.ts'; // prettier-ignore

const states = Object.keys(roundtableMoves) as [RoundtableState, ...RoundtableState[]];
const text = z.string().max(50_000, 'programme.text_too_long');
const policy = z.enum(['attributed', 'by_constituency', 'not_attributed']);

export const openEdition = act({
  name: 'edition.open',
  does: 'Opens an edition: one year’s forum, with its name, place, time zone and languages. Whoever opens it is its support unit.',
  input: z.object({
    slug: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'people.slug_wrong'),
    name: z.string().trim().min(1, 'edition.name_missing').max(200),
    shortName: z.string().trim().min(1, 'edition.name_missing').max(60),
    number: z.int32().positive().nullable().default(null),
    place: z.string().max(200).nullable().default(null),
    timeZone: z.string().refine(isTimeZone, 'edition.time_zone_unknown').default('UTC'),
    startsOn: z.iso.date().nullable().default(null),
    endsOn: z.iso.date().nullable().default(null),
    languages: z
      .array(z.string().regex(/^[a-z]{2,3}$/))
      .min(1)
      .default(['en']),
    attribution: policy.default('attributed'),
    chair: z.uuid().nullable().default(null),
    state: z.enum(editionStates).default('planning'),
  }),
  async run({ tx, actor, rows, record, newId, now }, input) {
    refuseIf(openingRefusal(actor));
    refuseIf(editionSlugRefusal(input.slug));
    const taken = await tx.selectFrom('edition').select('id').where('slug', '=', input.slug).executeTakeFirst();
    refuseIf(taken ? { code: 'edition.name_taken', values: { name: input.name } } : null);
    const id = newId();
    await rows.insert('edition', {
      id,
      slug: input.slug,
      name: input.name,
      short_name: input.shortName,
      number: input.number,
      place: input.place,
      time_zone: input.timeZone,
      starts_on: input.startsOn,
      ends_on: input.endsOn,
      languages: input.languages,
      attribution: input.attribution,
      chair_id: input.chair,
      state: input.state,
      created_at: now,
    });
    if (actor.personId)
      await rows.insert('role', { id: newId(), edition_id: id, kind: 'support_unit', person_id: actor.personId });
    record('edition.opened', id);
    return { id };
  },
});

export const createRoundtable = act({
  name: 'roundtable.create',
  does: 'Puts a roundtable, or a cluster of them, into an edition’s programme with its guiding questions.',
  input: z.object({
    edition: z.uuid(),
    parent: z.uuid().nullable().default(null),
    number: z.string().regex(roundtableNumber, 'roundtable.number_wrong'),
    title: z.string().trim().min(1, 'roundtable.title_missing').max(300),
    lead: text.default(''),
    description: text.default(''),
    room: z.string().max(100).nullable().default(null),
    startsAt: z.date().nullable().default(null),
    endsAt: z.date().nullable().default(null),
    commentsCloseAt: z.date().nullable().default(null),
    attribution: policy.nullable().default(null),
    state: z.enum(states).default('draft'),
    questions: z.array(text.min(1)).max(50).default([]),
  }),
  async run({ tx, actor, rows, record, newId }, input) {
    refuseIf(roleRefusal(actor, offices, { editionId: input.edition }));
    refuseIf(startRefusal(await standingOf(tx, input.edition), input.state));
    const taken = await tx
      .selectFrom('roundtable')
      .select('title')
      .where('edition_id', '=', input.edition)
      .where('number', '=', input.number)
      .executeTakeFirst();
    refuseIf(taken ? { code: 'roundtable.number_taken', values: { number: input.number, title: taken.title } } : null);
    const id = newId();
    await rows.insert('roundtable', {
      id,
      edition_id: input.edition,
      parent_id: input.parent,
      number: input.number,
      title: input.title,
      lead: input.lead,
      description: input.description,
      room: input.room,
      starts_at: input.startsAt,
      ends_at: input.endsAt,
      comments_close_at: input.commentsCloseAt,
      attribution: input.attribution,
      state: input.state,
    });
    const questions = input.questions.map((text, i) => ({ id: newId(), roundtable_id: id, number: i + 1, text }));
    if (questions.length > 0) await rows.insert('question', questions);
    const due = input.state === 'open_for_comment' ? (input.commentsCloseAt ?? undefined) : undefined;
    record(due ? 'comments.opened' : 'roundtable.created', id, { roundtableId: id, due });
    return { id, questions: questions.map((question) => question.id) };
  },
});

export const moveRoundtable = act({
  name: 'roundtable.move',
  does: 'Takes a roundtable to its next state: open for comment, ready, in session, adjourned, record draft, record final.',
  input: z.object({ roundtable: z.uuid(), to: z.enum(states), commentsCloseAt: z.date().optional() }),
  async run({ tx, actor, rows, record, now }, input) {
    const roundtable = found(
      await tx.selectFrom('roundtable').selectAll().where('id', '=', input.roundtable).forUpdate().executeTakeFirst(),
      'roundtable',
    );
    const place = { editionId: roundtable.edition_id, roundtableId: roundtable.id };
    refuseIf(roleRefusal(actor, [...roundtableMovers[input.to]], place));
    refuseIf(moveRefusal(roundtable.state, input.to));
    const edition = await standingOf(tx, place.editionId);
    refuseIf(startRefusal(edition, input.to));
    const opens = input.to === 'open_for_comment';
    const due =
      input.commentsCloseAt ?? roundtable.comments_close_at ?? (opens ? await usualDeadline(tx, place) : null);
    refuseIf(opens && due && due <= now ? { code: 'comments.deadline_past', values: { deadline: due } } : null);
    const begun = editionAfter(edition, input.to);
    if (begun) {
      await rows.update('edition', { id: place.editionId }, { state: begun });
      record('edition.moved', place.editionId);
    }
    await rows.update(
      'roundtable',
      { id: roundtable.id },
      { state: input.to, ...(opens ? { comments_close_at: due } : {}) },
    );
    record(opens ? 'comments.opened' : 'roundtable.moved', roundtable.id, {
      roundtableId: roundtable.id,
      due: opens ? (due ?? undefined) : undefined,
    });
  },
});

export const closeComments = act({
  name: 'comments.close',
  does: 'Closes a roundtable for comment once its announced time has passed. Does nothing before that.',
  input: z.object({ roundtable: z.uuid() }),
  async run({ tx, rows, record, now }, input) {
    const roundtable = found(
      await tx.selectFrom('roundtable').selectAll().where('id', '=', input.roundtable).forUpdate().executeTakeFirst(),
      'roundtable',
    );
    const due = roundtable.comments_close_at;
    if (roundtable.state !== 'open_for_comment' || !due || due > now) return;
    await rows.update('roundtable', { id: roundtable.id }, { state: 'comment_closed' });
    record('comments.closed', roundtable.id, { roundtableId: roundtable.id });
  },
});

export const publishReasons = act({
  name: 'reasons.publish',
  does: 'Publishes the list of reasons from which the Chair rules that a comment is not relevant.',
  input: z.object({
    edition: z.uuid(),
    reasons: z
      .array(z.object({ code: z.string().max(8), title: z.string().max(200), words: z.string().max(2000) }))
      .min(1),
  }),
  async run({ actor, rows, record }, input) {
    refuseIf(roleRefusal(actor, ['chairs_office'], { editionId: input.edition }));
    await rows.insert(
      'ruling_reason',
      input.reasons.map((reason) => ({ edition_id: input.edition, ...reason })),
    );
    record('reasons.published', input.edition);
  },
});

/** The time an edition proposes for its roundtables. */
async function usualDeadline(tx: Kysely<DB>, { editionId }: { editionId: string }): Promise<Date | null> {
  const edition = await tx
    .selectFrom('edition')
    .select('comments_deadline')
    .where('id', '=', editionId)
    .executeTakeFirst();
  return edition?.comments_deadline ?? null;
}
