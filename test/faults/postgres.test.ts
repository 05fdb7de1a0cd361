import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import pg from 'pg';
import { expect, test } from 'vitest';
import { say } from '#messages/say.ts';
import { freePort, newFolder, rapporteur, server } from './programs.ts';

const postgres = process.env.TEST_DATABASE_URL;

test('a wrong DATABASE_URL is one sentence, which never holds the password', { timeout: 60_000 }, async () => {
  const nobody = await freePort();
  const silent = createServer().listen(0, '127.0.0.1');
  await once(silent, 'listening');
  const { port } = silent.address() as AddressInfo;
  const wrong = [
    ['mysql://a:s3cret@localhost/b', /^DATABASE_URL is not the address of a PostgreSQL database/],
    [
      'postgres://a:s3cret@rapporteur.invalid/b',
      /^The database at DATABASE_URL cannot be reached: .*rapporteur\.invalid/,
    ],
    [`postgres://a:s3cret@127.0.0.1:${nobody}/b`, /cannot be reached: .*ECONNREFUSED/],
    [`postgres://a:s3cret@127.0.0.1:${port}/b`, /cannot be reached: .*tim/],
  ] as const;
  const said = await Promise.all(wrong.map(([databaseUrl]) => rapporteur(['acts'], { databaseUrl })));
  silent.close();
  for (const [i, { status, out, err }] of said.entries()) {
    expect({ status, out }).toEqual({ status: 2, out: '' });
    expect(err).toMatch(wrong[i]![1]);
    expect(err.trim()).not.toMatch(/\n|s3cret/);
  }
});

test.skipIf(!postgres)('a database that is not there is named', { timeout: 60_000 }, async () => {
  const url = new URL(postgres!);
  url.pathname = '/nowhere';
  const said = await server({ port: await freePort(), databaseUrl: url.href, directory: newFolder() }).ended;
  expect(said.status).toBe(1);
  expect(said.err).toMatch(/^The database at DATABASE_URL cannot be reached: database "nowhere" does not exist\..*\n$/);
});

test.skipIf(!postgres)(
  'a server outlives its connections being cut, and says so when asked in between',
  { timeout: 60_000 },
  async () => {
    const client = new pg.Client({ connectionString: postgres });
    await client.connect();
    await client.query('create database faults');
    const url = new URL(postgres!);
    url.pathname = '/faults';
    const running = server({
      port: await freePort(),
      databaseUrl: url.href,
      directory: newFolder(),
      words: ['--demo'],
    });
    await running.ready;
    await client.query('alter database faults allow_connections false');
    await client.query("select pg_terminate_backend(pid) from pg_stat_activity where datname = 'faults'");
    const without = await fetch(`${running.address}/lake-forum/search?q=water`);
    expect(without.status).toBe(503);
    expect(await without.text()).toContain(say('database.lost'));
    await client.query('alter database faults allow_connections true');
    const page = await fetch(`${running.address}/lake-forum/search?q=water`);
    expect(page.status).toBe(200);
    running.child.kill('SIGTERM');
    expect((await running.ended).status).toBe(0);
    await client.query('drop database faults with (force)');
    await client.end();
  },
);
