import { sql, type Kysely, type Selectable } from 'kysely';
import type { DB } from '#db/schema.ts';
import type { Line } from './entry.ts';

/** Lines of the record after a sequence number, in order. */
export async function linesAfter(db: Kysely<DB>, sequence: number, limit: number): Promise<Line[]> {
  const rows = await db
    .selectFrom('record_line')
    .selectAll()
    .where('sequence', '>', sequence)
    .orderBy('sequence')
    .limit(limit)
    .execute();
  return rows.map(toLine);
}

/** Those with these sequence numbers, in order. */
export async function linesAt(db: Kysely<DB>, sequences: readonly number[]): Promise<Line[]> {
  const rows = await db
    .selectFrom('record_line')
    .selectAll()
    .where('sequence', '=', sql<number>`any(${sequences}::bigint[])`)
    .orderBy('sequence')
    .execute();
  return rows.map(toLine);
}

export function toLine(row: Selectable<DB['record_line']>): Line {
  return {
    sequence: row.sequence,
    kind: row.kind,
    act: row.act,
    actorId: row.actor_id,
    subjectId: row.subject_id,
    roundtableId: row.roundtable_id,
    audience: row.audience,
    at: row.at,
    commitment: row.commitment,
    salt: row.salt,
  };
}
