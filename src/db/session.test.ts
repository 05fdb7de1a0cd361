import { mkdtempSync, rmSync } from 'node:fs';
import type { Server, Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { Kysely, sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { EmbeddedDialect } from './embedded-dialect.ts';
import { serve } from './embedded-server.ts';
import type { DB } from './schema.ts';
import { Session } from './session.ts';
import { sideBySide } from './side-by-side.ts';

const folder = mkdtempSync(join(tmpdir(), 'rapporteur-test-'));
let database: PGlite;
let server: Server;
let latest: Socket;
let session: Session;

beforeAll(async () => {
  database = await PGlite.create();
  server = await serve(database, join(folder, '.s.PGSQL.5432'));
  server.on('connection', (socket) => (latest = socket));
  await database.exec('create table said (words text unique)');
}, 60_000);

beforeEach(async () => {
  await session?.end();
  session = new Session({ host: folder, user: 'postgres', database: 'postgres' });
  await session.query('delete from said');
});

afterAll(async () => {
  await session.end();
  server.close();
  await database.close();
  rmSync(folder, { recursive: true });
});

async function said(): Promise<string[]> {
  const { rows } = await session.query<{ words: string }>('select words from said order by words');
  return rows.map(({ words }) => words);
}

it('what others ask waits for the end of a transaction, and is none of it', async () => {
  const asker = await session.connect();
  await asker.query('begin');
  const inside = asker.query("insert into said values ('inside')");
  const others = [said(), session.query("insert into said values ('others')"), said()] as const;
  await inside;
  expect(session.waitingCount).toBe(3);
  const ending = asker.query('rollback');
  expect(session.waitingCount).toBe(0);
  await ending;
  asker.release();
  expect([await others[0], await others[2]]).toEqual([[], ['others']]);
  expect(session.idleCount).toBe(1);
});

it('transactions follow one another, each whole', async () => {
  const write = async (words: string) => {
    const asker = await session.connect();
    try {
      await asker.query('begin');
      const { rows } = await asker.query('select count(*)::int as before from said');
      await asker.query('insert into said values ($1)', [`${rows[0].before} ${words}`]);
      await asker.query('commit');
    } finally {
      asker.release();
    }
  };
  await Promise.all(['one', 'two', 'three'].map(write));
  expect(await said()).toEqual(['0 one', '1 two', '2 three']);
});

it('a text that begins a transaction and fails within it leaves none behind', async () => {
  const failing = session.query("BEGIN; insert into said values ('half'); select 1 / 0; COMMIT");
  const after = said();
  await expect(failing).rejects.toThrow('division by zero');
  expect(await after).toEqual([]);
  expect(await said()).toEqual([]);
});

it('a transaction whose connection was lost is not gone on with, and others are answered over a new one', async () => {
  const asker = await session.connect();
  await asker.query('begin');
  await asker.query("insert into said values ('lost')");
  const waiting = said();
  latest.destroy();
  expect(await waiting).toEqual([]);
  await expect(asker.query("insert into said values ('alone')")).rejects.toThrow('Connection terminated');
  asker.release();
  expect(await said()).toEqual([]);
});

it('nobody is answered any more after its end, which waits for what is under way', async () => {
  const asker = await session.connect();
  await asker.query('begin');
  await asker.query("insert into said values ('kept')");
  const ending = session.end();
  const late = session.query('select 1');
  late.catch(() => {});
  await asker.query('commit');
  asker.release();
  await ending;
  await expect(late).rejects.toThrow('Cannot use a pool');
  await expect(session.query('select 1')).rejects.toThrow('Cannot use a pool');
  session = new Session({ host: folder, user: 'postgres', database: 'postgres' });
  expect(await said()).toEqual(['kept']);
});

it('in a transaction whose questions go side by side they are sent at one go, and fail with it', async () => {
  const db = new Kysely<DB>({ dialect: new EmbeddedDialect(session, folder) });
  const say = (tx: Kysely<DB>, words: string) => sql`insert into said values (${words})`.execute(tx);
  let pieces = 0;
  latest.on('data', () => (pieces += 1));
  await db.transaction().execute(async (tx) => {
    const beside = await sideBySide(tx);
    expect(beside.isTransaction).toBe(true);
    // Prepared, so that what is counted is asking.
    await say(beside, 'zero');
    pieces = 0;
    await Promise.all(['one', 'two', 'three'].map((words) => say(beside, words)));
    expect(pieces).toBe(1);
  });
  expect(await said()).toEqual(['one', 'three', 'two', 'zero']);

  const failing = db.transaction().execute(async (tx) => {
    const beside = await sideBySide(tx);
    const ends = await Promise.allSettled(['four', 'one', 'five'].map((words) => say(beside, words)));
    expect(ends.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected']);
    throw new Error('one was there already');
  });
  await expect(failing).rejects.toThrow('one was there already');
  expect(await said()).toEqual(['one', 'three', 'two', 'zero']);
});

it('a text is prepared when it is asked again', async () => {
  const prepared = async () => {
    const { rows } = await session.query<{ statement: string }>('select statement from pg_prepared_statements');
    return rows.map(({ statement }) => statement);
  };
  const ask = (words: string) => session.query('select words from said where words = $1', [words]);
  await ask('once');
  expect(await prepared()).toEqual([]);
  await ask('twice');
  expect(await prepared()).toEqual(['select words from said where words = $1']);
});
