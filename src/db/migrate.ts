import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sql, type Kysely } from 'kysely';
import { Migrator, type Migration } from 'kysely/migration';
import { projectRoot } from '#project-root.ts';
import type { DB } from './schema.ts';
import { DatabaseUnavailable } from './unavailable.ts';

const folder = join(projectRoot, 'src/db/migrations');

/**
 * Runs the SQL files of `migrations/` that this database has not seen, in the order of their names, once each. Throws
 * `DatabaseUnavailable` where a newer version of the program has gone further. With `only`, a database without any tables
 * goes no further than these: for what was written by an older version, which is brought up to date afterwards.
 */
export async function migrate(db: Kysely<DB>, only?: readonly string[]): Promise<void> {
  if (await isUpToDate(db)) return;
  const isWanted = only && !(await isMigrated(db)) ? (name: string) => only.includes(name) : () => true;
  const getMigrations = async () => Object.fromEntries(Object.entries(await readMigrations()).filter(([name]) => isWanted(name))); // prettier-ignore
  const migrator = new Migrator({ db, provider: { getMigrations } });
  const { error } = await migrator.migrateToLatest();
  if (error) throw error;
}

/** Asked first, and answered at once: the migrator reads every column of every table before it looks. */
async function isUpToDate(db: Kysely<DB>): Promise<boolean> {
  if (!(await isMigrated(db))) return false;
  const seen = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db);
  const known = await migrationsKnown();
  const later = seen.rows.map(({ name }) => name).find((name) => name > known.at(-1)!);
  if (later) throw new DatabaseUnavailable('too_new', { name: later });
  return seen.rows.map(({ name }) => name).join() === known.join();
}

async function isMigrated(db: Kysely<DB>): Promise<boolean> {
  const { rows } = await sql<{ found: boolean }>`select to_regclass('kysely_migration') is not null as found`.execute(
    db,
  );
  return rows[0]!.found;
}

/** The names of the migrations this version of the program knows, in their order. */
export async function migrationsKnown(): Promise<string[]> {
  return Object.keys(await readMigrations()).sort();
}

async function readMigrations(): Promise<Record<string, Migration>> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.sql')).sort();
  return Object.fromEntries(
    files.map((file) => [
      file.replace('.sql', ''),
      { up: async (db) => void (await sql.raw(await readFile(join(folder, file), 'utf8')).execute(db)) },
    ]),
  );
}
