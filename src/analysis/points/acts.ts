import { z } from 'zod';
import { act, type Context } from '#record/act.ts';
import { Refusal, refuseIf } from '#record/refusals.ts';
import { sentences } from '#engine/reading/sentences.ts';
import { delegationsNamed, nameKey } from '#analysis/queries.ts';
import { pointsBefore } from '#analysis/point-writing.ts';
import { pointRefusal } from '#analysis/rules.ts';
import { takeAlong } from './carrying.ts';
import {
  decided,
  decisionToUndo,
  judged,
  madeBy,
  pointsToDecide,
  recordPoint,
  restore,
  type Held,
} from './deciding.ts';
import { acceptRefusal, carryRefusal, editRefusal, mergeRefusal, pointActs, rejectRefusal, splitAt, splitRefusal, undoRefusal, wordsAt } from './rules.ts'; // prettier-ignore

const names = z.array(z.string().trim().min(1).max(300)).max(250).optional();

export const acceptPoint = act({
  name: 'point.accept',
  does: 'Accepts points as they were found: from then on they are somebody’s finding, and stay whatever is found again.',
  input: z.object({ points: z.array(z.uuid()).min(1).max(200) }),
  async run(context, input) {
    const points = await pointsToDecide(context, input.points);
    for (const point of points) refuseIf(acceptRefusal(judged(point)));
    const decisions: string[] = [];
    for (const point of points) {
      decisions.push(await decided(context, { kind: 'accepted', point }));
      await context.rows.update('point', { id: point.id }, { state: 'accepted' });
      recordPoint(context, 'point.accepted', point);
    }
    return { decisions };
  },
});

export const editPoint = act({
  name: 'point.edit',
  does: 'Corrects a point: who, which act, which words of the statement – always exact words of it – and a short wording of one’s own beside them.',
  input: z.object({
    point: z.uuid(),
    /** Exact words of the statement, or their place in the revision the point was found in, in UTF-16 code units. */
    words: z.string().trim().min(1, 'point.words_missing').max(20_000).optional(),
    span: z.object({ start: z.int32().nonnegative(), end: z.int32().positive() }).optional(),
    act: z.enum(pointActs).optional(),
    polarity: z.union([z.literal(1), z.literal(-1)]).optional(),
    /** As it stands in the sentence; empty where the usual verb of the act says it. */
    verb: z.string().trim().max(200).optional(),
    topic: z.string().trim().max(2000).optional(),
    actors: names,
    onBehalfOf: names,
    supportedBy: names,
    opposedBy: names,
    /** The rapporteur’s own few words for it; never a quotation. */
    wording: z.string().trim().max(300, 'point.wording_too_long').optional(),
  }),
  async run(context, input) {
    const [point] = (await pointsToDecide(context, [input.point])) as [Held];
    refuseIf(editRefusal(judged(point)));
    const changed = changedFields(point, input);
    const decision = await decided(context, { kind: 'edited', point });
    await context.rows.update('point', { id: point.id }, { ...changed, state: 'edited' });
    await writeActors(context, point, input);
    recordPoint(context, 'point.edited', point);
    return { decision };
  },
});

export const rejectPoint = act({
  name: 'point.reject',
  does: 'Rejects a point that is none, with the reason: no draft tells it, no list counts it, and it is not found again.',
  input: z.object({
    point: z.uuid(),
    reason: z.string().trim().min(1, 'point.reason_missing').max(2000, 'point.reason_too_long'),
  }),
  async run(context, input) {
    const [point] = (await pointsToDecide(context, [input.point])) as [Held];
    refuseIf(rejectRefusal(judged(point)));
    const decision = await decided(context, { kind: 'rejected', point, reason: input.reason });
    await context.rows.update('point', { id: point.id }, { state: 'rejected' });
    recordPoint(context, 'point.rejected', point);
    return { decision };
  },
});

