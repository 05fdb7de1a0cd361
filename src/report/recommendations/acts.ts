import { sql } from 'kysely';
import { z } from 'zod';
import { isAgainst } from '#analysis/emphasis.ts';
import { delegationsNamed, nameKey } from '#analysis/queries.ts';
import { actionsIn, callsIn } from '#engine/strength.ts';
import { reporters, roleRefusal } from '#people/rules.ts';
import { act, type Context } from '#record/act.ts';
import { found, refuseIf } from '#record/refusals.ts';
import {
  proposerRefusal,
  recommendationMoveRefusal,
  recommendationMoves,
  strengthRefusal,
  voiceRefusal,
  type RecommendationState,
} from './rules.ts';

const text = z.string().trim().min(1, 'recommendation.text_missing').max(2000, 'recommendation.text_too_long');
const to = z.array(z.string().trim().min(1).max(300)).max(50);
const states = Object.keys(recommendationMoves) as [RecommendationState, ...RecommendationState[]];

export const recordRecommendation = act({
  name: 'recommendation.record',
  does: 'Records a recommendation, with the points in which it was proposed, as strongly as it was, and to whom.',
  input: z.object({
    roundtable: z.uuid(),
    text,
    points: z.array(z.uuid()).min(1, 'recommendation.nobody_proposed').max(100),
    to: to.default([]),
  }),
  async run(context, input) {
    const { rows, newId, now, actor } = context;
    const roundtable = await roundtableToAdvise(context, input.roundtable);
    const voices = await voicesToCount(context, input.points);
    for (const voice of voices) refuseIf(proposerRefusal(voice, roundtable.id));
    refuseIf(strengthRefusal(asking(input.text), voices));
    const id = newId();
    const number = await nextNumber(context, roundtable.id);
    await rows.insert('recommendation', { id, roundtable_id: roundtable.id, number, text: input.text, state: 'proposed', by_id: actor.personId, at: now }); // prettier-ignore
    await rows.insert('recommendation_voice', voices.map((voice) => ({ recommendation_id: id, point_id: voice.id, part: 'proposed', by_id: actor.personId, at: now }))); // prettier-ignore
    await addressTo(context, id, input.to);
    context.record('recommendation.recorded', id, { roundtableId: roundtable.id });
    return { id, number };
  },
});

export const supportRecommendation = act({
  name: 'recommendation.support',
  does: 'Notes that a delegation supports a recommendation, or opposes it, in one of its points.',
  input: z.object({ recommendation: z.uuid(), point: z.uuid() }),
  async run(context, input) {
    const { rows, now, actor } = context;
    const recommendation = await recommendationToChange(context, input.recommendation);
    const [voice] = await voicesToCount(context, [input.point]);
    refuseIf(voiceRefusal(voice!, recommendation.roundtable_id));
    refuseIf((await isVoice(context, input)) ? 'recommendation.voice_already' : null);
    const part = voice!.isAgainst ? 'opposed' : 'supported';
    await rows.insert('recommendation_voice', { recommendation_id: recommendation.id, point_id: voice!.id, part, by_id: actor.personId, at: now }); // prettier-ignore
    if (part === 'supported' && recommendation.state === 'proposed')
      await move(context, recommendation, 'supported', '');
    recordChange(context, recommendation, part === 'supported' ? 'recommendation.supported' : 'recommendation.opposed');
  },
});

export const takeBackSupport = act({
  name: 'recommendation.take_back_support',
  does: 'Takes back that a point supports a recommendation, or opposes it. Whoever proposed it stays.',
  input: z.object({ recommendation: z.uuid(), point: z.uuid() }),
  async run(context, input) {
    const recommendation = await recommendationToChange(context, input.recommendation);
    const voice = found(await isVoice(context, input), 'voice');
    refuseIf(voice.part === 'proposed' ? 'recommendation.proposer_stays' : null);
    await context.rows.remove('recommendation_voice', { recommendation_id: recommendation.id, point_id: input.point });
    const { left } = await context.tx
      .selectFrom('recommendation_voice')
      .select(({ fn }) => fn.countAll<number>().as('left'))
      .where('recommendation_id', '=', recommendation.id)
      .where('part', '=', 'supported')
      .executeTakeFirstOrThrow();
    if (Number(left) === 0 && recommendation.state === 'supported') await move(context, recommendation, 'proposed', '');
    recordChange(context, recommendation, 'recommendation.support_taken_back');
  },
});

export const addressRecommendation = act({
  name: 'recommendation.address',
  does: 'Says to whom a recommendation is addressed, in place of those named before.',
  input: z.object({ recommendation: z.uuid(), to }),
  async run(context, input) {
    const recommendation = await recommendationToChange(context, input.recommendation);
    await context.rows.remove('recommendation_addressee', { recommendation_id: recommendation.id });
    await addressTo(context, recommendation.id, input.to);
    recordChange(context, recommendation, 'recommendation.addressed');
  },
});

