import { sql, type ExpressionBuilder, type Kysely } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { DB } from '#db/schema.ts';
import { isSetAside } from '#db/set-aside.ts';
import { aliasesOf } from './register/aliases.ts';

/** The register of an edition, by name: who was heard there, holds an office or has accredited people. */
export function delegationsIn(db: Kysely<DB>, editionId: string) {
  return db
    .selectFrom('delegation')
    .select(['delegation.id', 'slug', 'short_name as name', 'delegation.kind', 'region'])
    .select((eb) =>
      heard(eb, editionId)
        .select(({ fn }) => fn.count<number>('statement.id').distinct().as('all'))
        .as('statements'),
    )
    .where((eb) =>
      eb.or([
        eb.exists(heard(eb, editionId).select('speaker.position')),
        eb.exists(ofDelegation(eb, 'credential', editionId)),
        eb.exists(ofDelegation(eb, 'role', editionId)),
      ]),
    )
    .orderBy('short_name')
    .execute();
}

/** What a delegation said, or had said for it, where anyone may know that it did: on the record, and attributed. */
function heard(eb: ExpressionBuilder<DB, 'delegation'>, editionId: string) {
  return eb
    .selectFrom('statement_speaker as speaker')
    .innerJoin('statement', 'statement.id', 'speaker.statement_id')
    .innerJoin('roundtable', 'roundtable.id', 'statement.roundtable_id')
    .innerJoin('edition', 'edition.id', 'roundtable.edition_id')
    .whereRef('speaker.delegation_id', '=', 'delegation.id')
    .where('edition.id', '=', editionId)
    .where('speaker.part', 'in', ['speaker', 'on_behalf_of'])
    .where('statement.on_record', '=', true)
    .where('statement.state', 'not in', ['draft', 'withheld'])
    .where(({ not }) => not(isSetAside('statement.id')))
    .where(({ fn }) => sql<boolean>`${fn.coalesce('roundtable.attribution', 'edition.attribution')} = 'attributed'`);
}

function ofDelegation(eb: ExpressionBuilder<DB, 'delegation'>, table: 'credential' | 'role', editionId: string) {
  return sql`(select from ${sql.table(table)} held where held.delegation_id = ${eb.ref('delegation.id')}
    and held.edition_id = ${editionId})`;
}

/** Where the address of an entry that was merged leads: to the slug of the one it was merged into. */
export async function mergedInto(db: Kysely<DB>, slug: string): Promise<string | undefined> {
  const entry = await db
    .selectFrom('delegation as merged')
    .innerJoin('delegation', 'delegation.id', 'merged.merged_into')
    .select('delegation.slug')
    .where('merged.slug', '=', slug)
    .executeTakeFirst();
  return entry?.slug;
}

export async function delegationCalled(db: Kysely<DB>, slug: string) {
  return db
    .selectFrom('delegation')
    .selectAll('delegation')
    .select((eb) => [
      aliasesOf(eb),
      jsonArrayFrom(
        eb
          .selectFrom('membership')
          .innerJoin('delegation as member', 'member.id', 'membership.member_id')
          .select(['member.slug', 'member.short_name as name', 'member.kind'])
          .whereRef('membership.group_id', '=', 'delegation.id')
          .orderBy('member.short_name'),
      ).as('members'),
      jsonArrayFrom(
        eb
          .selectFrom('membership')
          .innerJoin('delegation as group', 'group.id', 'membership.group_id')
          .select(['group.slug', 'group.short_name as name', 'group.kind'])
          .whereRef('membership.member_id', '=', 'delegation.id')
          .orderBy('group.short_name'),
      ).as('groups'),
    ])
    .where('slug', '=', slug)
    .where('merged_into', 'is', null)
    .executeTakeFirst();
}

/** The people who hold a verified credential for a delegation in an edition, heads first. */
export function delegates(db: Kysely<DB>, editionId: string, delegationId: string) {
  return db
    .selectFrom('credential')
    .innerJoin('person', 'person.id', 'credential.person_id')
    .select(['person.name', 'person.title', 'capacity', 'verified_at', 'verified_how'])
    .select(({ fn }) => fn.coalesce('credential.function', 'person.function').as('function'))
    .where('edition_id', '=', editionId)
    .where('delegation_id', '=', delegationId)
    .where('verified_at', 'is not', null)
    .orderBy(sql`array_position(array['head', 'deputy', 'delegate', 'focal_point'], capacity)`)
    .orderBy('person.name')
    .execute();
}

/** The delegations a person speaks for in an edition, the one that was verified first before the others. */
export function speaksFor(db: Kysely<DB>, editionId: string, personId: string) {
  return db
    .selectFrom('credential')
    .innerJoin('delegation', 'delegation.id', 'credential.delegation_id')
    .select(['delegation.id', 'slug', 'short_name as name', 'delegation.kind'])
    .where('edition_id', '=', editionId)
    .where('person_id', '=', personId)
    .where('verified_at', 'is not', null)
    .orderBy('verified_at')
    .orderBy('credential.id')
    .execute();
}

/** Whether any account here is the demo's: then what is said here is invented. */
export async function hasDemo(db: Kysely<DB>): Promise<boolean> {
  return (await db.selectFrom('login').select('id').where('demo', '=', true).limit(1).executeTakeFirst()) !== undefined;
}

/** Those who can sign in to the demo, each with their office and where they hold it. */
export function demoCast(db: Kysely<DB>) {
  return db
    .selectFrom('login')
    .innerJoin('person', 'person.id', 'login.person_id')
    .select((eb) => [
      'login.email',
      'person.name',
      'person.function',
      jsonArrayFrom(
        eb
          .selectFrom('role')
          .leftJoin('roundtable', 'roundtable.id', 'role.roundtable_id')
          .select(['role.kind', 'roundtable.number as roundtable'])
          .whereRef('role.person_id', '=', 'person.id'),
      ).as('roles'),
      jsonArrayFrom(
        eb
          .selectFrom('credential')
          .innerJoin('delegation', 'delegation.id', 'credential.delegation_id')
          .select('short_name as name')
          .whereRef('credential.person_id', '=', 'person.id')
          .where('verified_at', 'is not', null),
      ).as('delegations'),
    ])
    .where('login.demo', '=', true)
    .orderBy('login.created_at')
    .orderBy('login.email')
    .execute();
}

/** Whether this e-mail address belongs to one of the demo's accounts. */
export async function isDemoAccount(db: Kysely<DB>, email: string): Promise<boolean> {
  const login = await db.selectFrom('login').select('demo').where('email', '=', email.toLowerCase()).executeTakeFirst();
  return login?.demo === true;
}
