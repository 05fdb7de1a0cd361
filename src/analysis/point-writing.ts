import { sql, type Kysely } from 'kysely';
import { z } from 'zod';
import type { DB } from '#db/schema.ts';
import type { Context } from '#record/act.ts';
import { refuseIf } from '#record/refusals.ts';
import { delegationsNamed, nameKey } from './queries.ts';
import { pointActs } from './points/rules.ts';
import { pointRefusal } from './rules.ts';

const name = z.string().trim().min(1).max(300);
const names = z.array(name).max(250).default([]);
const offset = z.int32().nonnegative();

export const pointInput = z.object({
  /** UTF-16 code units into the statement's current words. */
  sentenceStart: offset,
  sentenceEnd: offset,
  messageStart: offset,
  messageEnd: offset,
  verb: z.string().max(200).default(''),
  act: z.enum(pointActs),
  topic: z.string().max(2000).default(''),
  polarity: z.union([z.literal(1), z.literal(-1)]).default(1),
  attribution: z.string().max(40).default('direct'),
  confidence: z.number().min(0).max(1).default(1),
  actors: names,
  onBehalfOf: names,
  supportedBy: names,
  opposedBy: names,
  foundBy: z.string().trim().min(1).max(100),
});

export type PointInput = z.input<typeof pointInput>;

/** The words that are read: one revision of a statement. */
interface Words {
  id: string;
  revision: number;
  body: string;
}

/** Points to be written into one statement, after the positions that are taken. */
export interface Finding {
  statement: Words;
  points: z.output<typeof pointInput>[];
  after: number;
}

/**
 * Writes points into the statements they were found in, their actors matched to the register where it knows them. Returns
 * their ids, statement by statement.
 */
export async function writePoints({ tx, rows, newId }: Context, findings: Finding[]): Promise<string[][]> {
  for (const { statement, points } of findings)
    for (const point of points) refuseIf(pointRefusal(point, statement.body));
  const written = findings.map(({ statement, points, after }) =>
    points.map((point, i) => ({ id: newId(), position: after + i + 1, statement, point })),
  );
  const all = written.flat();
  if (all.length > 0) await rows.insert('point', all.map(pointRow));
  const delegations = await delegationsNamed(
    tx,
    all.flatMap(({ point }) => everyoneIn(point).map(({ name }) => name)),
  );
  const actors = all.flatMap(({ id, point }) =>
    everyoneIn(point).map(({ part, name }, position) => ({
      point_id: id,
      position,
      part,
      name,
      delegation_id: delegations.get(nameKey(name)) ?? null,
    })),
  );
  if (actors.length > 0) await rows.insert('point_actor', actors);
  return written.map((points) => points.map(({ id }) => id));
}

interface Writing {
  id: string;
  position: number;
  statement: Words;
  point: z.output<typeof pointInput>;
}

function pointRow({ id, position, statement, point }: Writing) {
  return {
    id,
    statement_id: statement.id,
    revision: statement.revision,
    position,
    sentence_start: point.sentenceStart,
    sentence_end: point.sentenceEnd,
    message_start: point.messageStart,
    message_end: point.messageEnd,
    message: statement.body.slice(point.messageStart, point.messageEnd),
    verb: point.verb,
    act: point.act,
    topic: point.topic,
    polarity: point.polarity,
    attribution: point.attribution,
    confidence: point.confidence,
    found_by: point.foundBy,
    state: 'proposed',
  };
}

function everyoneIn(point: z.output<typeof pointInput>) {
  return [
    ...point.actors.map((name) => ({ part: 'actor', name })),
    ...point.onBehalfOf.map((name) => ({ part: 'on_behalf_of', name })),
    ...point.supportedBy.map((name) => ({ part: 'supported_by', name })),
    ...point.opposedBy.map((name) => ({ part: 'opposed_by', name })),
  ];
}

/** Whether a person made something of a point: judged, split, merged, placed, answered, declined it, or had it speak for a recommendation. */
export const isDecidedAbout = sql<boolean>`(point.state <> 'proposed' or not point.stands or point.merged_into is not null
  or exists (select from point under where under.merged_into = point.id)
  or exists (select from issue_point where issue_point.point_id = point.id)
  or exists (select from point_answer where asked_id = point.id)
  or exists (select from recommendation_voice where recommendation_voice.point_id = point.id)
  or exists (select from issue_declined where issue_declined.point_id = point.id))`;

/**
 * The points statements have now. One that somebody has judged, cited or put under an issue stays whatever is found again;
 * so does one that has the decision about an earlier revision.
 */
export async function pointsBefore(tx: Kysely<DB>, statements: readonly { id: string }[]) {
  return (
    tx
      .selectFrom('point')
      .select([
        'id',
        'statement_id',
        'revision',
        'position',
        'message_start',
        'message_end',
        'sentence_start',
        'sentence_end',
        'act',
        'stands',
      ]) // prettier-ignore
      .select([
        isDecidedAbout.as('isDecided'),
        sql<boolean>`exists (select from point_carried where point_carried.point_id = point.id)`.as('isCarried'),
        sql<boolean>`point.found_by like 'engine %' and not ${isDecidedAbout}
        and not exists (select from point_before where point_before.point_id = point.id)
        and not exists (select from point_carried where point_carried.into_id = point.id)
        and not exists (select from citation where citation.point_id = point.id)`.as('isUntouched'),
      ])
      // As it was found, whatever a person made of it since: it is not found a second time.
      .select((eb) =>
        eb
          .selectFrom('point_before')
          .select(
            sql<(string | null)[] | null>`array_agg((stood ->> 'messageStart') || ' ' || (stood ->> 'act'))`.as(
              'found',
            ),
          )
          .whereRef('point_before.point_id', '=', 'point.id')
          .as('found_as'),
      )
      .where('statement_id', '=', sql<string>`any(${statements.map(({ id }) => id)}::uuid[])`)
      .orderBy('revision')
      .orderBy('position')
      .execute()
  );
}

/** The last position taken among the points of this statement's current words. */
export function lastPosition(
  before: { statement_id: string; revision: number; position: number }[],
  { id, revision }: Words,
) {
  const taken = before.filter((point) => point.statement_id === id && point.revision === revision);
  return Math.max(0, ...taken.map(({ position }) => position));
}
