import { sql, type Kysely } from 'kysely';
import type { DB } from './schema.ts';

/** Takes away what other databases would be made from, which is two files in five: a forum has one database only. */
export async function dropTemplates(db: Kysely<DB>): Promise<void> {
  for (const name of ['template0', 'template1'].map((name) => sql.id(name))) {
    await sql`alter database ${name} is_template false`.execute(db);
    await sql`drop database ${name}`.execute(db);
  }
}
