import type { Kysely } from 'kysely';
import type { DB } from '#db/schema.ts';

/** How many people share the Chair's office of an edition. */
export async function chairsOfficeHolders(db: Kysely<DB>, editionId: string): Promise<number> {
  const { holders } = await db
    .selectFrom('role')
    .select(({ fn }) => fn.count<number>('person_id').distinct().as('holders'))
    .where('edition_id', '=', editionId)
    .where('kind', '=', 'chairs_office')
    .executeTakeFirstOrThrow();
  return Number(holders);
}

/** Whether anybody holds an office that can run a forum: from then on nobody is let in by a set-up code. */
export async function isAnyOfficeHeld(db: Kysely<DB>): Promise<boolean> {
  const office = await db
    .selectFrom('role')
    .select('id')
    .where('kind', 'in', ['chairs_office', 'support_unit'])
    .where('person_id', 'is not', null)
    .limit(1)
    .executeTakeFirst();
  return office !== undefined;
}
