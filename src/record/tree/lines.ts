import type { Kysely } from 'kysely';
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
  return rows.map((row) => ({
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
  }));
}
