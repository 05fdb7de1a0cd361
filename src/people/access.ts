import type { Kysely } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { DB } from '#db/schema.ts';
import { oldestBegun } from './session.ts';
import { visitor, type RoleKind, type Viewer } from '#record/viewer.ts';

/** Who this person is here: the roles they hold and the delegations they speak for. */
export async function viewerOf(db: Kysely<DB>, personId: string | null): Promise<Viewer> {
  if (!personId) return visitor;
  const person = await people(db).where('person.id', '=', personId).executeTakeFirst();
  return person ? viewing(person) : visitor;
}

/**
 * The same by the token of a session that has not run out, with when it does and what it may do. `look` may know the viewer
 * without asking again.
 */
export async function viewerOfSession(
  db: Kysely<DB>,
  token: string,
  now: Date,
  look = (personId: string | null) => viewerOf(db, personId),
) {
  const session = await db
    .selectFrom('login_session')
    .innerJoin('login', 'login.id', 'login_session.user_id')
    .select(['login.person_id', 'login.demo', 'login_session.expires_at'])
    .where('login_session.token', '=', token)
    .where('login_session.expires_at', '>', now)
    .where('login_session.created_at', '>', oldestBegun(now))
    .executeTakeFirst();
  if (!session) return undefined;
  return { viewer: await look(session.person_id), demo: session.demo, expiresAt: session.expires_at };
}

function people(db: Kysely<DB>) {
  return db.selectFrom('person').select((eb) => [
    'person.id',
    'person.name',
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
  ]);
}

interface Person {
  id: string;
  name: string;
  roles: { kind: string; editionId: string; roundtableId: string | null }[];
  delegations: { id: string }[];
}

function viewing({ id, name, roles, delegations }: Person): Viewer {
  return {
    program: false,
    personId: id,
    name,
    roles: roles.map((role) => ({ ...role, kind: role.kind as RoleKind })),
    delegationIds: delegations.map((delegation) => delegation.id),
  };
}
