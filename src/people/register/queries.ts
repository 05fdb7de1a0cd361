import type { Kysely } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { DB } from '#db/schema.ts';
import type { DelegationKind } from '#people/rules.ts';

/** A delegation on the register, with every name it goes by. */
export interface Registered {
  slug: string;
  shortName: string;
  formalName: string;
  kind: DelegationKind;
  code: string | null;
  region: string | null;
  aliases: string[];
}

/** The whole register under all its names, by short name: what a reading of a text needs to know of the forum. */
export async function registeredNames(db: Kysely<DB>): Promise<Registered[]> {
  const rows = await db
    .selectFrom('delegation')
    .select((eb) => [
      'slug',
      'short_name',
      'formal_name',
      'kind',
      'code',
      'region',
      jsonArrayFrom(
        eb
          .selectFrom('delegation_alias')
          .select('alias')
          .whereRef('delegation_id', '=', 'delegation.id')
          .orderBy('alias'),
      ).as('aliases'),
    ])
    .where('merged_into', 'is', null)
    .orderBy('short_name')
    .execute();
  return rows.map(({ short_name, formal_name, kind, aliases, ...same }) => ({
    ...same,
    shortName: short_name,
    formalName: formal_name,
    kind: kind as DelegationKind,
    aliases: aliases.map(({ alias }) => alias),
  }));
}