export const splitPoint = act({
  name: 'point.split',
  does: 'Splits a point in two before one of its words. Both parts belong to the issues it belonged to.',
  input: z.object({
    point: z.uuid(),
    /** Where the second part begins, in UTF-16 code units into the revision the point was found in. */
    at: z.int32().positive(),
  }),
  async run(context, input) {
    const { tx, rows, newId } = context;
    const [point] = (await pointsToDecide(context, [input.point])) as [Held];
    const parts = splitAt(point.body, { start: point.message_start, end: point.message_end }, input.at);
    refuseIf(splitRefusal(judged(point), parts));
    const decision = await decided(context, { kind: 'split', point });
    const { last } = await tx
      .selectFrom('point')
      .select(({ fn }) => fn.max('position').as('last'))
      .where('statement_id', '=', point.statement_id)
      .where('revision', '=', point.revision)
      .executeTakeFirstOrThrow();
    const made = parts!.map(({ start, end }, i) => ({ ...asFound(point), id: newId(), position: (last ?? 0) + 1 + i, message_start: start, message_end: end, message: point.body.slice(start, end), split_from: point.id, state: 'edited', found_by: 'a person' })); // prettier-ignore
    await rows.insert('point', made);
    const ids = made.map(({ id }) => id);
    const actors = ids.flatMap((point_id) => actorRows(point, point_id));
    if (actors.length > 0) await rows.insert('point_actor', actors);
    const issues = await tx.selectFrom('issue_point').selectAll().where('point_id', '=', point.id).execute();
    const placed = issues.flatMap((issue) => ids.map((point_id) => ({ ...issue, point_id })));
    if (placed.length > 0) await rows.insert('issue_point', placed);
    await rows.update('point', { id: point.id }, { stands: false });
    await madeBy(context, decision, ids);
    recordPoint(context, 'point.split', point);
    return { decision, points: ids };
  },
});

export const mergePoints = act({
  name: 'point.merge',
  does: 'Tells points together with one that says the same. Each keeps its words, its speaker and its place among the sources.',
  input: z.object({ into: z.uuid(), points: z.array(z.uuid()).min(1, 'point.merge_nothing').max(200) }),
  async run(context, input) {
    const [into, ...points] = (await pointsToDecide(context, [input.into, ...input.points])) as [Held, ...Held[]];
    refuseIf(mergeRefusal(judged(into), input.points.includes(into.id) ? [judged(into)] : points.map(judged)));
    const under = await pointsToDecide(context, await mergedInto(context, points));
    const decision = await decided(context, { kind: 'merged', point: into, also: [...points, ...under] });
    for (const { id } of [...points, ...under]) await context.rows.update('point', { id }, { merged_into: into.id });
    recordPoint(context, 'point.merged', into);
    return { decision };
  },
});

export const undoDecision = act({
  name: 'point.undo',
  does: 'Undoes a decision about points: they stand again as they stood before it. Both are kept.',
  input: z.object({ decision: z.uuid() }),
  async run(context, input) {
    const decision = await decisionToUndo(context.tx, input.decision);
    // Locked, and refused to whoever does not report, before anything is said about them.
    const points = await pointsToDecide(context, [decision.point, ...decision.touched.map(({ point }) => point)]);
    refuseIf(undoRefusal(decision));
    const held = new Map(points.map((point) => [point.id, point]));
    const point = held.get(decision.point)!;
    await decided(context, { kind: 'undone', point, undoes: decision.id });
    for (const { point: id, stood } of decision.touched) await restore(context, held.get(id)!, stood);
    recordPoint(context, 'point.undone', point);
  },
});

export const carryDecision = act({
  name: 'point.carry',
  does: 'Says which point of a revised statement has a decision about its earlier words now, or lets the decision go.',
  input: z.object({ point: z.uuid(), into: z.uuid().nullable() }),
  async run(context, input) {
    const { tx, rows, now, actor } = context;
    const [from, into] = (await pointsToDecide(context, [input.point, ...(input.into ? [input.into] : [])])) as [Held, Held?]; // prettier-ignore
    const [known] = (await pointsBefore(tx, [{ id: from.statement_id }])).filter(({ id }) => id === from.id);
    const { revisions } = await tx.selectFrom('statement').select('revisions').where('id', '=', from.statement_id).executeTakeFirstOrThrow(); // prettier-ignore
    refuseIf(
      carryRefusal(
        { statement: from.statement_id, revision: from.revision, current: revisions, isDecided: known!.isDecided, isCarried: known!.isCarried }, // prettier-ignore
        into ? { statement: into.statement_id, revision: into.revision, stands: into.stands, state: into.state } : null,
      ),
    );
    if (into) {
      const state = from.state === 'proposed' ? into.state : from.state === 'rejected' ? 'rejected' : 'accepted';
      await rows.update('point', { id: into.id }, { state, wording: from.wording || into.wording });
      await takeAlong(context, from.id, into.id);
    }
    await rows.insert('point_carried', { point_id: from.id, into_id: into?.id ?? null, by_id: actor.personId, at: now }); // prettier-ignore
    recordPoint(context, 'point.carried', from);
  },
});

