import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { DB } from '#db/schema.ts';
import { say } from '#messages/say.ts';
import { capacities, ranks, type Capacity, type Rank } from '#people/credentials/rules.ts';
import { registerEntries, type RegisterEntry } from '#people/register/queries.ts';
import { plainName } from '#people/register/rules.ts';
import { delegationKinds } from '#people/rules.ts';
import { fatesOfDelegations, type DelegationEntry } from './delegations.ts';
import { fatesOfPersons, type KnownPerson, type PersonEntry } from './persons.ts';
import { readList } from './read.ts';
import type { Fate, ListKind } from './rules.ts';

/** What would become of a list, row by row, and what tells this outcome from another. */
export interface ListPreview {
  kind: ListKind;
  fates: Fate<DelegationEntry | PersonEntry>[];
  /** Columns that were left aside. */
  ignored: string[];
  /** sha-256 over the fates, in hexadecimal: what was looked at is what is entered. */
  fingerprint: string;
}

/** Reads a list and says what would become of each of its rows, as the register stands. Writes nothing. */
export async function previewList(
  db: Kysely<DB>,
  editionId: string,
  kind: ListKind,
  text: string,
): Promise<ListPreview> {
  // prettier-ignore
  const { rows, ignored } = readList(text, kind);
  const register = await registerEntries(db);
  const fates =
    kind === 'delegations'
      ? fatesOfDelegations(rows, register, labelsOf(delegationKinds, 'ui.kind'))
      : fatesOfPersons(rows, {
          people: await personsIn(db, editionId),
          delegations: namesOf(register),
          labels: { ...labelsOf(capacities, 'desk.capacity'), ...labelsOf(ranks, 'desk.rank') },
        });
  return { kind, fates, ignored, fingerprint: createHash('sha256').update(JSON.stringify(fates)).digest('hex') };
}

/** Whoever has a credential or an office in an edition, once for each delegation they speak for, by name. */
export async function personsIn(db: Kysely<DB>, editionId: string): Promise<KnownPerson[]> {
  const rows = await db
    .selectFrom('person')
    .leftJoin('credential', (join) =>
      join.onRef('credential.person_id', '=', 'person.id').on('credential.edition_id', '=', editionId),
    )
    .leftJoin('delegation', 'delegation.id', 'credential.delegation_id')
    .select(['person.id', 'person.name', 'person.title', 'person.function', 'delegation.short_name as delegation'])
    .select(['credential.delegation_id', 'credential.capacity', 'rank'])
    .where(({ or, exists, eb, selectFrom }) =>
      or([
        eb('credential.id', 'is not', null),
        exists(selectFrom('role').select('role.id').whereRef('role.person_id', '=', 'person.id').where('role.edition_id', '=', editionId)), // prettier-ignore
      ]),
    )
    .orderBy('person.name')
    .execute();
  return rows.map(({ delegation_id, capacity, rank, ...person }) => ({
    ...person,
    delegationId: delegation_id,
    capacity: (capacity ?? 'delegate') as Capacity,
    rank: (rank ?? 'other') as Rank,
  }));
}

function namesOf(register: readonly RegisterEntry[]): Map<string, { id: string; name: string }> {
  return new Map(
    register
      .toReversed()
      .flatMap(({ id, shortName, formalName, code, aliases }) =>
        [...aliases, ...(code ? [code] : []), formalName, shortName].map(
          (name) => [plainName(name), { id, name: shortName }] as const,
        ),
      ),
  );
}

function labelsOf(codes: readonly string[], area: string): Record<string, string> {
  return Object.fromEntries(codes.map((code) => [code, say(`${area}.${code}`)]));
}
