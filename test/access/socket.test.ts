// Who may do what at the command socket of a running server: whoever owns the data directory, as anybody or as the program;
// nobody else on the machine gets as far as asking.
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { sql } from 'kysely';
import { describe, expect } from 'vitest';
import { acts } from '#acts.ts';
import { commands } from '#cli/commands.ts';
import { callServer, openCommandSocket } from '#cli/socket.ts';
import type { Terminal } from '#cli/terminal.ts';
import { catalogues, say } from '#messages/say.ts';
import { openAccount } from '#people/acts.ts';
import { perform } from '#record/act.ts';
import type { Forum } from '#record/forum.ts';
import { program } from '#record/viewer.ts';
import { readSettings, type Settings } from '#settings.ts';
import { forumTest } from '#test/forum.ts';
import { denials } from './denials.ts';
import { everyone, rolesForum, type Who } from './roles-forum.ts';
import { table } from './table.ts';

/** What each command lets its caller act as. A command without a row fails. */
const actsAs: Record<string, 'the program' | 'whom it names, or the program' | 'nobody: it reads'> = {
  import: 'the program',
  draft: 'the program',
  ledger: 'nobody: it reads',
  check: 'nobody: it reads',
  export: 'nobody: it reads',
  backup: 'nobody: it reads',
  verify: 'nobody: it reads',
  handover: 'the program',
  act: 'whom it names, or the program',
  acts: 'nobody: it reads',
};

describe('the command socket', () => {
  forumTest(
    'gives every act to whoever is named as the table says, and to the program',
    { timeout: 300_000 },
    async ({ forum }) => {
      const { viewers, ids } = await rolesForum(forum);
      const logins = await accountsFor(forum, ids.edition, viewers);
      const refusals = [...denials, 'cli.not_found'].map(beginningOf);
      const rows = table(ids);
      expect(Object.keys(rows).sort(), 'an act without a row').toEqual(acts.map(({ name }) => name).sort());
      await withSocket(forum, async (settings) => {
        for (const [name, [expected, input]] of Object.entries(rows)) {
          const may: string[] = [];
          for (const [who, email] of [...logins, ['program', null] as const]) {
            const words = [name, JSON.stringify(input), ...(email ? ['--as', email] : [])];
            const { status, err } = await undone(forum, () => call(settings, 'act', words));
            expect({ name, who, err }).not.toMatchObject({ err: say('cli.broken') });
            const isDenied = refusals.some((sentence) => err.startsWith(sentence));
            if (status === 0 || !isDenied) may.push(who);
          }
          // The program stands in for offices and for what nobody does by hand; what is somebody's own is theirs alone.
          expect({ [name]: may.filter((who) => who !== 'program') }).toEqual({ [name]: expected.filter((who) => who !== 'visitor') }); // prettier-ignore
        }
      });
    },
  );

  forumTest('has a row for each of its commands, and those that read change nothing', async ({ forum }) => {
    expect(Object.keys(actsAs).sort(), 'a command without a row').toEqual(commands.map(({ name }) => name).sort());
    await rolesForum(forum);
    const before = await stateOf(forum);
    await withSocket(forum, async (settings) => {
      for (const [name, as] of Object.entries(actsAs))
        if (as === 'nobody: it reads' && name !== 'backup' && name !== 'verify')
          expect((await call(settings, name, name === 'acts' ? [] : ['2.1'])).err).not.toBe(say('cli.broken'));
    });
    expect(await stateOf(forum)).toEqual(before);
  });

  forumTest('answers nothing but its commands, and whatever is said to it, it goes on', async ({ forum }) => {
    await withSocket(forum, async (settings, path) => {
      for (const name of ['restore', 'constructor', '__proto__', 'toString', '', 'act '])
        expect(await said(path, `${JSON.stringify({ call: { name, words: [], file: null } })}\n`)).toBe('');
      for (const words of [
        '\n',
        'GET / HTTP/1.1\r\n\r\n',
        '{"call":',
        '[]\n',
        'null\n',
        '{"call":{"name":"acts"}}\n',
        '{"call":{"name":"acts","words":"x"}}\n',
        '{"call":{"name":"act","words":[1,{}]}}\n',
        `${'x'.repeat(2_000_000)}\n`,
        '\u0000\u0000\n',
      ])
        expect(await said(path, words)).toBe('');
      expect(await call(settings, 'acts', [])).toMatchObject({ status: 0 });
    });
  });

  forumTest('is reached by nobody else on the machine', async ({ forum }) => {
    await withSocket(forum, async ({ dataDirectory }, path) => {
      const mode = (at: string) => (statSync(at).mode & 0o777).toString(8);
      expect([mode(join(dataDirectory, 'command')), mode(dirname(path)), mode(path)]).toEqual(['600', '700', '600']);
      if (process.getuid?.() !== 0) return;
      // Also in a data directory that everyone may enter.
      chmodSync(dataDirectory, 0o755);
      const other = Number(execFileSync('id', ['-u', 'nobody'], { encoding: 'utf8' }));
      const may = (uid: number, what: string, at: string) => {
        try {
          execFileSync('/bin/sh', ['-c', `test ${what} "$1"`, 'sh', at], { uid, cwd: '/' });
          return true;
        } catch {
          return false;
        }
      };
      expect([may(0, '-r', join(dataDirectory, 'command')), may(0, '-w', path)]).toEqual([true, true]);
      expect([may(other, '-x', dataDirectory), may(other, '-r', join(dataDirectory, 'command')), may(other, '-w', path)]).toEqual([true, false, false]); // prettier-ignore
    });
  });
});

