import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { makeFolder } from '#db/folder.ts';
import { membersOf, tarEnd, tarMember } from '#keeping/tar.ts';
import { logError } from '#log/log.ts';
import { say } from '#messages/say.ts';
import { Refusal } from '#record/refusals.ts';
import type { Forum } from '#record/forum.ts';
import type { Settings } from '#settings.ts';
import type { ReadFile } from './command.ts';
import { commands, runCommand } from './commands.ts';
import { signOf } from './sign.ts';
import type { Terminal } from './terminal.ts';

// One JSON object a line. From the caller: { call } then { answer }; to the caller: { print }, { error }, { ask }, { save }, { part }, { exit }.
type FromCaller = {
  call?: { name: string; words: string[]; file: ReadFile | null };
  answer?: string | null;
  saved?: string | null;
};
type ToCaller = {
  print?: string;
  error?: string;
  ask?: string;
  exit?: number;
  save?: { path: string; bytes: string };
  /** Of a file; or, as a tar, of a folder. */
  part?: { path: string; bytes: string | null; isFolder?: true };
};

const partLength = 1024 * 1024;

/**
 * Lets `rapporteur` on this machine give its commands to the running server, so that live pages and jobs follow.
 * The socket lies in a folder only its owner can enter; where it is, and for which database, stands in `command` in the
 * data directory, mode 0600.
 */
export async function openCommandSocket({ forum }: { forum: Forum }, settings: Settings): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), 'rapporteur-command-'));
  const clear = () => rmSync(folder, { recursive: true, force: true });
  process.once('exit', clear);
  const path = join(folder, 'socket');
  const server = createServer((socket) => void serve(socket, forum));
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(path, resolve));
  chmodSync(path, 0o600);
  makeFolder(settings.dataDirectory);
  const sign = signOf(settings.dataDirectory);
  const words = `${path}\n${databaseOf(settings)}\n`;
  writeFileSync(`${sign}.new`, words, { mode: 0o600 });
  renameSync(`${sign}.new`, sign);
  return () => {
    server.close();
    // On PostgreSQL a second server may have put up its own since.
    if (existsSync(sign) && readFileSync(sign, 'utf8') === words) rmSync(sign, { force: true });
    clear();
  };
}

async function serve(socket: Socket, forum: Forum): Promise<void> {
  const send = (message: ToCaller) => void socket.write(`${JSON.stringify(message)}\n`);
  // A caller that goes away is no trouble of the server's.
  socket.on('error', () => socket.destroy());
  const lines = createInterface({ input: socket })[Symbol.asyncIterator]();
  const next = async () => understood((await lines.next()).value);
  const hand = async (part: NonNullable<ToCaller['part']>) => {
    send({ part });
    const { saved } = await next();
    if (saved !== null) throw new Refusal({ code: 'cli.cannot_write', values: { path: part.path, why: saved ?? '' } });
  };
  const terminal: Terminal = {
    print: (text) => send({ print: text }),
    error: (text) => send({ error: text }),
    async ask(question) {
      send({ ask: question });
      return (await next()).answer ?? null;
    },
    async save(path, bytes) {
      send({ save: { path, bytes: Buffer.from(bytes).toString('base64') } });
      const { saved } = await next();
      // The caller's own words: it could not write there.
      if (saved) throw new Refusal({ code: 'cli.cannot_write', values: { path, why: saved } });
    },
    async saveAll(path, pieces) {
      let length = 0;
      for await (const piece of pieces) {
        await hand({ path, bytes: Buffer.from(piece).toString('base64') });
        length += piece.length;
      }
      await hand({ path, bytes: null });
      return length;
    },
    async saveFolder(path, members) {
      const of = { path, isFolder: true } as const;
      for await (const member of members) {
        const bytes = tarMember(member);
        for (let at = 0; at < bytes.length; at += partLength)
          await hand({ ...of, bytes: bytes.toString('base64', at, at + partLength) });
      }
      await hand({ ...of, bytes: tarEnd.toString('base64') });
      await hand({ ...of, bytes: null });
    },
  };
  try {
    const { call } = await next();
    if (call && isWords(call.words) && commands.some(({ name }) => name === call.name))
      send({ exit: await runCommand(call.name, { words: call.words, file: call.file, terminal, forum }) });
  } catch (error) {
    // A bug in one command must not end the server for everyone.
    logError('A command broke', error);
    terminal.error(say('cli.broken'));
    send({ exit: 1 });
  } finally {
    socket.end();
  }
}

