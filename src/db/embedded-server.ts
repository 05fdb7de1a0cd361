import { createServer, type Server, type Socket } from 'node:net';
import type { PGlite } from '@electric-sql/pglite';

// Query, Sync, Flush and Terminate: what a client sends before it waits for an answer.
const askings = new Set(['Q', 'S', 'H', 'X'].map((letter) => letter.charCodeAt(0)));

/**
 * Serves PGlite to one client at a time behind a Unix socket, in PostgreSQL's protocol (version 3.0). What a client sends
 * before it waits – Bind, Describe, Execute, Sync – is handed over together and answered with one write: message by message a
 * query takes three times as long (docs/decisions/0004).
 */
export async function serve(database: PGlite, path: string): Promise<Server> {
  let left = Promise.resolve();
  const server = createServer((socket) => {
    // The database knows one session only: whoever comes meanwhile is answered when the one before has left.
    const talked = talk(database, socket, left);
    left = talked.catch(() => {});
  });
  await new Promise<void>((resolve) => server.listen(path, resolve));
  return server;
}

/** Settles when the client has left and nothing of it is left behind. */
async function talk(database: PGlite, socket: Socket, before: Promise<void>): Promise<void> {
  let waiting: Buffer = Buffer.alloc(0);
  let isStarted = false;
  let turn = before;
  const fail = (error: unknown) => void socket.destroy(error as Error);
  socket.on('error', () => {});
  socket.on('data', (bytes: Buffer) => {
    waiting = waiting.length === 0 ? bytes : Buffer.concat([waiting, bytes]);
    const end = isStarted ? endOfAsking(waiting) : endOfGreeting(waiting);
    if (end === 0) return;
    const asked = waiting.subarray(0, end);
    waiting = waiting.subarray(end);
    isStarted = true;
    turn = turn.then(() => answer(database, socket, asked)).catch(fail);
  });
  await new Promise((resolve) => socket.once('close', resolve));
  await turn;
  if (database.closed || !isStarted) return;
  if (database.isInTransaction()) await database.exec('rollback');
  await database.exec('deallocate all');
}

async function answer(database: PGlite, socket: Socket, asked: Buffer): Promise<void> {
  const parts: Buffer[] = [];
  // The bytes stand in the database's memory, where its next answer will be written over them.
  const onRawData = (data: Uint8Array) => void parts.push(Buffer.from(data));
  await database.runExclusive(() => database.execProtocolRawStream(new Uint8Array(asked), { onRawData }));
  if (parts.length > 0 && socket.writable) socket.write(parts.length === 1 ? parts[0]! : Buffer.concat(parts));
}

/** Where the first message ends, which has a length but no letter; 0 while it has not come whole. */
function endOfGreeting(bytes: Buffer): number {
  if (bytes.length < 4) return 0;
  const length = bytes.readInt32BE(0);
  return bytes.length < length ? 0 : length;
}

/** Where the last message ends after which an answer is waited for; 0 while none has come whole. */
function endOfAsking(bytes: Buffer): number {
  let end = 0;
  for (let at = 0; at + 5 <= bytes.length;) {
    const next = at + 1 + bytes.readInt32BE(at + 1);
    if (next > bytes.length) break;
    if (askings.has(bytes[at]!)) end = next;
    at = next;
  }
  return end;
}
