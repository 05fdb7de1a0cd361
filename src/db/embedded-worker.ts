// Runs in a worker thread: PGlite off the main thread, behind a Unix socket, so everything else speaks plain PostgreSQL.
import { parentPort, workerData } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';
import { PGLiteSocketServer } from '@electric-sql/pglite-socket';
import { DurableFiles } from './durable-files.ts';

const { directory, socket } = workerData as { directory: string; socket: string };

const database = await PGlite.create({ fs: new DurableFiles(directory) });
const server = new PGLiteSocketServer({ db: database, path: socket, maxConnections: 1 });
await server.start();

parentPort!.once('message', async () => {
  await server.stop();
  await database.close();
  parentPort!.postMessage('closed');
});
parentPort!.postMessage('open');
