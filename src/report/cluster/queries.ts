import type { Kysely } from 'kysely';
import type { DB } from '#db/schema.ts';

/** Whether roundtables stand under this one: then its report is compiled from theirs. */
export async function isCluster(db: Kysely<DB>, roundtable: { id: string }): Promise<boolean> {
  const under = await db.selectFrom('roundtable').select('id').where('parent_id', '=', roundtable.id).limit(1).executeTakeFirst(); // prettier-ignore
  return under !== undefined;
}
