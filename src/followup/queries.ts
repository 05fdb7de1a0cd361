import { sql, type Kysely } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { DB } from '#db/schema.ts';
import { isHolder, keeps, maySee, type PracticeState } from '#followup/rules.ts';
import type { DelegationName } from '#programme/queries.ts';
import type { Viewer } from '#record/viewer.ts';
import { sourcesOf, type SourceView } from './sources.ts';

/** A practice as one person may see it. */
export interface PracticeView {
  id: string;
  slug: string;
  state: PracticeState;
  title: string;
  summary: string;
  language: string;
  isGlobal: boolean;
  /** ISO 3166 alpha-3. */
  countries: string[];
  themes: string[];
  /** Who promotes it; null for a person who speaks for nobody. */
  delegation: DelegationName | null;
  /** The name of a holder without a delegation. */
  person: string | null;
  partners: { name: string; delegation: DelegationName | null }[];
  /** What its picture shows, in words; null where it has none. */
  illustration: string | null;
  /** The passage it was found in; null where there is none, or where it is not this viewer's to read. */
  source: SourceView | null;
  /** Delegations that do this too or look for partners, by name and nothing else. */
  contacts: { kind: ContactKind; delegation: DelegationName | null; person: string | null }[];
  publishedAt: Date | null;
  createdAt: Date;
  version: number;
  /** Whether the viewer may consent to it, change and withdraw it as their own. */
  isMine: boolean;
  /** To its holder and the support unit only. */
  contact: { name: string | null; email: string | null } | null;
}

export type ContactKind = 'does_too' | 'seeks_partners';

/** What practices can be narrowed to; every part given has to hold. */
export interface Narrowing {
  /** ISO 3166 alpha-3; a global practice is in every country. */
  country?: string | null;
  theme?: string | null;
  /** A partner's or promoter's delegation by its slug, or a partner's name. */
  partner?: string | null;
  /** The number of the roundtable whose statements it was found in. */
  roundtable?: string | null;
}

/** The published practices of an edition, newest first; with `all`, every one this viewer may see. */
export async function practicesIn(
  db: Kysely<DB>,
  viewer: Viewer,
  editionId: string,
  { all = false, ...narrowing }: Narrowing & { all?: boolean } = {},
): Promise<PracticeView[]> {
  let query = practices(db).where('practice.edition_id', '=', editionId);
  if (!all) query = query.where('practice.state', '=', 'published');
  const views = await viewsOf(db, viewer, await query.execute());
  return views.filter((view) => isWithin(view, narrowing));
}

export async function practiceCalled(
  db: Kysely<DB>,
  viewer: Viewer,
  editionId: string,
  slug: string,
): Promise<PracticeView | undefined> {
  const rows = await practices(db)
    .where('practice.edition_id', '=', editionId)
    .where('practice.slug', '=', slug)
    .execute();
  return (await viewsOf(db, viewer, rows))[0];
}

/** The published practices that a delegation promotes, is a partner in, or does too. */
export async function practicesWith(db: Kysely<DB>, viewer: Viewer, editionId: string, slug: string) {
  const published = await practicesIn(db, viewer, editionId);
  return published.flatMap((practice) => {
    const { delegation, partners, contacts } = practice;
    const part =
      delegation?.slug === slug
        ? ('promotes' as const)
        : partners.some((partner) => partner.delegation?.slug === slug)
          ? ('partner' as const)
          : (contacts.find((contact) => contact.delegation?.slug === slug)?.kind ?? null);
    return part ? [{ practice, part }] : [];
  });
}

/** The published practices whose title or summary has these words, by the rules of their own language; newest first. */
export async function searchPractices(db: Kysely<DB>, viewer: Viewer, editionId: string, words: string) {
  const rows = await practices(db)
    .where('practice.edition_id', '=', editionId)
    .where('practice.state', '=', 'published')
    .where(
      sql<boolean>`to_tsvector(search_config(practice.language), practice.title || ' ' || practice.summary)
        @@ websearch_to_tsquery(search_config(practice.language), ${words})`,
    )
    .limit(20)
    .execute();
  return viewsOf(db, viewer, rows);
}

/** How many published practices were found in what was said in each roundtable that everyone may read, by its id. */
export async function practicesByRoundtable(db: Kysely<DB>, editionId: string): Promise<Map<string, number>> {
  const { rows } = await sql<{ id: string; count: number }>`
    select roundtable.id, count(*) as count from practice
      join practice_source source on source.practice_id = practice.id
      join statement on statement.id = source.statement_id
      join roundtable on roundtable.id = statement.roundtable_id
      join edition on edition.id = roundtable.edition_id
    where practice.edition_id = ${editionId} and practice.state = 'published' and statement.on_record
      and statement.state not in ('draft', 'withheld', 'withdrawn')
      and coalesce(roundtable.attribution, edition.attribution) = 'attributed'
    group by roundtable.id`.execute(db);
  return new Map(rows.map(({ id, count }) => [id, count]));
}

