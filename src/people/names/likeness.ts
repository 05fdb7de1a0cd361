import type { Kysely } from 'kysely';
import type { DB } from '#db/schema.ts';
import { skeletonOf, type Likeness } from './rules.ts';

/** Whom on the register – a delegation, under any of its names, or another person – a name could be taken for. */
export async function likenessOf(db: Kysely<DB>, name: string, person?: string): Promise<Likeness | null> {
  const skeleton = skeletonOf(name);
  if (skeleton === '') return null;
  const delegations = await db
    .selectFrom('delegation')
    .select(['short_name as name', 'short_name as spelt'])
    // An expert who speaks as a delegation of one is a person by that name.
    .where('kind', '<>', 'individual')
    .unionAll(
      db
        .selectFrom('delegation')
        .select(['short_name as name', 'formal_name as spelt'])
        .where('kind', '<>', 'individual'),
    ) // prettier-ignore
    .unionAll(
      db
        .selectFrom('delegation_alias')
        .innerJoin('delegation', 'delegation.id', 'delegation_id')
        .select(['short_name as name', 'alias as spelt'])
        .where('kind', '<>', 'individual'),
    )
    .execute();
  const taken = delegations.find(({ spelt }) => skeletonOf(spelt) === skeleton);
  if (taken) return { name: taken.name, of: 'delegation' };
  const people = await db.selectFrom('person').select(['id', 'name']).execute();
  const namesake = people.find((other) => other.id !== person && skeletonOf(other.name) === skeleton);
  return namesake ? { name: namesake.name, of: 'person' } : null;
}
