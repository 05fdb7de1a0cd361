import { readdir, readFile } from 'node:fs/promises';
import { sql, type Kysely } from 'kysely';
import { Migrator, type Migration } from 'kysely/migration';
import type { DB } from './schema.ts';

const folder = new URL('./migrations/', import.meta.url);

/** Runs the SQL files of `migrations/` that this database has not seen, in the order of their names, once each. */
export async function migrate(db: Kysely<DB>): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: readMigrations } });
  const { error } = await migrator.migrateToLatest();
  if (error) throw error;
}

async function readMigrations(): Promise<Record<string, Migration>> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.sql')).sort();
  return Object.fromEntries(
    files.map((file) => [
      file.replace('.sql', ''),
      { up: async (db) => void (await sql.raw(await readFile(new URL(file, folder), 'utf8')).execute(db)) },
    ]),
  );
}
