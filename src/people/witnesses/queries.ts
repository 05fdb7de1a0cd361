import type { Kysely } from 'kysely';
import type { DB } from '#db/schema.ts';

export interface WitnessView {
  id: string;
  name: string;
  /** As it was named: `name+hash+key`. */
  key: string;
  withdrawn: boolean;
}

/** Who outside vouches, or vouched, for the record, in the order in which they were named. For everyone to see. */
export async function witnessesOf(db: Kysely<DB>): Promise<WitnessView[]> {
  const rows = await db.selectFrom('record_witness').selectAll().orderBy('named_at').orderBy('id').execute();
  return rows.map(({ id, key, withdrawn_at }) => ({
    id,
    name: key.split('+')[0]!,
    key,
    withdrawn: withdrawn_at !== null,
  }));
}
