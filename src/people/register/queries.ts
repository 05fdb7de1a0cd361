import type { Kysely } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { DB } from '#db/schema.ts';
import type { DelegationKind } from '#people/rules.ts';
import { aliasesOf } from './aliases.ts';

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

/** The same as an entry of the register, with the groups it is a member of, by short name. */
export interface RegisterEntry extends Registered {
  id: string;
  groups: string[];
}

/** The whole register under all its names, by short name: what a reading of a text needs to know of the forum. */
export async function registeredNames(db: Kysely<DB>): Promise<Registered[]> {
  return (await entries(db).execute()).map(toRegistered);
}

/** The same with the groups that each is a member of, as a list of the register holds it. */
export async function registerEntries(db: Kysely<DB>): Promise<RegisterEntry[]> {
  const rows = await entries(db)
    .select((eb) => [
      'id',
      jsonArrayFrom(
        eb
          .selectFrom('membership')
          .innerJoin('delegation as group', 'group.id', 'membership.group_id')
          .select('group.short_name as name')
          .whereRef('member_id', '=', 'delegation.id')
          .orderBy('group.short_name'),
      ).as('groups'),
    ])
    .execute();
  return rows.map(({ groups, ...row }) => ({
    ...toRegistered(row),
    id: row.id,
    groups: groups.map(({ name }) => name),
  }));
}

function entries(db: Kysely<DB>) {
  return db
    .selectFrom('delegation')
    .select((eb) => ['slug', 'short_name', 'formal_name', 'kind', 'code', 'region', aliasesOf(eb)])
    .where('merged_into', 'is', null)
    .orderBy('short_name');
}

type Entry = Awaited<ReturnType<ReturnType<typeof entries>['execute']>>[number];

function toRegistered({ slug, short_name, formal_name, kind, code, region, aliases }: Entry): Registered {
  return {
    slug,
    shortName: short_name,
    formalName: formal_name,
    kind: kind as DelegationKind,
    code,
    region,
    aliases: aliases.map(({ alias }) => alias),
  };
}

/** A line of the register as the desk lists it. */
export interface RegisterLine {
  id: string;
  slug: string;
  name: string;
  kind: string;
  code: string | null;
  region: string | null;
  aliases: string[];
  /** Who holds a credential that stands, in this edition. */
  people: number;
  /** What was said for it, in any edition. */
  statements: number;
}

interface Wanted {
  /** Part of any of its names, or its code. */
  words?: string;
  kind?: string;
  region?: string;
  /** From the how-manieth on, from 0. */
  from?: number;
}

export const linesOnPage = 100;

/** The whole register by short name, narrowed and a page at a time, and how many there are; its editing is the desk's. */
export async function registerLines(db: Kysely<DB>, editionId: string, wanted: Wanted = {}) {
  const { words = '', kind = '', region = '', from = 0 } = wanted;
  let query = db.selectFrom('delegation').where('merged_into', 'is', null);
  if (kind) query = query.where('kind', '=', kind);
  if (region) query = query.where('region', '=', region);
  if (words) {
    const like = `%${words.replace(/[\\%_]/g, '\\$&')}%`;
    query = query.where((eb) =>
      eb.or([
        eb('short_name', 'ilike', like),
        eb('formal_name', 'ilike', like),
        eb('code', 'ilike', like),
        eb.exists(
          eb
            .selectFrom('delegation_alias')
            .select('alias')
            .whereRef('delegation_id', '=', 'delegation.id')
            .where('alias', 'ilike', like),
        ),
      ]),
    );
  }
  const { all } = await query.select(({ fn }) => fn.countAll<number>().as('all')).executeTakeFirstOrThrow();
  const rows = await query
    .select((eb) => [
      'id',
      'slug',
      'short_name as name',
      'kind',
      'code',
      'region',
      aliasesOf(eb),
      eb
        .selectFrom('credential')
        .select(({ fn }) => fn.countAll<number>().as('all'))
        .whereRef('credential.delegation_id', '=', 'delegation.id')
        .where('credential.edition_id', '=', editionId)
        .where('verified_at', 'is not', null)
        .as('people'),
      eb
        .selectFrom('statement_speaker')
        .select(({ fn }) => fn.count<number>('statement_id').distinct().as('all'))
        .whereRef('statement_speaker.delegation_id', '=', 'delegation.id')
        .as('statements'),
    ])
    .orderBy('short_name')
    .offset(from)
    .limit(linesOnPage)
    .execute();
  const lines: RegisterLine[] = rows.map((row) => ({
    ...row,
    aliases: row.aliases.map(({ alias }) => alias),
    people: Number(row.people ?? 0),
    statements: Number(row.statements ?? 0),
  }));
  return { lines, all: Number(all) };
}

/** One entry as it is edited, with the groups it belongs to and since when; undefined where there is none, or it was merged. */
export async function registerEntry(db: Kysely<DB>, slug: string) {
  return db
    .selectFrom('delegation')
    .selectAll('delegation')
    .select((eb) => [
      aliasesOf(eb),
      jsonArrayFrom(
        eb
          .selectFrom('membership')
          .innerJoin('delegation as group', 'group.id', 'membership.group_id')
          .select(['group.id', 'group.short_name as name', 'membership.since', 'membership.until'])
          .whereRef('member_id', '=', 'delegation.id')
          .orderBy('group.short_name'),
      ).as('groups'),
    ])
    .where('slug', '=', slug)
    .where('merged_into', 'is', null)
    .executeTakeFirst();
}

/** One person as they are edited. */
export function personEntry(db: Kysely<DB>, id: string) {
  return db
    .selectFrom('person')
    .select(['id', 'name', 'title', 'function', 'version'])
    .where(({ eb, cast, ref }) => eb(cast<string>(ref('id'), 'text'), '=', id))
    .executeTakeFirst();
}
