import type { Kysely } from 'kysely';
import type { DB } from '#db/schema.ts';
import { theRegister, type Register } from '#engine/register.ts';
import type { Actor } from '#engine/types.ts';
import { registeredNames, type Registered } from '#people/register/queries.ts';

/** Which reading of the text found a point; every one begins with "engine". */
export const engineVersion = 'engine 1';

// Building a register takes some 15 ms, and the delegations change far less often than statements are read.
let latest: { of: string; register: Register } | undefined;

/** The standing register of actors, with the forum's own delegations under the names they go by here. */
export async function registerFor(db: Kysely<DB>): Promise<Register> {
  const delegations = await registeredNames(db);
  const of = JSON.stringify(delegations);
  if (latest?.of !== of) latest = { of, register: theRegister(asActors(delegations)) };
  return latest.register;
}

/** The register's entries as the engine reads them, so that it finds who is on it under the name they have there. */
export function asActors(register: readonly Registered[]): Actor[] {
  return register.map(({ shortName, formalName, kind, code, region, aliases }) => ({
    name: shortName,
    kind,
    formalName,
    ...(code ? { code } : {}),
    ...(region ? { region } : {}),
    aliases,
  }));
}
