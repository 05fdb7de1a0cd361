import { execFileSync, spawn } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Postgres {
  url: string;
  /** The folder of its data. */
  data: string;
  /** Ends it – by SIGKILL as a failing machine would, by SIGINT in good order – and starts it again on the same data. */
  again(signal: 'SIGKILL' | 'SIGINT'): Promise<void>;
  stop(): Promise<void>;
}

/**
 * A throw-away PostgreSQL, or null where its programs are not installed. It refuses to run as root, so root runs it as
 * nobody. In a folder of its own below `place`.
 */
export async function startPostgres(place = tmpdir()): Promise<Postgres | null> {
  const programs = findPrograms();
  if (!programs) return null;
  const folder = mkdtempSync(join(place, 'rapporteur-postgres-'));
  const user = process.getuid?.() === 0 ? userNumber('nobody') : undefined;
  if (user) chownSync(folder, user.uid, user.gid);
  const data = join(folder, 'data');
  const words = ['-D', data, '-U', 'postgres', '--auth=trust', '--encoding=UTF8', '--locale=C', '--no-sync'];
  execFileSync(join(programs, 'initdb'), words, { ...user, cwd: folder, stdio: 'ignore' });
  const port = await freePort();
  const settings = ['listen_addresses=127.0.0.1', 'max_connections=60'].flatMap((setting) => ['-c', setting]);
  const start = () =>
    spawn(join(programs, 'postgres'), ['-D', data, '-p', String(port), '-k', folder, ...settings], {
      ...user,
      cwd: folder,
      stdio: 'ignore',
    });
  let server = start();
  const end = async (signal: NodeJS.Signals) => {
    const ended = new Promise((resolve) => server.once('exit', resolve));
    if (server.exitCode === null && server.signalCode === null) server.kill(signal);
    else return;
    await ended;
  };
  process.on('exit', () => server.kill('SIGKILL'));
  const isReady = () => answers(join(programs, 'pg_isready'), port);
  if (!(await soon(isReady))) throw new Error('PostgreSQL did not start within ten seconds');
  return {
    url: `postgres://postgres@127.0.0.1:${port}/postgres`,
    data,
    async again(signal) {
      await end(signal);
      // What a killed one leaves running ends by itself, and until then no other can start.
      for (let tries = 0; tries < 30; tries++) {
        server = start();
        const isUp = await soon(() => server.exitCode !== null || isReady());
        if (isUp && server.exitCode === null) return;
        await new Promise((resolve) => setTimeout(resolve, 300));
      }
      throw new Error('PostgreSQL did not start again');
    },
    async stop() {
      await end('SIGINT');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function findPrograms(): string | null {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = [...versions.map((version) => join(debian, version, 'bin')), ...(process.env.PATH ?? '').split(':')];
  return folders.find((folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres'))) ?? null;
}

function userNumber(name: string): { uid: number; gid: number } {
  const number = (flag: string) => Number(execFileSync('id', [flag, name], { encoding: 'utf8' }));
  return { uid: number('-u'), gid: number('-g') };
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
}

function answers(program: string, port: number): boolean {
  try {
    execFileSync(program, ['-h', '127.0.0.1', '-p', String(port)], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** Whether it comes true within ten seconds. */
async function soon(isTrue: () => boolean): Promise<boolean> {
  for (let tries = 0; tries < 100; tries++) {
    if (isTrue()) return true;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return false;
}
