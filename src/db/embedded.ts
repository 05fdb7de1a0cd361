import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { holdDirectory } from './hold.ts';

export interface Embedded {
  /** The folder of the Unix socket, which is what a PostgreSQL client calls the host. */
  socketFolder: string;
  close(): Promise<void>;
}

/**
 * Opens (or creates) the embedded database in `dataDirectory/pg`.
 * Refuses with `directory_in_use` when another process holds the directory: two would lose each other's writes.
 */
export async function openEmbedded(dataDirectory: string): Promise<Embedded> {
  mkdirSync(dataDirectory, { recursive: true });
  const release = holdDirectory(dataDirectory);
  const socketFolder = mkdtempSync(join(tmpdir(), 'rapporteur-'));
  const worker = new Worker(new URL('./embedded-worker.ts', import.meta.url), {
    workerData: { directory: join(dataDirectory, 'pg'), socket: join(socketFolder, '.s.PGSQL.5432') },
  });
  try {
    await once(worker, 'message');
  } catch (error) {
    release();
    rmSync(socketFolder, { recursive: true, force: true });
    throw error;
  }
  return {
    socketFolder,
    async close() {
      const closed = once(worker, 'message');
      worker.postMessage('close');
      await closed;
      await worker.terminate();
      release();
      rmSync(socketFolder, { recursive: true, force: true });
    },
  };
}