export const rewordRecommendation = act({
  name: 'recommendation.reword',
  does: 'Words a recommendation anew, neither stronger nor weaker than it was proposed.',
  input: z.object({ recommendation: z.uuid(), basedOn: z.int32().positive(), text }),
  async run(context, input) {
    const recommendation = await recommendationToChange(context, input.recommendation);
    refuseIf(recommendation.version === input.basedOn ? null : { code: 'recommendation.changed_meanwhile', values: { text: recommendation.text } }); // prettier-ignore
    const proposed = await context.tx
      .selectFrom('recommendation_voice')
      .select('point_id')
      .where('recommendation_id', '=', recommendation.id)
      .where('part', '=', 'proposed')
      .execute();
    const voices = await voicesToCount(context, proposed.map(({ point_id }) => point_id)); // prettier-ignore
    refuseIf(strengthRefusal(asking(input.text), voices));
    refuseIf(recommendation.text === input.text ? 'recommendation.same_words' : null);
    const { id: recommendation_id, text, version: before } = recommendation;
    await context.rows.insert('recommendation_text', { recommendation_id, version: before, text, until: context.now, by_id: context.actor.personId }); // prettier-ignore
    const version = before + 1;
    await context.rows.update('recommendation', { id: recommendation.id }, { text: input.text, version });
    recordChange(context, recommendation, 'recommendation.reworded');
    return { version };
  },
});

export const moveRecommendation = act({
  name: 'recommendation.move',
  does: 'Notes what became of a recommendation: noted, in progress, done or lapsed.',
  input: z.object({
    recommendation: z.uuid(),
    to: z.enum(states),
    words: z.string().trim().max(2000, 'recommendation.words_too_long').default(''),
  }),
  async run(context, input) {
    const recommendation = await recommendationToChange(context, input.recommendation);
    refuseIf(recommendationMoveRefusal(recommendation.state, input.to));
    await move(context, recommendation, input.to, input.words);
    recordChange(context, recommendation, 'recommendation.moved');
  },
});

type Held = Awaited<ReturnType<typeof recommendationToChange>>;

async function move({ rows, newId, now, actor }: Context, { id, state }: Held, to: string, words: string) {
  await rows.insert('recommendation_move', { id: newId(), recommendation_id: id, from_state: state, to_state: to, words, by_id: actor.personId, at: now }); // prettier-ignore
  await rows.update('recommendation', { id }, { state: to });
}

function recordChange({ record }: Context, { id, roundtable_id }: Held, kind: string): void {
  record(kind, id, { roundtableId: roundtable_id });
}

async function addressTo({ tx, rows }: Context, id: string, names: string[]): Promise<void> {
  const known = await delegationsNamed(tx, names);
  const addressees = [...new Set(names)].map((name, i) => ({ recommendation_id: id, position: i + 1, name, delegation_id: known.get(nameKey(name)) ?? null })); // prettier-ignore
  if (addressees.length > 0) await rows.insert('recommendation_addressee', addressees);
}

/** Locked, so that two recommendations recorded at once have two numbers. */
async function roundtableToAdvise({ tx, actor }: Context, id: string) {
  const roundtable = found(
    await tx.selectFrom('roundtable').select(['id', 'edition_id']).where('id', '=', id).forUpdate().executeTakeFirst(),
    'roundtable',
  );
  refuseIf(roleRefusal(actor, [...reporters, 'co_chair'], { editionId: roundtable.edition_id, roundtableId: id }));
  return roundtable;
}

async function recommendationToChange(context: Context, id: string) {
  const recommendation = found(
    await context.tx.selectFrom('recommendation').selectAll().where('id', '=', id).forUpdate().executeTakeFirst(),
    'recommendation',
  );
  await roundtableToAdvise(context, recommendation.roundtable_id);
  return recommendation;
}

/** What is asked for in words, and how firmly: the verb before them says so, or one of them. */
function asking(words: string, verb = '') {
  return { asks: actionsIn(words), calls: callsIn(`${verb} ${words}`) };
}

async function voicesToCount({ tx }: Context, ids: readonly string[]) {
  const wanted = [...new Set(ids)];
  const rows = await tx
    .selectFrom('point')
    .innerJoin('statement', 'statement.id', 'point.statement_id')
    .select(['point.id', 'roundtable_id', 'point.state', 'stands', 'on_record', 'act', 'polarity', 'verb', 'message'])
    .where('point.id', '=', sql<string>`any(${wanted}::uuid[])`)
    .orderBy('point.id')
    .execute();
  found(rows.length === wanted.length ? rows : null, 'point');
  return rows.map((row) => ({ ...row, isAgainst: isAgainst(row), ...asking(row.message, row.verb) }));
}

function isVoice({ tx }: Context, { recommendation, point }: { recommendation: string; point: string }) {
  return tx
    .selectFrom('recommendation_voice')
    .select('part')
    .where('recommendation_id', '=', recommendation)
    .where('point_id', '=', point)
    .executeTakeFirst();
}

async function nextNumber({ tx }: Context, roundtable: string): Promise<number> {
  const { last } = await tx
    .selectFrom('recommendation')
    .select(({ fn }) => fn.max('number').as('last'))
    .where('roundtable_id', '=', roundtable)
    .executeTakeFirstOrThrow();
  return (last ?? 0) + 1;
}
