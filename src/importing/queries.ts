import { sql, type Kysely } from 'kysely';
import type { DB } from '#db/schema.ts';
import { holds, offices } from '#people/rules.ts';
import type { Viewer } from '#record/viewer.ts';

/** When a text with this sha-256 was imported, and as what; undefined where it never was. */
export function importedText(db: Kysely<DB>, sha256: Buffer) {
  return db
    .selectFrom('imported_text')
    .innerJoin('edition', 'edition.id', 'imported_text.edition_id')
    .leftJoin('roundtable', 'roundtable.id', 'imported_text.roundtable_id')
    .select(['imported_text.at', 'imported_text.name', 'edition.name as edition', 'roundtable.number'])
    .where('sha256', '=', sha256)
    .executeTakeFirst();
}

/** The newest edition whose slug, name or short name this is, whatever its letter case. */
export function editionMeant(db: Kysely<DB>, words: string) {
  const wanted = words.trim().toLowerCase();
  return db
    .selectFrom('edition')
    .select(['id', 'slug', 'name'])
    .where((eb) =>
      eb.or([eb('slug', '=', wanted), eb(sql`lower(name)`, '=', wanted), eb(sql`lower(short_name)`, '=', wanted)]),
    )
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirst();
}

/** The editions a viewer may import into, newest first. */
export async function editionsToImportInto(db: Kysely<DB>, viewer: Viewer) {
  const rows = await db
    .selectFrom('edition')
    .select(['id', 'slug', 'name'])
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return rows.filter(({ id }) => holds(viewer, offices, { editionId: id }));
}

/** Which of these numbers stand in an edition's programme already, with their titles. */
export function numbersTaken(db: Kysely<DB>, editionId: string, numbers: string[]) {
  return db
    .selectFrom('roundtable')
    .select(['id', 'number', 'title'])
    .where('edition_id', '=', editionId)
    .where('number', 'in', numbers)
    .execute();
}
