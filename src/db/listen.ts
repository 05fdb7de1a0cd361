import { sql, type Kysely } from 'kysely';
import pg from 'pg';
import type { DB } from './schema.ts';

export interface Ears {
  /** Told the record's newest sequence number whenever any process on this PostgreSQL has committed a line. */
  heard(sequence: number): void;
  /** Told what any process mentioned that is kept nowhere. */
  mentioned(word: string): void;
  /** Told when nothing can be heard any more, and when it can again. */
  setDeaf(isDeaf: boolean): void;
}

// A connection can be dead without a word: it is asked for the newest line now and then, and given up where it is silent.
const asksEvery = 5000;
const patience = 3000;

/** Listens for what others commit, and reconnects by itself; returns how to stop. */
export async function listen(url: string, ears: Ears): Promise<() => Promise<void>> {
  let stopped = false;
  let client = await connect(url, ears, reconnect);

  async function reconnect(): Promise<void> {
    if (!stopped) ears.setDeaf(true);
    while (!stopped) {
      await new Promise((resolve) => setTimeout(resolve, 1000).unref());
      const next = await connect(url, ears, reconnect).catch(() => null);
      if (!next) continue;
      client = next;
      ears.setDeaf(false);
      if (stopped) await client.end();
      return;
    }
  }

  return async () => {
    stopped = true;
    await client.end();
  };
}

const mentions = 'mention';

/** Mentions something to every process that listens; what cannot be brought now is let go, for nobody waits for it. */
export function mention(db: Kysely<DB>, word: string): void {
  void sql`select pg_notify(${mentions}, ${word})`.execute(db).catch(() => {});
}

/** A client that listens. `ended` is called when the connection goes after it stood, never when it could not be made. */
async function connect(url: string, ears: Ears, ended: () => Promise<void>): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: 15_000,
    keepAlive: true,
    query_timeout: patience,
  });
  let isOpen = true;
  let stands = false;
  let asking: NodeJS.Timeout | undefined;
  const ask = async () => {
    const { rows } = await client.query<{ sequence: number }>('select sequence from record_head');
    ears.heard(rows[0]!.sequence);
  };
  client.on('error', () => {});
  client.on('end', () => {
    isOpen = false;
    clearInterval(asking);
    if (stands) void ended();
  });
  client.on('notification', ({ channel, payload = '' }) =>
    channel === 'record' ? ears.heard(Number(payload)) : ears.mentioned(payload),
  );
  try {
    await client.connect();
    await client.query(`listen record; listen ${mentions}`);
    await ask();
    if (!isOpen) throw new Error('Connection terminated');
    stands = true;
    asking = setInterval(() => void ask().catch(() => breakOff(client)), asksEvery).unref();
    return client;
  } catch (error) {
    await client.end().catch(() => {});
    throw error;
  }
}

/** One that does not answer would not hear that it is to end either. */
function breakOff(client: pg.Client): void {
  (client as unknown as { connection: { stream: { destroy(): void } } }).connection.stream.destroy();
}
