import { sql, type Kysely } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import { inProgrammeOrder } from '#db/programme-order.ts';
import type { DB } from '#db/schema.ts';

/** Whether anyone has an account with this address: for whoever has shown that they read its mailbox. */
export async function isAddressKnown(db: Kysely<DB>, email: string): Promise<boolean> {
  return (await db.selectFrom('login').select('id').where('email', '=', email).executeTakeFirst()) !== undefined;
}

/** A person's own account: who they are here, and how they can sign in. */
export function accountOf(db: Kysely<DB>, personId: string) {
  return db
    .selectFrom('login')
    .innerJoin('person', 'person.id', 'login.person_id')
    .select((eb) => [
      'login.id as login',
      'login.email',
      'login.demo',
      'person.id as person',
      'person.name',
      'person.title',
      'person.function',
      sql<boolean>`exists (${eb
        .selectFrom('login_method')
        .select('id')
        .whereRef('user_id', '=', 'login.id')
        .where('password', 'is not', null)})`.as('hasPassword'),
      sql<boolean>`exists (${eb
        .selectFrom('login_method')
        .select('id')
        .whereRef('user_id', '=', 'login.id')
        .where('provider_id', '=', 'ministry')})`.as('hasMinistry'),
      jsonArrayFrom(
        eb
          .selectFrom('login_passkey')
          .select(['id', 'name', sql<string>`to_json(created_at) #>> '{}'`.as('since')])
          .whereRef('user_id', '=', 'login.id')
          .orderBy('created_at'),
      ).as('passkeys'),
      jsonArrayFrom(
        eb
          .selectFrom('role')
          .innerJoin('edition', 'edition.id', 'role.edition_id')
          .leftJoin('roundtable', 'roundtable.id', 'role.roundtable_id')
          .select(['role.kind', 'roundtable.number as roundtable', 'edition.name as edition', 'edition.slug'])
          .whereRef('role.person_id', '=', 'person.id')
          .orderBy('edition.created_at', 'desc'),
      ).as('roles'),
      jsonArrayFrom(
        eb
          .selectFrom('credential')
          .innerJoin('edition', 'edition.id', 'credential.edition_id')
          .innerJoin('delegation', 'delegation.id', 'credential.delegation_id')
          .select(['delegation.short_name as name', 'delegation.slug', 'edition.slug as edition', 'edition.name as of'])
          .whereRef('credential.person_id', '=', 'person.id')
          .where('verified_at', 'is not', null)
          .orderBy('edition.created_at', 'desc'),
      ).as('delegations'),
    ])
    .where('person.id', '=', personId)
    .executeTakeFirst();
}

/** An account as the offices of an edition see it. */
export interface AccountView {
  person: string;
  name: string;
  function: string | null;
  email: string;
  demo: boolean;
  /** How many browsers it is signed in with. */
  sessions: number;
  delegations: string[];
}

/** The accounts of those who have a part in an edition, by name; and of those who have none anywhere yet. */
export async function accountsIn(db: Kysely<DB>, editionId: string, now: Date): Promise<AccountView[]> {
  const { rows } = await sql<AccountView>`
    select p.id as person, p.name, p.function, l.email, l.demo,
      (select count(*) from login_session s where s.user_id = l.id and s.expires_at > ${now})::int as sessions,
      array(select d.short_name from credential c join delegation d on d.id = c.delegation_id
        where c.person_id = p.id and c.edition_id = ${editionId} and c.verified_at is not null
        order by d.short_name) as delegations
    from login l join person p on p.id = l.person_id
    where exists (select from role where person_id = p.id and edition_id = ${editionId})
      or exists (select from credential where person_id = p.id and edition_id = ${editionId})
      or not (exists (select from role where person_id = p.id) or exists (select from credential where person_id = p.id))
    order by p.name`.execute(db);
  return rows;
}

/** Every office of an edition that a person holds, Chair's office first, then by roundtable. */
export function officesIn(db: Kysely<DB>, editionId: string) {
  return db
    .selectFrom('role')
    .innerJoin('person', 'person.id', 'role.person_id')
    .leftJoin('roundtable', 'roundtable.id', 'role.roundtable_id')
    .select(['role.id', 'role.kind', 'person.id as person', 'person.name', 'roundtable.number as roundtable'])
    .where('role.edition_id', '=', editionId)
    .orderBy(
      sql`array_position(array['chairs_office', 'support_unit', 'co_chair', 'general_rapporteur', 'rapporteur'], role.kind)`,
    ) // prettier-ignore
    .orderBy(inProgrammeOrder)
    .orderBy('person.name')
    .execute();
}

export function invitationsIn(db: Kysely<DB>, editionId: string) {
  return db
    .selectFrom('invitation')
    .leftJoin('roundtable', 'roundtable.id', 'invitation.roundtable_id')
    .leftJoin('delegation', 'delegation.id', 'invitation.delegation_id')
    .select(['invitation.id', 'invitation.name', 'email', 'invitation.kind', 'invited_at', 'expires_at'])
    .select(['accepted_at', 'withdrawn_at', 'delegation.short_name as delegation', 'roundtable.number as roundtable'])
    .where('invitation.edition_id', '=', editionId)
    .where('accepted_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .orderBy('invited_at', 'desc')
    .execute();
}

/** What an invitation offers, for whoever has its link. */
export function invitationCalled(db: Kysely<DB>, id: string) {
  return db
    .selectFrom('invitation')
    .innerJoin('edition', 'edition.id', 'invitation.edition_id')
    .leftJoin('roundtable', 'roundtable.id', 'invitation.roundtable_id')
    .leftJoin('delegation', 'delegation.id', 'invitation.delegation_id')
    .leftJoin('login', 'login.email', 'invitation.email')
    .select(['invitation.id', 'invitation.name', 'invitation.email', 'invitation.kind', 'expires_at', 'accepted_at'])
    .select(['withdrawn_at', 'edition.name as edition', 'edition.slug', 'delegation.short_name as delegation'])
    .select(['roundtable.number as roundtable', 'login.id as login'])
    .where('invitation.id', '=', id)
    .executeTakeFirst();
}

/** Every delegation somebody can be invited, or can ask, to speak for. */
export function delegationChoices(db: Kysely<DB>) {
  return db
    .selectFrom('delegation')
    .select(['id', 'slug', 'short_name as name'])
    .where('merged_into', 'is', null)
    .orderBy('short_name')
    .execute();
}
