// Runs in a worker thread: PGlite off the main thread, behind a Unix socket, so everything else speaks plain PostgreSQL.
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parentPort } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';
import { makeCluster } from './cluster.ts';
import { DurableFiles } from './durable-files.ts';
import { serve } from './embedded-server.ts';
import type { EmbeddedPlace } from './embedded-thread.ts';
import { bytesIn, keepToOwner } from './folder.ts';
import { costOfPage } from './page-cost.ts';
import { compileForRoom } from './room.ts';

compileForRoom();
// Compiled while the rest of the program loads, and while a new cluster is made.
const compiled = readFile(new URL('pglite.wasm', import.meta.resolve('@electric-sql/pglite'))).then(
  WebAssembly.compile,
);
compiled.catch(() => {});
const [{ directory, socket, isBare }] = (await once(parentPort!, 'message')) as [EmbeddedPlace];

if (!existsSync(directory)) await makeCluster(directory, isBare);
// Its files are written for everyone to read and to change.
keepToOwner(directory);
const database = await open(directory);
sayWhenLost();
const server = await serve(database, socket);

parentPort!.once('message', async () => {
  server.close();
  await database.close();
  parentPort!.postMessage('closed');
});
parentPort!.postMessage('open');

async function open(folder: string): Promise<PGlite> {
  // PGlite turns fsync off (-F), and its fdatasync does nothing. So every commit is on the disk before it is acknowledged.
  const words = PGlite.defaultStartParams.filter((word) => word !== '-F');
  const settings = [
    'wal_sync_method=fsync',
    `random_page_cost=${costOfPage}`,
    `shared_buffers=${buffersFor(folder)}MB`,
  ];
  const startParams = [...words, ...settings.flatMap((setting) => ['-c', setting])];
  return PGlite.create({ fs: new DurableFiles(folder), startParams, pgliteWasmModule: await compiled });
}

/** In megabytes: room for twice what is there, as making the 128 of PostgreSQL’s own ready takes a fifth of a second. */
function buffersFor(folder: string): number {
  const tables = join(folder, 'base');
  const megabytes = existsSync(tables) ? bytesIn(tables) / 1024 / 1024 : 0;
  return Math.round(Math.min(Math.max(2 * megabytes, 32), 128));
}

/**
 * After a panic nothing answers any more: this thread may turn round for ever or throw. The main thread is told as the words
 * of the panic go by, while it still can be.
 */
function sayWhenLost(): void {
  const run = database.execProtocolRawStream.bind(database);
  const tellLost = (lost: string) => parentPort!.postMessage({ lost });
  database.execProtocolRawStream = async (message, { onRawData, ...options } = {} as never) => {
    const look = (data: Uint8Array) => {
      if (isPanic(data)) tellLost(textOf(data));
      onRawData(data);
    };
    try {
      return await run(message, { ...options, onRawData: look });
    } catch (error) {
      tellLost(error instanceof Error ? error.message : String(error));
      throw error;
    }
  };
}

// An error's answer begins with E and four bytes of length, then its severity under S.
function isPanic(data: Uint8Array): boolean {
  return data[0] === 0x45 && textOf(data.subarray(5, 12)).startsWith('SPANIC');
}

function textOf(data: Uint8Array): string {
  return Buffer.from(data).toString('utf8').replaceAll('\0', ' ').slice(0, 500);
}
