import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface RunningServer {
  address: string;
  directory: string;
  process: ChildProcess;
  /** How long from the start of the process until it answered, in milliseconds. */
  startedIn: number;
  /** All it has written on its console. */
  said(): string;
  stop(): Promise<void>;
}

const node = process.execPath;
const root = new URL('..', import.meta.url).pathname;

/** Starts the real server as its own process, on the first core where the system can pin it, and waits until it is there. */
export async function startServer(options: {
  directory?: string;
  databaseUrl?: string | undefined;
  words?: string[];
  port?: number;
  /** Settings beyond those, as the environment has them. */
  settings?: Record<string, string>;
}): Promise<RunningServer> {
  const directory = options.directory ?? mkdtempSync(join(tmpdir(), 'rapporteur-bench-'));
  const port = options.port ?? (await freePort());
  const began = performance.now();
  const server = spawn(node, ['build/server/serve.js', ...(options.words ?? [])], {
    cwd: root,
    env: {
      ...process.env,
      ...options.settings,
      DATA_DIR: directory,
      PORT: String(port),
      DATABASE_URL: options.databaseUrl ?? '',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  await new Promise<void>((resolve, reject) => {
    server.stdout!.on('data', (chunk: Buffer) => {
      said += String(chunk);
      if (chunk.includes('is at')) resolve();
    });
    server.once('exit', (code) => reject(new Error(`The server stopped with status ${code} before it was ready`)));
  });
  return {
    address: `http://localhost:${port}`,
    directory,
    process: server,
    startedIn: performance.now() - began,
    said: () => said,
    async stop() {
      if (server.exitCode === null && server.signalCode === null) {
        server.kill('SIGTERM');
        await once(server, 'exit');
      }
      if (!options.directory) rmSync(directory, { recursive: true, force: true });
    },
  };
}

/** One that nobody listens on: other trials may run beside this one. */
async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}

/** What the comment form of a roundtable's page says it is for. */
export async function roundtableOf(page: string): Promise<string> {
  const html = await (await fetch(page)).text();
  const [, id] = /name="roundtable" value="([^"]+)"/.exec(html) ?? [];
  if (!id) throw new Error(`There is no comment form at ${page}`);
  return id;
}
