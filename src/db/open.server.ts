import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { openEmbedded } from './embedded.ts';
import { migrate } from './migrate.ts';
import type { DB } from './schema.ts';
import { DatabaseUnavailable } from './unavailable.ts';

export interface Database {
  db: Kysely<DB>;
  pool: pg.Pool;
  kind: 'embedded' | 'postgres';
  close(): Promise<void>;
}

// Counts and sequences fit a JavaScript number for longer than any forum will live.
pg.types.setTypeParser(pg.types.builtins.INT8, Number);
// A date without a time has no zone: keep it as written.
pg.types.setTypeParser(pg.types.builtins.DATE, String);

/**
 * Opens the database and brings its schema up to date: PostgreSQL at `url` where given, else the embedded one in
 * `directory`. Throws `DatabaseUnavailable`, whose code is a sentence, when it cannot be reached, is too old, or is in use.
 */
export async function openDatabase(place: { url?: string | undefined; directory: string }): Promise<Database> {
  const opened = place.url ? await openPostgres(place.url) : await openInDirectory(place.directory);
  try {
    await migrate(opened.db);
  } catch (error) {
    await opened.close();
    throw error;
  }
  return opened;
}

async function openInDirectory(directory: string): Promise<Database> {
  const embedded = await openEmbedded(directory);
  // One connection: the embedded database serves one client at a time. Whoever waits too long for it gets an error.
  const place = { host: embedded.socketFolder, user: 'postgres', database: 'postgres' };
  const pool = new pg.Pool({ ...place, max: 1, connectionTimeoutMillis: 30_000 });
  const db = new Kysely<DB>({ dialect: new PostgresDialect({ pool }) });
  return {
    db,
    pool,
    kind: 'embedded',
    async close() {
      await db.destroy();
      await embedded.close();
    },
  };
}

async function openPostgres(url: string): Promise<Database> {
  const pool = new pg.Pool({ connectionString: url, max: 10, connectionTimeoutMillis: 5000 });
  pool.on('error', (error) => console.error(`The database closed an idle connection: ${error.message}`));
  const db = new Kysely<DB>({ dialect: new PostgresDialect({ pool }) });
  try {
    const { rows } = await pool.query<{ version: string }>("select current_setting('server_version_num') as version");
    if (Number(rows[0]?.version) < 150000)
      throw new DatabaseUnavailable('too_old', { version: String(rows[0]?.version) });
  } catch (error) {
    await db.destroy();
    if (error instanceof DatabaseUnavailable) throw error;
    throw new DatabaseUnavailable('unreachable', { reason: reasonOf(error) });
  }
  return { db, pool, kind: 'postgres', close: () => db.destroy() };
}

/** What went wrong, without the address: it may hold a password. */
function reasonOf(error: unknown): string {
  const { code, message, errors } = error as { code?: string; message?: string; errors?: Error[] };
  return message || errors?.[0]?.message || code || String(error);
}
