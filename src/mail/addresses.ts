import type { Kysely } from 'kysely';
import type { DB } from '#db/schema.ts';
import type { Reached } from '#people/credentials/reaching.ts';
import type { RoleKind } from '#record/viewer.ts';

/**
 * Where letters reach a person, or the author of a statement: the address they sign in with, or the one a guest has
 * confirmed; null when there is none.
 */
export async function addressOf(
  db: Kysely<DB>,
  whose: { person: string } | { statement: string },
): Promise<string | null> {
  const logins = db.selectFrom('login').select('login.email').orderBy('login.created_at').limit(1);
  if ('person' in whose)
    return (await logins.where('login.person_id', '=', whose.person).executeTakeFirst())?.email ?? null;
  const author = await logins
    .innerJoin('statement', 'statement.author_id', 'login.person_id')
    .where('statement.id', '=', whose.statement)
    .executeTakeFirst();
  if (author) return author.email;
  const guest = await db
    .selectFrom('guest')
    .select('email')
    .where('statement_id', '=', whose.statement)
    .where('confirmed_at', 'is not', null)
    .executeTakeFirst();
  return guest?.email ?? null;
}

/** Those of some statements whose author has an account, or has given an address. */
export async function byWhoeverHasAnAddress(db: Kysely<DB>, statements: string[]): Promise<string[]> {
  const rows = await db
    .selectFrom('statement')
    .select('id')
    .where('id', 'in', statements)
    .where(({ or, eb, exists, selectFrom }) =>
      or([
        eb('author_id', 'is not', null),
        exists(selectFrom('guest').select('statement_id').whereRef('statement_id', '=', 'statement.id')),
      ]),
    )
    .execute();
  return rows.map(({ id }) => id);
}

/** Those of some statements that answer another. */
export async function inReply(db: Kysely<DB>, statements: string[]): Promise<string[]> {
  const replies = db.selectFrom('statement').select('id').where('replies_to', 'is not', null);
  return (await replies.where('id', 'in', statements).execute()).map(({ id }) => id);
}

/** Those who hold an office on a whole edition and can be written to. */
export function officeHolders(db: Kysely<DB>, editionId: string, kind: RoleKind): Promise<Reached[]> {
  return db
    .selectFrom('role')
    .innerJoin('login', 'login.person_id', 'role.person_id')
    .select(['login.person_id as person', 'login.email as to'])
    .distinct()
    .where('role.edition_id', '=', editionId)
    .where('role.kind', '=', kind)
    .where('role.roundtable_id', 'is', null)
    .$narrowType<{ person: string }>()
    .execute();
}

/** Whoever holds a role on a roundtable and can be written to. */
export function roundtableHolders(db: Kysely<DB>, roundtableId: string, kind: RoleKind): Promise<Reached[]> {
  return db
    .selectFrom('role')
    .innerJoin('login', 'login.person_id', 'role.person_id')
    .select(['login.person_id as person', 'login.email as to'])
    .distinct()
    .where('role.roundtable_id', '=', roundtableId)
    .where('role.kind', '=', kind)
    .$narrowType<{ person: string }>()
    .execute();
}
