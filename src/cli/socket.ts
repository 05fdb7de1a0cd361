import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Forum } from '#record/forum.ts';
import type { Settings } from '#settings.ts';
import type { ReadFile } from './command.ts';
import { runCommand } from './commands.ts';
import type { Terminal } from './terminal.ts';

// One JSON object a line. From the caller: { call } then { answer }; to the caller: { print }, { error }, { ask }, { exit }.
type FromCaller = { call?: { name: string; words: string[]; file: ReadFile | null }; answer?: string | null };
type ToCaller = { print?: string; error?: string; ask?: string; exit?: number };

/**
 * Lets `rapporteur` on this machine give its commands to the running server, so that live pages and jobs follow.
 * The socket lies in a folder only its owner can enter; where it is stands in `command` in the data directory, mode 0600.
 */
export async function openCommandSocket({ forum }: { forum: Forum }, settings: Settings): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), 'rapporteur-command-'));
  const path = join(folder, 'socket');
  const server = createServer((socket) => void serve(socket, forum));
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(path, resolve));
  chmodSync(path, 0o600);
  const sign = join(settings.dataDirectory, 'command');
  writeFileSync(sign, path, { mode: 0o600 });
  return () => {
    server.close();
    rmSync(sign, { force: true });
    rmSync(folder, { recursive: true, force: true });
  };
}

async function serve(socket: Socket, forum: Forum): Promise<void> {
  const send = (message: ToCaller) => void socket.write(`${JSON.stringify(message)}\n`);
  const lines = createInterface({ input: socket })[Symbol.asyncIterator]();
  const next = async () => JSON.parse((await lines.next()).value ?? '{}') as FromCaller;
  socket.on('error', () => socket.destroy());
  const terminal: Terminal = {
    print: (text) => send({ print: text }),
    error: (text) => send({ error: text }),
    async ask(question) {
      send({ ask: question });
      return (await next()).answer ?? null;
    },
  };
  const { call } = await next();
  if (call) send({ exit: await runCommand(call.name, { words: call.words, file: call.file, terminal, forum }) });
  socket.end();
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
  for await (const line of createInterface({ input: socket })) {
    const message = JSON.parse(line) as ToCaller;
    if (message.print !== undefined) terminal.print(message.print);
    if (message.error !== undefined) terminal.error(message.error);
    if (message.ask !== undefined) send({ answer: await terminal.ask(message.ask) });
    if (message.exit !== undefined) return message.exit;
  }
  return 1;
}

function reach({ dataDirectory }: Settings): Promise<Socket | null> {
  let path: string;
  try {
    path = readFileSync(join(dataDirectory, 'command'), 'utf8');
  } catch {
    return Promise.resolve(null);
  }
  return new Promise((resolve) => {
    const socket = connect(path);
    socket.once('connect', () => resolve(socket));
    // A server that was killed leaves its sign behind.
    socket.once('error', () => resolve(null));
  });
}
