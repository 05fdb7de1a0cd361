import { sql, type Kysely } from 'kysely';
import { isAgainst } from '#analysis/emphasis.ts';
import type { PointView } from '#analysis/queries.ts';
import type { DB } from '#db/schema.ts';
import { listings } from '#report/ledger/rules.ts';
import { isCirculated } from '#report/rules.ts';
import { reports } from '#report/text-rows.ts';

/** An objection that the report of its own roundtable does not tell. */
export interface Untold {
  point: string;
  roundtable: string;
}

/**
 * Objections in the records of the roundtables under a cluster of which the circulated report of theirs has no sentence: a
 * cluster's report is compiled from those reports, and would lose them. `points` as they stand, of statements in its scope.
 */
export async function untoldObjections(
  db: Kysely<DB>,
  cluster: { roundtable_id: string },
  points: readonly PointView[],
): Promise<Untold[]> {
  const against = points.filter(isAgainst);
  if (against.length === 0) return [];
  const parts = (await reports(db).where('report.kind', '=', 'record').where('roundtable.parent_id', '=', cluster.roundtable_id).execute()).filter(({ state }) => isCirculated(state)); // prettier-ignore
  if (parts.length === 0) return [];
  const made = await db
    .selectFrom('statement')
    .innerJoin('roundtable', 'roundtable.id', 'statement.roundtable_id')
    .select(['statement.id', 'roundtable.number'])
    .where('roundtable_id', '=', sql<string>`any(${parts.map(({ roundtable_id }) => roundtable_id)}::uuid[])`)
    .execute();
  const madeIn = new Map(made.map(({ id, number }) => [id, number]));
  const cites = Map.groupBy(await citesIn(db, parts.map(({ id }) => id)), ({ statement_id }) => statement_id); // prettier-ignore
  const isTold = (point: PointView) =>
    (cites.get(point.statementId) ?? []).some(
      (cite) =>
        cite.point_id === point.id ||
        (cite.revision === point.revision && cite.quotation_start! < point.messageEnd && point.messageStart < cite.quotation_end!), // prettier-ignore
    );
  return against
    .filter((point) => madeIn.has(point.statementId) && !isTold(point))
    .map((point) => ({ point: point.id, roundtable: madeIn.get(point.statementId)! }));
}

/** What the sentences of these reports rest on, lists and annexes left out. */
function citesIn(db: Kysely<DB>, ids: readonly string[]) {
  return db
    .selectFrom('citation')
    .innerJoin('sentence', 'sentence.id', 'citation.sentence_id')
    .innerJoin('report_paragraph as paragraph', 'paragraph.id', 'sentence.paragraph_id')
    .select(['statement_id', 'point_id', 'revision', 'quotation_start', 'quotation_end'])
    .where('paragraph.report_id', '=', sql<string>`any(${ids}::uuid[])`)
    .where('paragraph.section', 'not in', listings)
    .where('statement_id', 'is not', null)
    .execute();
}
