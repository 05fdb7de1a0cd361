// What the acts on an edition and its programme look up before they decide.
import type { Kysely } from 'kysely';
import type { DB } from '#db/schema.ts';
import { found } from '#record/refusals.ts';

/** The state of an edition, locked so that it does not close while something is opened in it. */
export async function standingOf(tx: Kysely<DB>, editionId: string): Promise<string> {
  const edition = tx.selectFrom('edition').select('state').where('id', '=', editionId).forShare();
  return found(await edition.executeTakeFirst(), 'edition').state;
}
