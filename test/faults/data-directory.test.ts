import { existsSync, mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { openDatabase } from '#db/open.server.ts';
import { say } from '#messages/say.ts';
import { freePort, freshDirectory, newFolder, rapporteur, server } from './programs.ts';

const report = new URL('../../src/importing/golden/report.txt', import.meta.url).pathname;

test(
  'one server has the directory: commands go through it, a second is refused, Ctrl-C closes it',
  { timeout: 60_000 },
  async () => {
    const directory = await freshDirectory('data with spaces é');
    const port = await freePort();
    const first = server({ directory, port });
    await first.ready;
    // What the database writes is for its owner alone.
    expect((statSync(join(directory, 'pg')).mode & 0o777).toString(8)).toBe('700');
    const [imported, nothing, second, samePort] = await Promise.all([
      rapporteur(['import', report, '--yes'], { directory }),
      rapporteur(['import', '-', '--yes'], { directory, input: 'The sun rose. Rivers ran to the sea.\n' }),
      server({ directory, port: await freePort() }).ended,
      server({ directory: newFolder(), port }).ended,
    ]);
    expect(imported).toMatchObject({ status: 0, err: '' });
    expect(nothing).toEqual(refused('document.nothing_found', { name: 'standard input' }));
    expect(second).toEqual({ status: 1, out: '', err: `${say('database.directory_in_use', { directory })}\n` });
    expect(samePort).toEqual({ status: 1, out: '', err: `${say('server.port_in_use', { port: String(port) })}\n` });
    expect(await (await fetch(`${first.address}/work-and-skills`)).text()).toContain('Fair recruitment');
    first.child.kill('SIGINT');
    expect(await first.ended).toMatchObject({ status: 0, err: '' });
    expect(existsSync(join(directory, 'command'))).toBe(false);
    expect(await editions(directory)).toEqual(['Work and Skills']);
  },
);

test('kill -9 leaves a sign behind that misleads nobody, and the next start stands', { timeout: 60_000 }, async () => {
  const directory = await freshDirectory();
  const killed = server({ directory, port: await freePort() });
  await killed.ready;
  killed.child.kill('SIGKILL');
  await killed.ended;
  expect(existsSync(join(directory, 'command'))).toBe(true);
  expect(await rapporteur(['draft', '2.1'], { directory })).toEqual(refused('cli.no_edition'));
  const next = server({ directory, port: await freePort() });
  await next.ready;
  next.child.kill('SIGTERM');
  expect(await next.ended).toMatchObject({ status: 0, err: '' });
});

test(
  'a signal during the start ends it at once, and a first start cut short is made anew',
  { timeout: 60_000 },
  async () => {
    const directory = join(newFolder(), 'data');
    const starting = server({ directory, port: await freePort() });
    while (!existsSync(directory)) await new Promise((resolve) => setTimeout(resolve, 5));
    starting.child.kill('SIGTERM');
    expect(await starting.ended).toEqual({ status: 0, out: '', err: '' });
    // As one leaves it that was cut short while it was being made.
    rmSync(join(directory, 'pg'), { recursive: true, force: true });
    mkdirSync(join(directory, 'pg.new'), { recursive: true });
    writeFileSync(join(directory, 'pg.new', 'PG_VERSION'), 'half');
    expect(await rapporteur(['draft', '2.1'], { directory })).toEqual(refused('cli.no_edition'));
    expect(existsSync(join(directory, 'pg.new'))).toBe(false);
  },
);

test('a stranger holds the lock and answers no commands', { timeout: 60_000 }, async () => {
  const directory = newFolder();
  const stranger = new DatabaseSync(join(directory, 'lock'));
  stranger.exec('pragma locking_mode = exclusive; begin exclusive');
  // POSIX locks do not hold against their own process, so the program must be another: it is.
  expect(await rapporteur(['acts'], { directory })).toEqual(refused('database.directory_in_use', { directory }));
  stranger.close();
});

test('a folder that cannot be', { timeout: 60_000 }, async () => {
  const file = join(newFolder(), 'file');
  writeFileSync(file, 'not a folder');
  const deep = join(newFolder(), 'x'.repeat(300));
  const below = process.platform === 'linux' ? '/proc/rapporteur/data' : join(file, 'data');
  const said = await Promise.all(
    [file, join(file, 'data'), deep, below].map((directory) => rapporteur(['acts'], { directory })),
  );
  for (const { status, out, err } of said) {
    expect({ status, out }).toEqual({ status: 2, out: '' });
    expect(err).toMatch(/^The folder .* cannot be written: .* Choose another with DATA_DIR\.\n$/);
  }
});

test('a very long path is a path', { timeout: 60_000 }, async () => {
  const directory = await freshDirectory(join('y'.repeat(200), 'z'.repeat(200)));
  expect(await rapporteur(['draft', '2.1'], { directory })).toEqual(refused('cli.no_edition'));
});

test.each([
  ['a port', { port: 'eighty' }, say('server.port_wrong', { port: 'eighty' })],
  ['an option', { port: 1, words: ['--full'] }, say('server.option_unknown', { word: '--full' })],
])('%s that is none', { timeout: 60_000 }, async (_, wrong, sentence) => {
  expect(await server(wrong).ended).toEqual({ status: 1, out: '', err: `${sentence}\n` });
});

test('a command is told of a setting that cannot be meant', { timeout: 60_000 }, async () => {
  const settings = { ORIGIN: 'forum.example' };
  expect(await rapporteur(['ledger', '2.1'], { settings })).toEqual(
    refused('server.origin_wrong', { origin: 'forum.example' }),
  );
});

function refused(code: string, values?: Record<string, string>) {
  return { status: 2, out: '', err: `${say(code, values)}\n` };
}

async function editions(directory: string): Promise<string[]> {
  const { db, close } = await openDatabase({ directory });
  const rows = await db.selectFrom('edition').select('name').execute();
  await close();
  return rows.map(({ name }) => name);
}
