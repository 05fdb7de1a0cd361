import { readdirSync, readFileSync } from 'node:fs';
import pg from 'pg';
import { expect, test } from 'vitest';
import { openDatabase } from '#db/open.server.ts';
import { openRapporteur } from '#open.ts';
import { perform } from '#record/act.ts';
import { readSettings } from '#settings.ts';
import { submitComment } from '#statements/acts.ts';
import { statementsOf } from '#statements/queries.ts';
import { roundtableNumbered } from '#programme/queries.ts';
import { testNow } from '#test/forum.ts';
import { smallForum } from '#test/small-forum.ts';
import { newFolder } from './programs.ts';

const postgres = process.env.TEST_DATABASE_URL;
const migrations = new URL('../../src/db/migrations/', import.meta.url);

// docs/operating.md: the older version serves on while the newer one brings the tables up to date.
test.each(readdirSync(migrations).filter((file) => file >= '0022'))('%s takes nothing away that is in use', (file) => {
  const statements = readFileSync(new URL(file, migrations), 'utf8').replace(/--.*$/gm, '').toLowerCase().split(';');
  const takesAway = /\b(drop (table|column|view|function)|rename|truncate|alter (column )?\w+ (type|set not null))\b/;
  const demands = /add column \w+ [^,;]*\bnot null\b(?![^,;]*\bdefault\b)/;
  const wrong = statements.filter(
    (sql) => takesAway.test(sql) || demands.test(sql.replace(/\bdefault\b[^,]*not null/, 'default')),
  );
  expect(wrong.map((sql) => sql.trim())).toEqual([]);
});

test.skipIf(!postgres)(
  'every table gains a column under a serving process, which goes on reading and writing',
  { timeout: 60_000 },
  async () => {
    const { url, client } = await freshDatabase('upgrading');
    const rapporteur = await openRapporteur(readSettings({ DATABASE_URL: url, DATA_DIR: newFolder() }));
    const forum = { ...rapporteur.forum, now: () => testNow };
    try {
      const { edition, roundtable, delegate } = await smallForum(forum);
      const comment = (body: string) => perform(forum, delegate, submitComment, { roundtable, body });
      const read = async () => statementsOf(forum.db, delegate, (await roundtableNumbered(forum.db, edition, '2.1'))!);
      await Promise.all(['one', 'two', 'three'].map(comment));
      expect(await read()).toHaveLength(3);
      const inside = new pg.Client({ connectionString: url });
      await inside.connect();
      const { rows } = await inside.query<{ tablename: string }>(
        "select tablename from pg_tables where schemaname = 'public'",
      );
      for (const { tablename } of rows)
        await inside.query(`alter table ${tablename} add column later text not null default 'new'`);
      await inside.end();
      await Promise.all(['four', 'five', 'six'].map(comment));
      expect((await read()).map(({ body }) => body).sort()).toEqual(['five', 'four', 'one', 'six', 'three', 'two']);
    } finally {
      await rapporteur.close();
      await client.query('drop database upgrading with (force)');
      await client.end();
    }
  },
);

test.skipIf(!postgres)(
  'tables that a newer version has brought up to date are named to an older one',
  { timeout: 60_000 },
  async () => {
    const { url, client } = await freshDatabase('outgrown');
    const database = await openDatabase({ url, directory: newFolder() });
    await database.pool.query("insert into kysely_migration (name, timestamp) values ('9999_later', '2030')");
    await database.close();
    await expect(openDatabase({ url, directory: newFolder() })).rejects.toMatchObject({
      code: 'database.too_new',
      values: { name: '9999_later' },
    });
    await client.query('drop database outgrown with (force)');
    await client.end();
  },
);

async function freshDatabase(name: string): Promise<{ url: string; client: pg.Client }> {
  const client = new pg.Client({ connectionString: postgres });
  await client.connect();
  await client.query(`drop database if exists ${name} with (force)`);
  await client.query(`create database ${name}`);
  const url = new URL(postgres!);
  url.pathname = `/${name}`;
  return { url: url.href, client };
}
