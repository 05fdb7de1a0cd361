import type { Kysely } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { DB } from '#db/schema.ts';
import { visitor, type RoleKind, type Viewer } from '#record/viewer.ts';

/** Who this person is here: the roles they hold and the delegations they speak for. */
export async function viewerOf(db: Kysely<DB>, personId: string | null): Promise<Viewer> {
  if (!personId) return visitor;
  const person = await db
    .selectFrom('person')
    .select((eb) => [
      'id',
      'name',
      jsonArrayFrom(
        eb
          .selectFrom('role')
          // An office on a cluster reaches its roundtables.
          .leftJoin('roundtable', (join) =>
            join.on((on) =>
              on.or([
                on('roundtable.id', '=', on.ref('role.roundtable_id')),
                on('roundtable.parent_id', '=', on.ref('role.roundtable_id')),
              ]),
            ),
          )
          .select(['role.kind', 'role.edition_id as editionId', 'roundtable.id as roundtableId'])
          .whereRef('role.person_id', '=', 'person.id'),
      ).as('roles'),
      jsonArrayFrom(
        eb
          .selectFrom('credential')
          .select('delegation_id as id')
          .whereRef('credential.person_id', '=', 'person.id')
          .where('verified_at', 'is not', null),
      ).as('delegations'),
    ])
    .where('id', '=', personId)
    .executeTakeFirst();
  if (!person) return visitor;
  const roles = person.roles.map((role) => ({ ...role, kind: role.kind as RoleKind }));
  return {
    program: false,
    personId: person.id,
    name: person.name,
    roles,
    delegationIds: person.delegations.map((d) => d.id),
  };
}
