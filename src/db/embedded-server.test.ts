import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import type { Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serve } from './embedded-server.ts';

const folder = mkdtempSync(join(tmpdir(), 'rapporteur-test-'));
let database: PGlite;
let server: Server;

beforeAll(async () => {
  database = await PGlite.create();
  server = await serve(database, join(folder, '.s.PGSQL.5432'));
  await database.exec('create table said (words text)');
}, 60_000);

afterAll(async () => {
  server.close();
  await database.close();
  rmSync(folder, { recursive: true });
});

describe('a client of the embedded database', () => {
  it('is answered, with and without parameters, under a name or not', async () => {
    const client = await connect();
    expect((await client.query('select 1 as one; select 2 as two')) as unknown).toMatchObject([
      { rows: [{ one: 1 }] },
      { rows: [{ two: 2 }] },
    ]);
    for (const given of [3, 4]) {
      const named = { name: 'twice', text: 'select $1::int * 2 as twice', values: [given] };
      expect((await client.query(named)).rows).toEqual([{ twice: given * 2 }]);
    }
    await leave(client);
  });

  it('is told of an error and can go on', async () => {
    const client = await connect();
    for (const [text, values] of [
      ['select $1::int / 0', [1]],
      ['select $1::int', ['word']],
      ['select * from nowhere where a = $1', [1]],
      ['not a query', undefined],
    ] as const) {
      await expect(client.query(text, values && [...values])).rejects.toThrow(pg.DatabaseError);
      expect((await client.query('select $1::int as still', [7])).rows).toEqual([{ still: 7 }]);
    }
    await leave(client);
  });

  it('may ask before it has been answered, and hears of each question what came of it', async () => {
    const client = await connect({ pipeline: true });
    const asked = [1, 0, 2].map((n) => client.query({ name: 'sixth', text: 'select 6 / $1::int as n', values: [n] }));
    const heard = await Promise.allSettled([...asked, client.query('select 7 as n')]);
    expect(heard.map((end) => (end.status === 'fulfilled' ? end.value.rows[0].n : end.reason.message))).toEqual([
      6,
      'division by zero',
      3,
      7,
    ]);
    await leave(client);
  });

  it('may ask and be answered at length', async () => {
    const client = await connect();
    const words = 'é–𝄞'.repeat(500_000);
    const { rows } = await client.query('select $1::text as words, generate_series(1, 3) as n', [words]);
    expect(rows.map(({ n }) => n)).toEqual([1, 2, 3]);
    expect(rows.every((row) => row.words === words)).toBe(true);
    await leave(client);
  });

  it('leaves nothing of an unfinished transaction, nor a prepared query, to the next', async () => {
    const first = await connect();
    await first.query({ name: 'same', text: 'select $1::int as a', values: [1] });
    await first.query('begin');
    await first.query("insert into said values ('never committed')");
    await leave(first);
    const second = await connect();
    expect((await second.query('select * from said')).rows).toEqual([]);
    expect((await second.query({ name: 'same', text: 'select $1::text as b', values: ['x'] })).rows).toEqual([
      { b: 'x' },
    ]);
    await leave(second);
  });

  it('is alone: a second one waits until the first has left', async () => {
    const first = await connect();
    const heard: string[] = [];
    const second = connect().then((client) => {
      heard.push('second');
      return client;
    });
    await first.query('select 1');
    heard.push('first');
    await first.end();
    await leave(await second);
    expect(heard).toEqual(['first', 'second']);
  });
});

async function connect(how: pg.ClientConfig = {}): Promise<pg.Client> {
  const client = new pg.Client({ host: folder, user: 'postgres', database: 'postgres', ...how });
  await client.connect();
  return client;
}

/** And waits until the server has seen it go. */
async function leave(client: pg.Client): Promise<void> {
  const gone = new Promise<void>((resolve) => {
    const look = () => server.getConnections((_error, left) => (left === 0 ? resolve() : setTimeout(look, 5)));
    look();
  });
  await Promise.all([client.end(), once(client, 'end')]);
  await gone;
  await database.query('select 1');
}
