// What is looked up about a name before an act takes it from whoever gives it themselves.
import type { Kysely } from 'kysely';
import type { DB } from '#db/schema.ts';
import { refuseIf } from '#record/refusals.ts';
import { likenessOf } from './likeness.ts';
import { guestNameRefusal, nameRefusal, type Likeness } from './rules.ts';

/**
 * Refuses a name that imitates someone on the register, and returns who else bears it. `person` is whose own name it is or
 * becomes: nobody imitates themselves.
 */
export async function namesakeOf(tx: Kysely<DB>, name: string, person?: string): Promise<Likeness | null> {
  refuseIf(nameRefusal(name));
  const likeness = await likenessOf(tx, name, person);
  refuseIf(guestNameRefusal(name, likeness));
  return likeness;
}
