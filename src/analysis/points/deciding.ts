import { sql, type Kysely } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import { actionsIn } from '#engine/strength.ts';
import { reporters, roleRefusal } from '#people/rules.ts';
import type { Context } from '#record/act.ts';
import { found, refuseIf } from '#record/refusals.ts';
import type { DB } from '#db/schema.ts';
import type { Judged } from './rules.ts';

export type Held = Awaited<ReturnType<typeof pointsToDecide>>[number];

/** Points with the words they lie in, locked, in the order asked for; refused to whoever does not report. */
export async function pointsToDecide({ tx, actor }: Context, ids: readonly string[]) {
  const rows = await tx
    .selectFrom('point')
    .innerJoin('statement', 'statement.id', 'point.statement_id')
    .innerJoin('roundtable', 'roundtable.id', 'statement.roundtable_id')
    .innerJoin('statement_revision as revision', (join) =>
      join.onRef('revision.statement_id', '=', 'point.statement_id').onRef('revision.revision', '=', 'point.revision'),
    )
    .selectAll('point')
    .select(['statement.roundtable_id', 'edition_id', 'on_record', 'revision.body', 'revision.language'])
    .select((eb) => [
      jsonArrayFrom(
        eb
          .selectFrom('point_actor')
          .leftJoin('delegation', 'delegation.id', 'delegation_id')
          .select(['part', 'name', 'delegation_id', 'slug'])
          .whereRef('point_id', '=', 'point.id')
          .orderBy('position'),
      ).as('actors'),
      eb
        .exists(eb.selectFrom('point as other').select('other.id').whereRef('other.merged_into', '=', 'point.id'))
        .as('holdsOthers'),
    ])
    .where('point.id', '=', sql<string>`any(${ids}::uuid[])`)
    .orderBy('point.id')
    .forUpdate('point')
    .execute();
  const known = new Map(rows.map((row) => [row.id, row]));
  const points = [...new Set(ids)].map((id) => found(known.get(id), 'point'));
  for (const { edition_id: editionId, roundtable_id: roundtableId } of points)
    refuseIf(roleRefusal(actor, reporters, { editionId, roundtableId }));
  return points;
}

export function judged(point: Held): Judged {
  const speaking = ['on_behalf_of', 'actor'].map((part) => point.actors.filter((one) => one.part === part));
  const voices = speaking.find((some) => some.length > 0) ?? [];
  return {
    id: point.id,
    roundtableId: point.roundtable_id,
    state: point.state,
    stands: point.stands,
    mergedInto: point.merged_into,
    holdsOthers: Boolean(point.holdsOthers),
    act: point.act,
    polarity: point.polarity,
    onRecord: point.on_record,
    voices: voices.map(({ slug, name }) => slug ?? name),
    asks: actionsIn(point.message).map(({ stem, strength, word }) => ({ stem, strength, word })),
  };
}

/** A point as it stood before a decision. Its words are not in it: they are the statement's, at these places. */
export interface Stood {
  state: string;
  stands: boolean;
  mergedInto: string | null;
  sentenceStart: number;
  sentenceEnd: number;
  messageStart: number;
  messageEnd: number;
  verb: string;
  act: string;
  topic: string;
  polarity: number;
  confidence: number;
  wording: string;
  actors: { part: string; name: string; delegation: string | null }[];
}

function asItStands(point: Held): Stood {
  return {
    state: point.state,
    stands: point.stands,
    mergedInto: point.merged_into,
    sentenceStart: point.sentence_start,
    sentenceEnd: point.sentence_end,
    messageStart: point.message_start,
    messageEnd: point.message_end,
    verb: point.verb,
    act: point.act,
    topic: point.topic,
    polarity: point.polarity,
    confidence: point.confidence,
    wording: point.wording,
    actors: point.actors.map(({ part, name, delegation_id }) => ({ part, name, delegation: delegation_id })),
  };
}

interface Decision {
  kind: 'accepted' | 'edited' | 'rejected' | 'split' | 'merged' | 'undone';
  /** The one it is about. */
  point: Held;
  /** The others that it touches, and those that it made. */
  also?: readonly Held[];
  made?: readonly string[];
  reason?: string;
  undoes?: string;
}

