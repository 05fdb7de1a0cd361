import type { Kysely } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { DB } from '#db/schema.ts';
import { theRegister, type Register } from '#engine/register.ts';
import type { Actor } from '#engine/types.ts';

/** Which reading of the text found a point; every one begins with "engine". */
export const engineVersion = 'engine 1';

// Building a register takes some 15 ms, and the delegations change far less often than statements are read.
let latest: { of: string; register: Register } | undefined;

/** The standing register of actors, with the forum's own delegations under the names they go by here. */
export async function registerFor(db: Kysely<DB>): Promise<Register> {
  const delegations = await db
    .selectFrom('delegation')
    .select((eb) => [
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
    .orderBy('short_name')
    .execute();
  const of = JSON.stringify(delegations);
  if (latest?.of !== of) latest = { of, register: theRegister(delegations.map(toActor)) };
  return latest.register;
}

interface Delegation {
  short_name: string;
  formal_name: string;
  kind: string;
  code: string | null;
  region: string | null;
  aliases: { alias: string }[];
}

function toActor({ short_name, formal_name, kind, code, region, aliases }: Delegation): Actor {
  return {
    name: short_name,
    formalName: formal_name,
    kind: kind as Actor['kind'],
    ...(code ? { code } : {}),
    ...(region ? { region } : {}),
    aliases: aliases.map(({ alias }) => alias),
  };
}
