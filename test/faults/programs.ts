import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeDataDirectory } from '#test/database.ts';

const root = new URL('../../', import.meta.url).pathname;
// As `bin/rapporteur` runs a command: what lives for seconds is over before V8 has made the embedded database faster.
const words = ['--disable-warning=ExperimentalWarning', '--liftoff-only'];

// Whatever a failed test left is cleared away when the worker ends.
const running = new Set<ChildProcess>();
const folders = new Set<string>();
process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL');
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

export interface Ended {
  status: number | null;
  out: string;
  err: string;
}

interface Circumstances {
  directory?: string;
  databaseUrl?: string;
  input?: string | Buffer;
  settings?: Record<string, string>;
}

/** Says something to the real `rapporteur` and waits until it has ended. */
export function rapporteur(words: string[], { input = '', ...where }: Circumstances = {}): Promise<Ended> {
  const child = start(['build/server/command.js', ...words], where);
  // One that refuses does not read to the end.
  child.stdin!.on('error', () => {});
  child.stdin!.end(input);
  return end(child);
}

/** Starts the real server; `ready` settles with its words once it serves, and is refused with its end where it does not. */
export function server(where: Circumstances & { port: number | string; words?: string[] }) {
  const settings = { ...where.settings, PORT: String(where.port) };
  const child = start(['build/server/serve.js', ...(where.words ?? ['--empty'])], { ...where, settings });
  const ended = end(child);
  const ready = Promise.race([
    new Promise<void>((resolve) => child.stdout!.on('data', (data: Buffer) => data.includes('is at') && resolve())),
    ended.then(({ err }) => Promise.reject(new Error(`The server did not start: ${err}`))),
  ]);
  ready.catch(() => {});
  return { child, ended, ready, address: `http://localhost:${where.port}` };
}

function start(program: string[], where: Circumstances): ChildProcess {
  const { directory = join(tmpdir(), 'rapporteur-not-opened'), databaseUrl = '', settings } = where;
  const env = { ...process.env, NODE_ENV: '', DATA_DIR: directory, DATABASE_URL: databaseUrl, ...settings };
  const child = spawn(process.execPath, [...words, ...program], { cwd: root, env });
  running.add(child);
  child.once('exit', () => running.delete(child));
  return child;
}

async function end(child: ChildProcess): Promise<Ended> {
  const said = { out: '', err: '' };
  child.stdout!.on('data', (data: Buffer) => (said.out += data));
  child.stderr!.on('data', (data: Buffer) => (said.err += data));
  const [status] = (await once(child, 'close')) as [number | null];
  return { status, ...said };
}

/** A migrated, empty data directory, in a folder of its own that is gone afterwards. */
export async function freshDirectory(name = 'data'): Promise<string> {
  const directory = join(newFolder(), name);
  await makeDataDirectory(directory);
  return directory;
}

export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'rapporteur-fault-'));
  folders.add(folder);
  return folder;
}

/** A port of this machine that nobody listens on. */
export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}
