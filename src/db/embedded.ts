import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Worker } from 'node:worker_threads';
import { threadFor } from './embedded-thread.ts';
import { makeFolder, roomIn } from './folder.ts';
import { holdDirectory } from './hold.ts';
import { troubleOf } from './trouble.ts';
import { DatabaseUnavailable } from './unavailable.ts';

export interface Embedded {
  /** The folder of the Unix socket, which is what a PostgreSQL client calls the host. */
  socketFolder: string;
  /** Settles when the database has stopped by itself. It is to be closed then, and the process with it. */
  lost: Promise<DatabaseUnavailable>;
  close(): Promise<void>;
}

/**
 * Opens (or creates) the embedded database in `dataDirectory/pg`; a new one has the tables of every migration already where
 * such a one is kept, unless it is to be bare. Refuses with `directory_in_use` when another process
 * holds the directory (two would lose each other's writes), with `unwritable`, with `full`, or with `stopped`.
 */
export async function openEmbedded(dataDirectory: string, { isBare = false } = {}): Promise<Embedded> {
  makeFolder(dataDirectory);
  const release = holdDirectory(dataDirectory);
  const socketFolder = mkdtempSync(join(tmpdir(), 'rapporteur-'));
  const clear = () => rmSync(socketFolder, { recursive: true, force: true });
  process.once('exit', clear);
  const worker = threadFor({
    directory: join(dataDirectory, 'pg'),
    socket: join(socketFolder, '.s.PGSQL.5432'),
    isBare,
  });
  const end = lossOf(worker, dataDirectory);
  const leave = async () => {
    await worker.terminate();
    release();
    clear();
    process.off('exit', clear);
  };
  const failed = await Promise.race([
    once(worker, 'message').then(
      () => null,
      () => end.lost,
    ),
    end.lost,
  ]);
  if (failed) {
    await leave();
    throw failed;
  }
  return {
    socketFolder,
    lost: end.lost,
    async close() {
      end.expected();
      worker.postMessage('close');
      await Promise.race([once(worker, 'message'), once(worker, 'exit'), end.lost]);
      await leave();
    },
  };
}

/** Hears of the worker's end, unless it was asked for. */
function lossOf(worker: Worker, directory: string): { lost: Promise<DatabaseUnavailable>; expected(): void } {
  let closing = false;
  const lost = new Promise<DatabaseUnavailable>((resolve) => {
    const tell = (error: unknown) => {
      resolve(reasonOf(error, directory));
      // So that whoever waits for an answer hears that there will be none.
      void worker.terminate();
    };
    worker.on('message', (message: { lost?: string }) => message.lost && tell(new Error(message.lost)));
    worker.on('error', tell);
    worker.on('exit', (status) => closing || tell(new Error(`its thread ended with status ${status}`)));
  });
  return { lost, expected: () => void (closing = true) };
}

// PostgreSQL ends when it cannot have its next segment of write-ahead log, so too little room for one tells why it ended.
const segment = 16 * 1024 * 1024;

function reasonOf(error: unknown, directory: string): DatabaseUnavailable {
  if (roomIn(directory) < segment) return new DatabaseUnavailable('full');
  const { message } = error as Error;
  return troubleOf(error) ?? new DatabaseUnavailable('stopped', { reason: message.split('\n')[0]! });
}