function changedFields(point: Held, input: z.output<typeof editPoint.input>) {
  const place = { start: point.message_start, end: point.message_end };
  const sentence = { start: point.sentence_start, end: point.sentence_end };
  const span = input.span ?? (input.words === undefined ? place : wordsIn(point, input.words));
  const around = isWithin(span, sentence) || sameSpan(span, place) ? sentence : sentenceAround(point.body, span);
  refuseIf(pointRefusal({ sentenceStart: around.start, sentenceEnd: around.end, messageStart: span.start, messageEnd: span.end }, point.body)); // prettier-ignore
  const to = input.act ?? point.act;
  const verb = input.verb ?? (to === point.act ? point.verb : '');
  if (verb !== '' && !point.body.slice(around.start, around.end).includes(verb))
    throw new Refusal({ code: 'point.verb_not_there', values: { verb } });
  return {
    message_start: span.start,
    message_end: span.end,
    message: point.body.slice(span.start, span.end),
    sentence_start: around.start,
    sentence_end: around.end,
    act: to,
    verb,
    polarity: input.polarity ?? (to === point.act ? point.polarity : to === 'opposed' ? -1 : 1),
    topic: input.topic ?? point.topic,
    wording: input.wording ?? point.wording,
    // What a person looked at is no longer a guess.
    confidence: 1,
  };
}

type Span = { start: number; end: number };

function wordsIn(point: Held, words: string): Span {
  const place = wordsAt(point.body, words, { start: point.sentence_start, end: point.sentence_end });
  if ('code' in place) throw new Refusal({ code: place.code, values: { words } });
  return place;
}

function sentenceAround(body: string, span: Span): Span {
  const touched = sentences(body).filter(({ start, end }) => start < span.end && span.start < end);
  return {
    start: Math.min(span.start, ...touched.map(({ start }) => start)),
    end: Math.max(span.end, ...touched.map(({ end }) => end)),
  };
}

function isWithin(inner: Span, outer: Span): boolean {
  return inner.start >= outer.start && inner.end <= outer.end;
}

function sameSpan(one: Span, other: Span): boolean {
  return one.start === other.start && one.end === other.end;
}

const parts = {
  actors: 'actor',
  onBehalfOf: 'on_behalf_of',
  supportedBy: 'supported_by',
  opposedBy: 'opposed_by',
} as const;

/** Whoever is named anew takes the place of those who were; the other parts stay. */
async function writeActors({ tx, rows }: Context, point: Held, input: z.output<typeof editPoint.input>): Promise<void> {
  const given = Object.entries(parts).filter(([key]) => input[key as keyof typeof parts] !== undefined);
  if (given.length === 0) return;
  const named = await delegationsNamed(
    tx,
    given.flatMap(([key]) => input[key as keyof typeof parts]!),
  );
  const all = Object.entries(parts).flatMap(([key, part]) => {
    const anew = input[key as keyof typeof parts];
    if (!anew) return point.actors.filter((one) => one.part === part).map(({ name, delegation_id }) => ({ part, name, delegation_id })); // prettier-ignore
    return anew.map((name) => ({ part, name, delegation_id: named.get(nameKey(name)) ?? null }));
  });
  await rows.remove('point_actor', { point_id: point.id });
  const actors = all.map((one, position) => ({ ...one, point_id: point.id, position }));
  if (actors.length > 0) await rows.insert('point_actor', actors);
}

function asFound(point: Held) {
  const { statement_id, revision, sentence_start, sentence_end, verb, act, topic, polarity, attribution } = point;
  return {
    statement_id,
    revision,
    sentence_start,
    sentence_end,
    verb,
    act,
    topic,
    polarity,
    attribution,
    confidence: 1,
  };
}

function actorRows({ actors }: Held, point_id: string) {
  return actors.map(({ part, name, delegation_id }, position) => ({ point_id, position, part, name, delegation_id }));
}

async function mergedInto({ tx }: Context, points: readonly Held[]): Promise<string[]> {
  const rows = await tx
    .selectFrom('point')
    .select('id')
    .where(
      'merged_into',
      'in',
      points.map(({ id }) => id),
    )
    .execute();
  return rows.map(({ id }) => id);
}
