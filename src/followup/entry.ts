// What a practice's form says, and how it becomes rows.
import { sql, type Kysely } from 'kysely';
import { z } from 'zod';
import { delegationsNamed, nameKey } from '#analysis/queries.ts';
import type { DB } from '#db/schema.ts';
import type { Context } from '#record/act.ts';
import { found, Refusal, refuseIf } from '#record/refusals.ts';
import { countryCalled } from './countries.ts';
import { passageRefusal, placeRefusal } from './rules.ts';

export const entryFields = {
  title: z.string().trim().min(1, 'practice.title_missing').max(150, 'practice.title_too_long'),
  summary: z.string().trim().min(1, 'practice.summary_missing').max(3000, 'practice.summary_too_long'),
  language: z
    .string()
    .regex(/^[a-z]{2,3}$/)
    .default('en'),
  isGlobal: z.boolean().default(false),
  /** Names in English, French or Spanish, or ISO 3166 codes. */
  countries: z.array(z.string().max(100)).max(60, 'practice.too_many_countries').default([]),
  /** Delegations by any name they go by, and anyone else. */
  partners: z.array(z.string().trim().min(1).max(200)).max(40, 'practice.too_many_partners').default([]),
  themes: z
    .array(z.string().trim().min(1).max(60, 'practice.theme_too_long'))
    .max(6, 'practice.too_many_themes')
    .default([]),
  contactName: z.string().trim().max(200, 'people.name_too_long').default(''),
  contactEmail: z
    .union([z.literal(''), z.email('people.email_wrong').max(200)], { error: 'people.email_wrong' })
    .default(''),
};

type Entry = z.output<z.ZodObject<typeof entryFields>>;

/** The columns of a practice's own row. Refuses a country nobody knows, and a practice that is nowhere. */
export async function columnsOf(tx: Kysely<DB>, editionId: string, entry: Entry) {
  const { isGlobal, title, summary, language } = entry;
  const countries = [...new Set(entry.countries.filter((name) => name.trim()).map(codeOf))].sort();
  refuseIf(placeRefusal({ isGlobal, countries }));
  return {
    title,
    summary,
    language,
    is_global: isGlobal,
    countries: isGlobal ? [] : countries,
    themes: await themesAs(tx, editionId, entry.themes),
    contact_name: entry.contactName || null,
    contact_email: entry.contactEmail.toLowerCase() || null,
  };
}

function codeOf(name: string): string {
  const code = countryCalled(name);
  if (!code) throw new Refusal({ code: 'practice.country_unknown', values: { name: name.trim() } });
  return code;
}

/** A theme is written as it was the first time, whatever the case it is given in. */
async function themesAs(tx: Kysely<DB>, editionId: string, given: readonly string[]): Promise<string[]> {
  const used = await tx
    .selectFrom('practice')
    .select(sql<string>`unnest(themes)`.as('theme'))
    .where('edition_id', '=', editionId)
    .orderBy('created_at')
    .execute();
  const spelling = new Map(used.toReversed().map(({ theme }) => [nameKey(theme), theme]));
  const themes = new Map(given.map((theme) => [nameKey(theme), spelling.get(nameKey(theme)) ?? theme]));
  return [...themes.values()];
}

export async function writePartners({ tx, rows }: Context, practice_id: string, names: readonly string[]) {
  await rows.remove('practice_partner', { practice_id });
  const delegations = await delegationsNamed(tx, names);
  const once = new Map(names.map((name) => [nameKey(name), name.trim()]));
  const partners = [...once].map(([key, name], i) => {
    return { practice_id, position: i + 1, name, delegation_id: delegations.get(key) ?? null };
  });
  if (partners.length > 0) await rows.insert('practice_partner', partners);
}

/** The statement a passage is taken from, as it stands. Refuses words that are not in it, and what may not be quoted. */
export async function passageIn(
  tx: Kysely<DB>,
  { statement: id, quotation }: { statement: string; quotation: string },
) {
  const statement = found(
    await tx
      .selectFrom('statement')
      .innerJoin('roundtable', 'roundtable.id', 'statement.roundtable_id')
      .innerJoin('statement_revision as revision', (join) =>
        join.onRef('revision.statement_id', '=', 'statement.id').onRef('revision.revision', '=', 'statement.revisions'),
      )
      .select(['statement.id', 'statement.number', 'statement.state', 'on_record', 'author_id', 'revisions'])
      .select(['roundtable_id', 'edition_id', 'revision.body', 'revision.language'])
      .select((eb) => [
        eb
          .selectFrom('ruling')
          .select('decision')
          .whereRef('ruling.statement_id', '=', 'statement.id')
          .orderBy('ruling.number', 'desc')
          .limit(1)
          .as('decision'),
        eb
          .selectFrom('statement_speaker as speaker')
          .select('delegation_id')
          .whereRef('speaker.statement_id', '=', 'statement.id')
          .where('part', '=', 'speaker')
          .orderBy('position')
          .limit(1)
          .as('delegation_id'),
      ])
      .where('statement.id', '=', id)
      .executeTakeFirst(),
    'statement',
  );
  refuseIf(passageRefusal(statement));
  const words = quotation.replace(/\r\n?/g, '\n');
  const isThere = statement.body.replace(/\r\n?/g, '\n').includes(words);
  refuseIf(isThere ? null : { code: 'practice.not_in_statement', values: { number: statement.number } });
  return { ...statement, quotation: words };
}

/** A practice's address is made of its title: small letters and digits of the Latin alphabet, and never one taken. */
export async function slugFor(tx: Kysely<DB>, editionId: string, title: string): Promise<string> {
  const plain = title
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}|['’]/gu, '')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
    .replaceAll(' ', '-');
  const base = plain.slice(0, 60).replace(/-+$/, '') || 'practice';
  const taken = await tx.selectFrom('practice').select('slug').where('edition_id', '=', editionId).execute();
  const slugs = new Set(['new', ...taken.map(({ slug }) => slug)]);
  for (let n = 1; ; n++) {
    const slug = n === 1 ? base : `${base}-${n}`;
    if (!slugs.has(slug)) return slug;
  }
}

/** The delegations a person speaks for in an edition, by their verified credentials. */
export async function delegationsHeld(tx: Kysely<DB>, editionId: string, personId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('credential')
    .select('delegation_id')
    .where('edition_id', '=', editionId)
    .where('person_id', '=', personId)
    .where('verified_at', 'is not', null)
    .orderBy('verified_at')
    .execute();
  return rows.map(({ delegation_id }) => delegation_id);
}
