import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { makeDataDirectory } from '#test/database.ts';
import { migrationsKnown } from './migrate.ts';
import { openDatabase } from './open.server.ts';

it(
  'a copied database is the one that migrating makes, to the last function, and holds no line',
  { timeout: 60_000 },
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'rapporteur-test-'));
    const [copied, migrated] = [join(folder, 'copied'), join(folder, 'migrated')];
    await makeDataDirectory(copied);
    const ours = await told(copied);
    expect(ours.tables.length).toBeGreaterThan(60);
    expect(ours).toEqual(await told(migrated, await migrationsKnown()));
    expect(ours.rows).toEqual({ record_head: 1 });
    rmSync(folder, { recursive: true });
  },
);

async function told(directory: string, only?: readonly string[]) {
  const { db, close } = await openDatabase({ directory }, only);
  const list = async (query: string) =>
    (await sql.raw<{ line: string }>(query).execute(db)).rows.map(({ line }) => line);
  const tables = await list(
    `select table_name as line from information_schema.tables where table_schema = 'public' order by 1`,
  );
  const rows: Record<string, number> = {};
  for (const table of tables.filter((name) => !name.startsWith('kysely'))) {
    const [count] = await list(`select count(*) as line from ${table}`);
    if (Number(count) > 0) rows[table] = Number(count);
  }
  const all = {
    tables,
    rows,
    columns:
      await list(`select concat_ws(' ', table_name, ordinal_position, column_name, data_type, udt_name, is_nullable, column_default, generation_expression) as line
      from information_schema.columns where table_schema = 'public' order by 1`),
    constraints: await list(`select concat_ws(' ', conrelid::regclass, conname, pg_get_constraintdef(oid)) as line
      from pg_constraint where connamespace = 'public'::regnamespace order by 1`),
    indexes: await list(`select indexdef as line from pg_indexes where schemaname = 'public' order by 1`),
    functions:
      await list(`select pg_get_functiondef(oid) as line from pg_proc where pronamespace = 'public'::regnamespace
      and prokind = 'f' order by 1`),
    triggers: await list(`select pg_get_triggerdef(t.oid) as line from pg_trigger t join pg_class c on c.oid = t.tgrelid
      where c.relnamespace = 'public'::regnamespace and not t.tgisinternal order by 1`),
    migrations: await list('select name as line from kysely_migration order by 1'),
  };
  await close();
  return all;
}
