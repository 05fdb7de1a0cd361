import type { Kysely } from 'kysely';
import type { DB } from '#db/schema.ts';
import { keyOf, spokenBy, type DraftRecord } from '#report/draft-record.ts';
import type { RecommendationState } from './rules.ts';

/** A recommendation with who stands behind it, each in words of their own. */
export interface RecommendationView {
  id: string;
  number: number;
  /** Null where its words would tell who proposed it. */
  text: string | null;
  state: RecommendationState;
  version: number;
  to: string[];
  proposed: Backing;
  supported: Backing;
  opposed: Backing;
}

interface Backing {
  count: number;
  /** Empty where nobody may be named. */
  by: string[];
  statements: number[];
  points: string[];
}

interface Seen {
  record: DraftRecord;
  isNamed: boolean;
}

/** The recommendations of a roundtable, in order, as far as what they rest on may be seen. */
export async function recommendationsOf(
  db: Kysely<DB>,
  { id }: { id: string },
  { record, isNamed }: Seen,
): Promise<RecommendationView[]> {
  const rows = await db.selectFrom('recommendation').selectAll().where('roundtable_id', '=', id).orderBy('number').execute(); // prettier-ignore
  if (rows.length === 0) return [];
  const voices = await db
    .selectFrom('recommendation_voice as voice')
    .innerJoin('recommendation', 'recommendation.id', 'voice.recommendation_id')
    .select(['voice.recommendation_id', 'voice.point_id', 'voice.part'])
    .where('roundtable_id', '=', id)
    .execute();
  const addressees = await db
    .selectFrom('recommendation_addressee as to')
    .innerJoin('recommendation', 'recommendation.id', 'to.recommendation_id')
    .leftJoin('delegation', 'delegation.id', 'to.delegation_id')
    .select(['to.recommendation_id', 'to.name', 'short_name'])
    .where('roundtable_id', '=', id)
    .orderBy('to.position')
    .execute();
  const said = record.statements.flatMap((statement) => statement.points.map((point) => ({ point, statement })));
  const backing = (of: string, part: string): Backing => {
    const wanted = new Set(voices.filter((voice) => voice.recommendation_id === of && voice.part === part).map(({ point_id }) => point_id)); // prettier-ignore
    const known = said.filter(({ point }) => wanted.has(point.id));
    const speakers = known.flatMap(({ point, statement }) => spokenBy(point, statement));
    const once = new Map(speakers.map((one) => [keyOf(one), one.name]));
    return {
      count: once.size,
      by: isNamed ? [...once.values()] : [],
      statements: isNamed ? [...new Set(known.map(({ statement }) => statement.number))] : [],
      points: known.map(({ point }) => point.id),
    };
  };
  const tells = (text: string) => !isNamed && (record.givesAway?.(text) ?? false);
  return rows.map((row) => ({
    id: row.id,
    number: row.number,
    text: tells(row.text) ? null : row.text,
    state: row.state as RecommendationState,
    version: row.version,
    to: addressees.filter((one) => one.recommendation_id === row.id).map((one) => one.short_name ?? one.name).filter((name) => !tells(name)), // prettier-ignore
    proposed: backing(row.id, 'proposed'),
    supported: backing(row.id, 'supported'),
    opposed: backing(row.id, 'opposed'),
  }));
}
