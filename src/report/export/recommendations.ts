import type { Kysely } from 'kysely';
import { pointsIn } from '#analysis/queries.ts';
import type { DB } from '#db/schema.ts';
import type { RoundtableView } from '#programme/queries.ts';
import { closed } from '#report/drafting.ts';
import { recommendationsKept } from '#report/recommendations/kept.ts';
import type { RecommendationState } from '#report/recommendations/rules.ts';
import { whoIn } from '#report/who.ts';
import type { StatementView } from '#statements/queries.ts';

/** A recommendation as files have it: a record of its own, with everybody who stands behind it and how it came to read so. */
export interface GatheredRecommendation {
  /** “2.1” */
  roundtable: string;
  number: number;
  text: string;
  state: RecommendationState;
  version: number;
  recordedAt: Date;
  /** Null where nobody is named, or the program recorded it. */
  recordedBy: string | null;
  to: { name: string; slug: string | null }[];
  /** In which points, of statements that are in the file with their words. */
  voices: {
    part: 'proposed' | 'supported' | 'opposed';
    point: string;
    statement: StatementView;
    who: string[];
    at: Date;
  }[];
  earlier: { version: number; text: string; until: Date; by: string | null }[];
  moves: { from: RecommendationState; to: RecommendationState; words: string; at: Date; by: string | null }[];
}

/**
 * The recommendations of these roundtables, as far as a file may have them. Where nobody is named, neither is whoever kept
 * the record, and one whose words would tell who proposed it stays with the record.
 */
export async function gatherRecommendations(
  db: Kysely<DB>,
  roundtables: readonly RoundtableView[],
  statements: readonly StatementView[],
  isNamed: boolean,
): Promise<GatheredRecommendation[]> {
  const found: GatheredRecommendation[] = [];
  for (const roundtable of roundtables) {
    const { rows, voices, addressees, texts, moves } = await recommendationsKept(db, roundtable.id);
    if (rows.length === 0) continue;
    const tells = isNamed ? () => false : ((await closed(db, roundtable.id)).givesAway ?? (() => true));
    const readable = new Map(statements.filter(({ body }) => body !== null).map((one) => [one.id, one]));
    const said = new Map((await pointsIn(db, [...new Set(voices.map(({ statement_id }) => statement_id))])).map((point) => [point.id, point])); // prettier-ignore
    const name = (by: string | null) => (isNamed ? by : null);
    for (const { id, number, text, state, version, at, by } of rows) {
      if (tells(text)) continue;
      const own = <T extends { recommendation_id: string }>(some: readonly T[]) => some.filter(({ recommendation_id }) => recommendation_id === id); // prettier-ignore
      found.push({
        roundtable: roundtable.number,
        number,
        text,
        state: state as RecommendationState,
        version,
        recordedAt: at,
        recordedBy: name(by),
        to: own(addressees).filter((one) => !tells(one.name)).map(({ name, slug }) => ({ name, slug })), // prettier-ignore
        voices: own(voices).flatMap(({ point_id: point, statement_id, part, at }) => {
          const statement = readable.get(statement_id);
          const known = said.get(point);
          if (!statement || !known) return [];
          const acting = (of: string) => known.actors.filter((one) => one.part === of).map(({ delegation, name }) => delegation?.name ?? name); // prettier-ignore
          const who = isNamed ? [acting('on_behalf_of'), acting('actor'), whoIn(statement.speakers).map((one) => one.name)].find((some) => some.length > 0) ?? [] : []; // prettier-ignore
          return [{ part: part as 'proposed', point, statement, who, at }];
        }),
        earlier: own(texts).filter((one) => !tells(one.text)).map(({ version, text, until, by }) => ({ version, text, until, by: name(by) })), // prettier-ignore
        moves: own(moves).map(({ from_state, to_state, words, at, by }) => ({ from: from_state as RecommendationState, to: to_state as RecommendationState, words: tells(words) ? '' : words, at, by: name(by) })), // prettier-ignore
      });
    }
  }
  return found;
}
