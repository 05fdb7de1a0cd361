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
  /** When it was recorded; by whom only where people may be named. */
  recordedAt: Date;
  recordedBy: string | null;
  /** As it was worded before, oldest first; empty where its words would tell who proposed it. */
  earlier: { version: number; text: string; until: Date; by: string | null }[];
  /** What became of it, in the order in which it did. */
  moves: { from: RecommendationState; to: RecommendationState; words: string; at: Date; by: string | null }[];
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
  /** The words in which they did, where they may be named. */
  words: { point: string; by: string[]; statement: number; text: string; language: string }[];
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
  const rows = await db
    .selectFrom('recommendation')
    .leftJoin('person', 'person.id', 'by_id')
    .selectAll('recommendation')
    .select('person.name as by')
    .where('roundtable_id', '=', id)
    .orderBy('recommendation.number')
    .execute();
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
  const { texts, moves } = await lineageOf(db, id);
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
      words: isNamed
        ? known.map(({ point, statement }) => ({
            point: point.id,
            by: spokenBy(point, statement).map(({ name }) => name),
            statement: statement.number,
            text: statement.body.slice(point.messageStart, point.messageEnd),
            language: statement.language,
          }))
        : [],
    };
  };
  const tells = (text: string) => !isNamed && (record.givesAway?.(text) ?? false);
  const byWhom = (name: string | null) => (isNamed ? name : null);
  return rows.map((row) => ({
    id: row.id,
    recordedAt: row.at,
    recordedBy: byWhom(row.by),
    earlier: tells(row.text)
      ? []
      : texts
          .filter((one) => one.recommendation_id === row.id && !tells(one.text))
          .map(({ version, text, until, by }) => ({ version, text, until, by: byWhom(by) })),
    moves: moves
      .filter((one) => one.recommendation_id === row.id)
      .map(({ from_state, to_state, words, at, by }) => ({
        from: from_state as RecommendationState,
        to: to_state as RecommendationState,
        words: tells(words) ? '' : words,
        at,
        by: byWhom(by),
      })),
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

/** How the recommendations of a roundtable were worded before, and what became of them, each in order. */
export async function lineageOf(db: Kysely<DB>, roundtable: string) {
  const texts = await db
    .selectFrom('recommendation_text as earlier')
    .innerJoin('recommendation', 'recommendation.id', 'earlier.recommendation_id')
    .leftJoin('person', 'person.id', 'earlier.by_id')
    .select(['earlier.recommendation_id', 'earlier.version', 'earlier.text', 'until', 'person.name as by'])
    .where('roundtable_id', '=', roundtable)
    .orderBy('earlier.version')
    .execute();
  const moves = await db
    .selectFrom('recommendation_move as move')
    .innerJoin('recommendation', 'recommendation.id', 'move.recommendation_id')
    .leftJoin('person', 'person.id', 'move.by_id')
    .select(['move.recommendation_id', 'from_state', 'to_state', 'words', 'move.at', 'person.name as by'])
    .where('roundtable_id', '=', roundtable)
    .orderBy('move.number')
    .execute();
  return { texts, moves };
}