/** A sentence up to where it names something. */
function beginningOf(code: string): string {
  const [beginning = ''] = catalogues.en![code]!.split('{');
  expect(beginning.length, code).toBeGreaterThan(8);
  return beginning;
}

/** An account for everyone who has none yet, by what they sign in with. A visitor has none. */
async function accountsFor(forum: Forum, edition: string, viewers: Awaited<ReturnType<typeof rolesForum>>['viewers']) {
  const logins: [Who, string][] = [];
  for (const [i, who] of everyone.entries()) {
    const person = viewers[who].personId;
    if (!person) continue;
    const has = await forum.db.selectFrom('login').select('email').where('person_id', '=', person).executeTakeFirst();
    const email = has?.email ?? `role${i}@lakeforum.example`;
    if (!has) await perform(forum, program, openAccount, { edition, person, email, password: 'every voice counts' });
    logins.push([who, email]);
  }
  expect(logins).toHaveLength(everyone.length - 1);
  return logins;
}

async function withSocket(forum: Forum, work: (settings: Settings, path: string) => Promise<void>): Promise<void> {
  const directory = mkdtempSync(join(tmpdir(), 'rapporteur-socket-'));
  const settings = readSettings({ DATA_DIR: directory });
  const close = await openCommandSocket({ forum }, settings);
  try {
    await work(settings, readFileSync(join(directory, 'command'), 'utf8').split('\n')[0]!);
  } finally {
    close();
    rmSync(directory, { recursive: true, force: true });
  }
}

async function call(
  settings: Settings,
  name: string,
  words: string[],
): Promise<{ status: number | null; err: string }> {
  let err = '';
  const terminal: Terminal = {
    print: () => {},
    error: (text) => void (err += `${text}\n`),
    ask: async () => null,
    save: async () => {},
    saveAll: async () => 0,
    saveFolder: async () => {},
  };
  return { status: await callServer(settings, { name, words, file: null }, terminal), err: err.trimEnd() };
}

async function undone<T>(forum: Forum, work: () => Promise<T>): Promise<T> {
  await sql`savepoint attempt`.execute(forum.db);
  try {
    return await work();
  } finally {
    await sql`rollback to savepoint attempt; release savepoint attempt`.execute(forum.db);
  }
}

/** What comes back until the socket closes. */
function said(path: string, words: string): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(path);
    let text = '';
    socket.on('data', (data) => (text += String(data)));
    socket.on('error', () => {});
    socket.on('close', () => resolve(text));
    socket.end(words);
  });
}

async function stateOf({ db }: Forum) {
  return db.selectFrom('record_head').select('sequence').executeTakeFirstOrThrow();
}
