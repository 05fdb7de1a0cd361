import type { Kysely } from 'kysely';
import { z } from 'zod';
import type { DB } from '#db/schema.ts';
import type { Context } from '#record/act.ts';
import { refuseIf } from '#record/refusals.ts';
import { delegationsNamed, nameKey } from './queries.ts';
import { pointRefusal } from './rules.ts';

const name = z.string().trim().min(1).max(300);
const names = z.array(name).max(250).default([]);
const offset = z.number().int().nonnegative();

export const pointInput = z.object({
  /** UTF-16 code units into the statement's current words. */
  sentenceStart: offset,
  sentenceEnd: offset,
  messageStart: offset,
  messageEnd: offset,
  verb: z.string().max(200).default(''),
  act: z.enum([
    'stated',
    'emphasised',
    'questioned',
    'proposed',
    'supported',
    'opposed',
    'concern',
    'presented',
    'committed',
    'procedural',
  ]),
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

/** Writes points after those the revision has already, their actors matched to the register where it knows them. */
export async function writePoints(
  { tx, rows, newId }: Context,
  statement: Words,
  points: z.output<typeof pointInput>[],
): Promise<string[]> {
  for (const point of points) refuseIf(pointRefusal(point, statement.body));
  const delegations = await delegationsNamed(
    tx,
    points.flatMap(everyoneIn).map(({ name }) => name),
  );
  const first = await positionAfter(tx, statement);
  const written = points.map((point, i) => ({ id: newId(), position: first + i, point }));
  if (written.length > 0)
    await rows.insert(
      'point',
      written.map(({ id, position, point }) => ({
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
      })),
    );
  const actors = written.flatMap(({ id, point }) =>
    everyoneIn(point).map(({ part, name }, position) => ({
      point_id: id,
      position,
      part,
      name,
      delegation_id: delegations.get(nameKey(name)) ?? null,
    })),
  );
  if (actors.length > 0) await rows.insert('point_actor', actors);
  return written.map(({ id }) => id);
}

function everyoneIn(point: z.output<typeof pointInput>) {
  return [
    ...point.actors.map((name) => ({ part: 'actor', name })),
    ...point.onBehalfOf.map((name) => ({ part: 'on_behalf_of', name })),
    ...point.supportedBy.map((name) => ({ part: 'supported_by', name })),
    ...point.opposedBy.map((name) => ({ part: 'opposed_by', name })),
  ];
}

/** The points a statement has now. One that somebody has judged, cited or put under an issue stays whatever is found again. */
export async function pointsBefore(tx: Kysely<DB>, { id }: Words) {
  return tx
    .selectFrom('point')
    .select(['id', 'revision', 'message_start', 'act'])
    .select((eb) =>
      eb
        .and([
          eb('state', '=', 'proposed'),
          eb('found_by', 'like', 'engine %'),
          eb.not(eb.exists(eb.selectFrom('citation').select('citation.id').whereRef('point_id', '=', 'point.id'))),
          eb.not(eb.exists(eb.selectFrom('issue_point').select('issue_id').whereRef('point_id', '=', 'point.id'))),
        ])
        .as('isUntouched'),
    )
    .where('statement_id', '=', id)
    .execute();
}

async function positionAfter(tx: Kysely<DB>, { id, revision }: Words): Promise<number> {
  const { last } = await tx
    .selectFrom('point')
    .select(({ fn }) => fn.max('position').as('last'))
    .where('statement_id', '=', id)
    .where('revision', '=', revision)
    .executeTakeFirstOrThrow();
  return (last ?? 0) + 1;
}
