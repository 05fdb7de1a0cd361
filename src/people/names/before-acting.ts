// What is looked up about a name before an act takes it from whoever gives it themselves.
import type { Kysely } from 'kysely';
import type { DB } from '#db/schema.ts';
import { refuseIf } from '#record/refusals.ts';
import type { Viewer } from '#record/viewer.ts';
import { likenessOf } from './likeness.ts';
import { guestNameRefusal, isSameSpelling, nameRefusal, skeletonOf, type Likeness } from './rules.ts';

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

/**
 * Refuses names of a delegation that hold what cannot be seen or that mix alphabets, and names drawn like those of another
 * entry but spelled with other letters. `id` is the entry's own. What the program enters by itself – a document, whose names
 * the preview has shown – is taken as it stands.
 */
export async function refuseImitations(
  tx: Kysely<DB>,
  actor: Pick<Viewer, 'program'>,
  names: readonly string[],
  id: string | null = null,
): Promise<void> {
  if (actor.program) return;
  for (const name of names) refuseIf(nameRefusal(name));
  const entries = await tx
    .selectFrom('delegation')
    .leftJoin('delegation_alias', 'delegation_alias.delegation_id', 'delegation.id')
    .select(['delegation.id', 'merged_into', 'short_name', 'formal_name', 'alias'])
    .execute();
  const others = entries.filter((entry) => entry.id !== id && (id === null || entry.merged_into !== id));
  for (const name of names) {
    const skeleton = skeletonOf(name);
    const alike = others.find(({ short_name, formal_name, alias }) =>
      [short_name, formal_name, alias].some(
        (one) => one !== null && skeletonOf(one) === skeleton && !isSameSpelling(one, name),
      ),
    );
    refuseIf(alike ? { code: 'delegation.name_imitates', values: { name: alike.short_name } } : null);
  }
}