/** What was said, or nothing where it is no JSON object: whoever talks of something else is hung up on. */
function understood(line = '{}'): FromCaller {
  try {
    const message: unknown = JSON.parse(line);
    return typeof message === 'object' && message !== null ? message : {};
  } catch {
    return {};
  }
}

function isWords(words: unknown): words is string[] {
  return Array.isArray(words) && words.every((word) => typeof word === 'string');
}

/** Gives a command to the running server; null when there is none. */
export async function callServer(
  settings: Settings,
  call: { name: string; words: string[]; file: ReadFile | null },
  terminal: Terminal,
): Promise<number | null> {
  const socket = await reach(settings);
  if (!socket) return null;
  const send = (message: FromCaller) => void socket.write(`${JSON.stringify(message)}\n`);
  send({ call });
  const parts = takeParts(terminal);
  try {
    for await (const line of createInterface({ input: socket })) {
      const message = JSON.parse(line) as ToCaller;
      if (message.print !== undefined) terminal.print(message.print);
      if (message.error !== undefined) terminal.error(message.error);
      if (message.ask !== undefined) send({ answer: await terminal.ask(message.ask) });
      if (message.save !== undefined) send({ saved: await savedHere(message.save, terminal) });
      if (message.part !== undefined) send({ saved: await parts.take(message.part) });
      if (message.exit !== undefined) return message.exit;
    }
  } catch {
    // The connection broke, or the server ended in the middle of a line.
  } finally {
    await parts.end();
    socket.destroy();
  }
  terminal.error(say('cli.server_gone'));
  return 1;
}

/** Null where it was written, otherwise why not. */
async function savedHere({ path, bytes }: { path: string; bytes: string }, terminal: Terminal): Promise<string | null> {
  try {
    await terminal.save(path, Buffer.from(bytes, 'base64'));
    return null;
  } catch (error) {
    if (error instanceof Refusal) return String(error.values.why);
    throw error;
  }
}

/** A file that comes in parts, written as they come. One whose end never comes is not kept. */
function takeParts(terminal: Terminal) {
  let writing: { give(bytes: Buffer | null | Error): Promise<void>; done: Promise<string | null> } | undefined;
  const begin = (path: string, isFolder = false) => {
    const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
    const writer = writable.getWriter();
    const bytes = readable as AsyncIterable<Buffer>;
    const saving = isFolder ? terminal.saveFolder(path, membersOf(bytes, Infinity)) : terminal.saveAll(path, readable);
    const done = saving.then(
      () => null,
      (error) => (error instanceof Refusal ? String(error.values.why) : String(error)),
    );
    return {
      done,
      give: (bytes: Buffer | null | Error) =>
        bytes instanceof Error ? writer.abort(bytes) : bytes ? writer.write(bytes) : writer.close(),
    };
  };
  return {
    /** Null where it could be written, otherwise why not. */
    async take({ path, bytes, isFolder }: NonNullable<ToCaller['part']>): Promise<string | null> {
      writing ??= begin(path, isFolder);
      const given = writing.give(bytes === null ? null : Buffer.from(bytes, 'base64')).then(() => null);
      given.catch(() => {});
      const outcome = await Promise.race([writing.done, bytes === null ? writing.done : given]);
      if (bytes === null || outcome !== null) writing = undefined;
      return outcome;
    },
    async end(): Promise<void> {
      await writing?.give(new Error('cut short')).catch(() => {});
      await writing?.done;
    },
  };
}

function reach(settings: Settings): Promise<Socket | null> {
  let path: string | undefined;
  let database: string | undefined;
  try {
    [path, database] = readFileSync(signOf(settings.dataDirectory), 'utf8').split('\n');
  } catch {
    // No server has opened this directory.
  }
  // A server on another database is not the one that is meant.
  if (!path || database !== databaseOf(settings)) return Promise.resolve(null);
  const socket = connect(path);
  return new Promise((resolve) => {
    socket.once('connect', () => resolve(socket));
    // A server that was killed leaves its sign behind.
    socket.on('error', () => resolve(null));
  });
}

/** Which database is meant, without saying where it is: its address may hold a password. */
function databaseOf({ databaseUrl = '' }: Settings): string {
  return createHash('sha256').update(databaseUrl).digest('hex').slice(0, 16);
}