/** Keeps who decided what about points, when and why, and how each stood before. Call it before anything is changed. */
export async function decided(context: Context, decision: Decision): Promise<string> {
  const { rows, newId, now, actor } = context;
  const { kind, point, also = [], reason = '', undoes = null } = decision;
  const id = newId();
  await rows.insert('point_decision', {
    id,
    roundtable_id: point.roundtable_id,
    point_id: point.id,
    kind,
    undoes,
    reason,
    by_id: actor.personId,
    at: now,
  });
  if (kind !== 'undone')
    await rows.insert(
      'point_before',
      [point, ...also].map((one) => ({ decision_id: id, point_id: one.id, stood: JSON.stringify(asItStands(one)) })),
    );
  return id;
}

/** Points that a decision made did not stand at all before it. */
export async function madeBy({ rows }: Context, decision: string, points: readonly string[]): Promise<void> {
  await rows.insert(
    'point_before',
    points.map((point_id) => ({ decision_id: decision, point_id, stood: null })),
  );
}

/** Puts a point back as it stood; one that the decision made stands no more. */
export async function restore({ rows }: Context, point: Held, stood: Stood | null): Promise<void> {
  if (!stood) {
    await rows.update('point', { id: point.id }, { stands: false });
    return;
  }
  await rows.update(
    'point',
    { id: point.id },
    {
      state: stood.state,
      stands: stood.stands,
      merged_into: stood.mergedInto,
      sentence_start: stood.sentenceStart,
      sentence_end: stood.sentenceEnd,
      message_start: stood.messageStart,
      message_end: stood.messageEnd,
      message: point.body.slice(stood.messageStart, stood.messageEnd),
      verb: stood.verb,
      act: stood.act,
      topic: stood.topic,
      polarity: stood.polarity,
      confidence: stood.confidence,
      wording: stood.wording,
    },
  );
  const before = JSON.stringify(asItStands(point).actors);
  if (before === JSON.stringify(stood.actors)) return;
  await rows.remove('point_actor', { point_id: point.id });
  const actors = stood.actors.map(({ delegation, ...one }, position) => ({
    ...one,
    point_id: point.id,
    position,
    delegation_id: delegation,
  }));
  if (actors.length > 0) await rows.insert('point_actor', actors);
}

/** Records what was done with a point. Judging is the desk's work: what comes of it is read in the report. */
export function recordPoint({ record }: Context, kind: string, point: Held): void {
  record(kind, point.statement_id, { roundtableId: point.roundtable_id, audience: 'desk' });
}

/** A decision with the points it touched, and whether later ones that stand touched them too. */
export async function decisionToUndo(tx: Kysely<DB>, id: string) {
  const decision = found(
    await tx
      .selectFrom('point_decision as decision')
      .select(['decision.id', 'kind', 'number', 'point_id'])
      .select((eb) =>
        eb
          .exists(
            eb.selectFrom('point_decision as later').select('later.id').whereRef('later.undoes', '=', 'decision.id'),
          )
          .as('isUndone'),
      )
      .where('decision.id', '=', id)
      .executeTakeFirst(),
    'decision',
  );
  const touched = await tx
    .selectFrom('point_before')
    .select(['point_id', 'stood'])
    .select(
      sql<boolean>`exists (select from point_carried where point_carried.point_id = point_before.point_id)`.as(
        'isCarried',
      ),
    ) // prettier-ignore
    .where('decision_id', '=', id)
    .orderBy('point_id')
    .execute();
  const later = await tx
    .selectFrom('point_decision as later')
    .innerJoin('point_before', 'decision_id', 'later.id')
    .select('later.id')
    .where('point_before.point_id', '=', sql<string>`any(${touched.map(({ point_id }) => point_id)}::uuid[])`)
    .where('later.number', '>', decision.number)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('point_decision as undoing').select('undoing.id').whereRef('undoing.undoes', '=', 'later.id'),
        ),
      ),
    )
    .limit(1)
    .execute();
  return {
    id: decision.id,
    kind: decision.kind,
    isUndone: Boolean(decision.isUndone),
    isLast: later.length === 0,
    isKept: touched.length > 0,
    isRevised: touched.some(({ isCarried }) => isCarried),
    point: decision.point_id,
    touched: touched.map(({ point_id, stood }) => ({ point: point_id, stood: stood as unknown as Stood | null })),
  };
}
