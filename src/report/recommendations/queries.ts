import type { Kysely } from 'kysely';
import type { DB } from '#db/schema.ts';
import { keyOf, spokenBy, type DraftRecord } from '#report/draft-record.ts';
import { recommendationsKept } from './kept.ts';
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
  const { rows, voices, addressees, texts, moves } = await recommendationsKept(db, id);
  if (rows.length === 0) return [];
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
