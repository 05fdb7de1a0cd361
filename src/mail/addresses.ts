import type { Kysely } from 'kysely';
import type { DB } from '#db/schema.ts';

/** Where letters reach a person, or the author of a statement: the address they sign in with; null when there is none. */
export async function addressOf(
  db: Kysely<DB>,
  whose: { person: string } | { statement: string },
): Promise<string | null> {
  const logins = db.selectFrom('login').select('login.email').orderBy('login.created_at').limit(1);
  const login =
    'person' in whose
      ? await logins.where('login.person_id', '=', whose.person).executeTakeFirst()
      : await logins
          .innerJoin('statement', 'statement.author_id', 'login.person_id')
          .where('statement.id', '=', whose.statement)
          .executeTakeFirst();
  return login?.email ?? null;
}
