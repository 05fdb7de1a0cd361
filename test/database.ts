import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { openDatabase, type Database } from '#db/open.server.ts';

const migrations = new URL('../src/db/migrations/', import.meta.url);

/**
 * A migrated, empty database for one test worker: a copy of a template directory made once per set of migrations, or a
 * database of its own on the PostgreSQL at TEST_DATABASE_URL where FORUM_ON is "postgres".
 */
export async function openTestDatabase(on = process.env.FORUM_ON): Promise<Database> {
  if (on === 'postgres') return openOnPostgres(process.env.TEST_DATABASE_URL!);
  const directory = mkdtempSync(join(tmpdir(), 'rapporteur-test-'));
  process.on('exit', () => rmSync(directory, { recursive: true, force: true }));
  cpSync(await template(), directory, { recursive: true });
  return openDatabase({ directory });
}

/** The folder of a migrated, empty embedded database, closed. */
export async function template(): Promise<string> {
  const hash = createHash('sha256');
  for (const file of readdirSync(migrations).sort()) hash.update(file).update(readFileSync(new URL(file, migrations)));
  const folder = join(tmpdir(), `rapporteur-template-${hash.digest('hex').slice(0, 16)}`);
  if (existsSync(folder)) return folder;
  const making = mkdtempSync(`${folder}-`);
  const database = await openDatabase({ directory: making });
  await database.close();
  rmSync(join(making, 'lock'), { force: true });
  try {
    renameSync(making, folder);
  } catch {
    // Another worker was quicker.
    rmSync(making, { recursive: true, force: true });
  }
  return folder;
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
