import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { migratedCluster } from '#db/migrated-cluster.ts';
import { openDatabase, type Database } from '#db/open.server.ts';

/**
 * A migrated, empty database for one test worker: a copy of the one that is kept for new forums, or a database of its own on
 * the PostgreSQL at TEST_DATABASE_URL where FORUM_ON is "postgres".
 */
export async function openTestDatabase(on = process.env.FORUM_ON): Promise<Database> {
  if (on === 'postgres') return openOnPostgres(process.env.TEST_DATABASE_URL!);
  const directory = mkdtempSync(join(tmpdir(), 'rapporteur-test-'));
  process.on('exit', () => rmSync(directory, { recursive: true, force: true }));
  await makeDataDirectory(directory);
  return openDatabase({ directory });
}

/** Puts a migrated, empty database into a data directory, which a program need not wait for the disk to keep. */
export async function makeDataDirectory(directory: string): Promise<void> {
  const kept = migratedCluster();
  if (!existsSync(kept)) await (await import('#open.ts')).keepNewForum();
  cpSync(kept, join(directory, 'pg'), { recursive: true });
}

async function openOnPostgres(server: string): Promise<Database> {
  const name = `rapporteur_test_${process.pid}_${Math.random().toString(36).slice(2, 8)}`;
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  await client.query(`create database ${name}`);
  await client.end();
  const url = new URL(server);
  url.pathname = `/${name}`;
  return openDatabase({ url: url.href, directory: tmpdir() });
}
