import type { Kysely } from 'kysely';
import type { DB } from '#db/schema.ts';
import type { Viewer } from '#record/viewer.ts';
import { roundtablesIn, statementsOf } from '#statements/queries.ts';

export interface RulingCount {
  roundtable: string;
  decision: string;
  reason: string | null;
  title: string | null;
  count: number;
}

/** The rulings that stand, counted by roundtable, decision and published reason. */
export async function rulingCounts(db: Kysely<DB>, viewer: Viewer, editionId: string): Promise<RulingCount[]> {
  const counts: RulingCount[] = [];
  for (const roundtable of await roundtablesIn(db, editionId)) {
    const statements = await statementsOf(db, viewer, roundtable);
    const rulings = statements.flatMap(({ ruling }) => ruling ?? []);
    const alike = Map.groupBy(rulings, ({ decision, reason }) => `${decision} ${reason ?? ''}`);
    for (const [, these] of [...alike].sort(([a], [b]) => (a < b ? -1 : 1))) {
      const { decision, reason, title } = these[0]!;
      counts.push({ roundtable: roundtable.number, decision, reason, title, count: these.length });
    }
  }
  return counts;
}
