import pg from 'pg';

/**
 * Calls back with the record's newest sequence number whenever any process on this PostgreSQL commits a line.
 * Reconnects by itself; returns how to stop.
 */
export async function listen(url: string, heard: (sequence: number) => void): Promise<() => Promise<void>> {
  let stopped = false;
  let client = await connect(url, heard, reconnect);

  async function reconnect(): Promise<void> {
    while (!stopped) {
      await new Promise((resolve) => setTimeout(resolve, 1000).unref());
      const next = await connect(url, heard, reconnect).catch(() => null);
      if (!next) continue;
      client = next;
      if (stopped) await client.end();
      return;
    }
  }

  return async () => {
    stopped = true;
    await client.end();
  };
}

/** A client that listens. `ended` is called when the connection goes after it stood, never when it could not be made. */
async function connect(url: string, heard: (sequence: number) => void, ended: () => Promise<void>): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000, keepAlive: true });
  let isOpen = true;
  let stands = false;
  client.on('error', () => {});
  client.on('end', () => {
    isOpen = false;
    if (stands) void ended();
  });
  client.on('notification', ({ payload }) => heard(Number(payload)));
  try {
    await client.connect();
    await client.query('listen record');
    const { rows } = await client.query<{ sequence: number }>('select sequence from record_head');
    heard(rows[0]!.sequence);
    if (!isOpen) throw new Error('Connection terminated');
    stands = true;
    return client;
  } catch (error) {
    await client.end().catch(() => {});
    throw error;
  }
}