/** How many practices their holders have consented to and nobody has published yet; none for those who cannot. */
export async function countToPublish(db: Kysely<DB>, viewer: Viewer, editionId: string): Promise<number> {
  const all = await practicesIn(db, viewer, editionId, { all: true });
  return keeps(viewer, { editionId }) ? all.filter(({ state }) => state === 'consented').length : 0;
}

/** The picture of a practice this viewer may see. */
export async function illustrationOf(db: Kysely<DB>, viewer: Viewer, editionId: string, slug: string) {
  const row = await db
    .selectFrom('practice')
    .innerJoin('practice_illustration as picture', 'picture.practice_id', 'practice.id')
    .select(['state', 'edition_id', 'holder_id', 'delegation_id', 'picture.type', 'picture.bytes', 'picture.sha256'])
    .where('edition_id', '=', editionId)
    .where('slug', '=', slug)
    .executeTakeFirst();
  return row && maySee(viewer, row) ? row : undefined;
}

function practices(db: Kysely<DB>) {
  return db
    .selectFrom('practice')
    .leftJoin('delegation', 'delegation.id', 'practice.delegation_id')
    .leftJoin('person as holder', 'holder.id', 'practice.holder_id')
    .leftJoin('practice_illustration as picture', 'picture.practice_id', 'practice.id')
    .selectAll('practice')
    .select(['delegation.slug as promoter_slug', 'delegation.short_name as promoter_name'])
    .select(['delegation.kind as promoter_kind', 'holder.name as holder_name', 'picture.shows'])
    .select((eb) => [
      jsonArrayFrom(
        eb
          .selectFrom('practice_partner as partner')
          .leftJoin('delegation as of', 'of.id', 'partner.delegation_id')
          .select(['partner.name', 'of.slug', 'of.short_name', 'of.kind'])
          .whereRef('partner.practice_id', '=', 'practice.id')
          .orderBy('partner.position'),
      ).as('partners'),
      jsonArrayFrom(
        eb
          .selectFrom('practice_contact as contact')
          .innerJoin('person', 'person.id', 'contact.person_id')
          .leftJoin('delegation as asking', 'asking.id', 'contact.delegation_id')
          .select(['contact.kind', 'asking.slug', 'asking.short_name', 'asking.kind as delegation_kind', 'person.name'])
          .whereRef('contact.practice_id', '=', 'practice.id')
          .where('contact.withdrawn_at', 'is', null)
          .orderBy('contact.at'),
      ).as('contacts'),
    ])
    .orderBy(sql`coalesce(practice.published_at, practice.created_at)`, 'desc')
    .orderBy('practice.slug');
}

type Row = Awaited<ReturnType<ReturnType<typeof practices>['execute']>>[number];

async function viewsOf(db: Kysely<DB>, viewer: Viewer, rows: Row[]): Promise<PracticeView[]> {
  const seen = rows.filter((row) => maySee(viewer, row));
  const sources = await sourcesOf(db, viewer, seen);
  return seen.map((row) => toView(row, viewer, sources.get(row.id) ?? null));
}

function toView(row: Row, viewer: Viewer, source: SourceView | null): PracticeView {
  const isMine = !viewer.program && isHolder(viewer, row);
  const mayWrite = isMine || keeps(viewer, { editionId: row.edition_id });
  const named = (slug: string | null, name: string | null, kind: string | null) =>
    slug ? { slug, name: name!, kind: kind! } : null;
  return {
    id: row.id,
    slug: row.slug,
    state: row.state as PracticeState,
    title: row.title,
    summary: row.summary,
    language: row.language,
    isGlobal: row.is_global,
    countries: row.countries,
    themes: row.themes,
    delegation: named(row.promoter_slug, row.promoter_name, row.promoter_kind),
    person: row.delegation_id ? null : row.holder_name,
    partners: row.partners.map(({ name, slug, short_name, kind }) => {
      return { name: short_name ?? name, delegation: named(slug, short_name, kind) };
    }),
    illustration: row.shows,
    source,
    contacts: row.contacts.map(({ kind, slug, short_name, delegation_kind, name }) => {
      const delegation = named(slug, short_name, delegation_kind);
      return { kind: kind as ContactKind, delegation, person: delegation ? null : name };
    }),
    publishedAt: row.published_at,
    createdAt: row.created_at,
    version: row.version,
    isMine,
    contact: mayWrite ? { name: row.contact_name, email: row.contact_email } : null,
  };
}

function isWithin(practice: PracticeView, { country, theme, partner, roundtable }: Narrowing): boolean {
  const { isGlobal, countries, themes, partners, delegation } = practice;
  const takesPart = (name: string) =>
    delegation?.slug === name || partners.some((one) => one.delegation?.slug === name || one.name === name);
  return (
    (!country || isGlobal || countries.includes(country)) &&
    (!theme || themes.some((one) => one.toLowerCase() === theme.toLowerCase())) &&
    (!partner || takesPart(partner)) &&
    (!roundtable || practice.source?.roundtable.number === roundtable)
  );
}
