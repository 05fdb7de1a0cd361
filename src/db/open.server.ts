import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { openEmbedded } from './embedded.ts';
import { EmbeddedDialect } from './embedded-dialect.ts';
import { migrate } from './migrate.ts';
import { costOfPage } from './page-cost.ts';
import type { DB } from './schema.ts';
import { Session, type Connections } from './session.ts';
import { troubleOf } from './trouble.ts';
import { PreparingClient } from './prepared.ts';
import { DatabaseUnavailable } from './unavailable.ts';

export interface Database {
  db: Kysely<DB>;
  pool: Connections;
  kind: 'embedded' | 'postgres';
  /** Settles when the embedded database has stopped by itself: nothing will answer any more. */
  lost: Promise<DatabaseUnavailable>;
  close(): Promise<void>;
}

// Counts and sequences fit a JavaScript number for longer than any forum will live.
pg.types.setTypeParser(pg.types.builtins.INT8, Number);
// A date without a time has no zone: keep it as written.
pg.types.setTypeParser(pg.types.builtins.DATE, String);

/**
 * Opens the database and brings its schema up to date: PostgreSQL at `url` where given, else the embedded one in
 * `directory`; an empty one no further than the migrations in `only`. Throws `DatabaseUnavailable`, whose code is a sentence, when it cannot be reached, is too old, or is in use.
 */
export async function openDatabase(
  place: { url?: string | undefined; directory: string },
  only?: readonly string[],
): Promise<Database> {
  const isBare = only !== undefined;
  const opened = place.url ? await openPostgres(place.url) : await openInDirectory(place.directory, { isBare });
  try {
    await Promise.race([migrate(opened.db, only), opened.lost.then(thrown)]);
  } catch (error) {
    await opened.close();
    throw troubleOf(error) ?? error;
  }
  return opened;
}

async function openInDirectory(directory: string, made: { isBare: boolean }): Promise<Database> {
  const embedded = await openEmbedded(directory, made);
  const pool = new Session({ host: embedded.socketFolder, user: 'postgres', database: 'postgres' });
  const db = new Kysely<DB>({ dialect: new EmbeddedDialect(pool, directory) });
  let isLost = false;
  void embedded.lost.then(() => (isLost = true));
  return {
    db,
    pool,
    kind: 'embedded',
    lost: embedded.lost,
    async close() {
      // What is under way is waited for, unless nothing will ever answer it.
      if (!isLost) await Promise.race([db.destroy(), embedded.lost]);
      await embedded.close();
    },
  };
}

/** A connection that ends is an error of the query it was answering; where it was answering none, there will be another. */
function ignoreEnds(pool: pg.Pool): void {
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
}

function thrown(error: Error): never {
  throw error;
}

async function openPostgres(url: string): Promise<Database> {
  if (!/^postgres(ql)?:\/\/./.test(url) || !URL.canParse(url)) throw new DatabaseUnavailable('address_wrong');
  const pool = new pg.Pool({
    connectionString: url,
    max: 10,
    connectionTimeoutMillis: 10_000,
    Client: PreparingClient,
    // What is asked at the same time within a transaction is sent without waiting for the answer before.
    pipeline: true,
  });
  ignoreEnds(pool);
  // Whoever runs the server may have set it to something else than the default, and knows why.
  pool.on('connect', (client) => {
    const tell = `select set_config('random_page_cost', '${costOfPage}', false) where current_setting('random_page_cost') = '4'`;
    client.query(tell).catch(() => {});
  });
  const db = new Kysely<DB>({ dialect: new PostgresDialect({ pool }) });
  try {
    const ask = () => pool.query<{ version: string }>("select current_setting('server_version_num') as version");
    // Loading the program may have taken the time in which the database answered: it is asked again.
    const { rows } = await ask().catch((error: Error) =>
      /timeout/.test(error.message) ? ask() : Promise.reject(error),
    );
    if (Number(rows[0]?.version) < 150000)
      throw new DatabaseUnavailable('too_old', { version: String(rows[0]?.version) });
  } catch (error) {
    await db.destroy();
    if (error instanceof DatabaseUnavailable) throw error;
    throw new DatabaseUnavailable('unreachable', { reason: reasonOf(error) });
  }
  return { db, pool, kind: 'postgres', lost: new Promise(() => {}), close: () => db.destroy() };
}

/** What went wrong, without the address: it may hold a password. */
function reasonOf(error: unknown): string {
  const { code, message, errors } = error as { code?: string; message?: string; errors?: Error[] };
  return message || errors?.[0]?.message || code || String(error);
}
