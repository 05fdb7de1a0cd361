import type { Kysely } from 'kysely';
import type { DB } from '#db/schema.ts';
import { refuseIf } from '#record/refusals.ts';
import { guessableRefusal } from './guessable.ts';

/** Refuses a password that whoever knows this forum and the person comes to soon. */
export async function passwordToKeep(
  tx: Kysely<DB>,
  password: string,
  of: { name: string; email: string },
): Promise<void> {
  const editions = await tx.selectFrom('edition').select(['name', 'short_name', 'slug', 'place']).execute();
  const places = editions.flatMap((edition) => Object.values(edition).filter((text) => text !== null));
  refuseIf(guessableRefusal(password, [of.name, of.email, ...places]));
}
