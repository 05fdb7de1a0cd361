import pg from 'pg';

/**
 * Calls back with the record's newest sequence number whenever any process on this PostgreSQL commits a line.
 * Reconnects by itself; returns how to stop.
 */
export async function listen(url: string, heard: (sequence: number) => void): Promise<() => Promise<void>> {
  let stopped = false;
  let client = await connect();

  async function connect(): Promise<pg.Client> {
    const next = new pg.Client({ connectionString: url });
    next.on('notification', ({ payload }) => heard(Number(payload)));
    next.on('error', () => void next.end().catch(() => {}));
    next.on('end', () => void reconnect());
    await next.connect();
    await next.query('listen record');
    const { rows } = await next.query<{ sequence: number }>('select sequence from record_head');
    heard(rows[0]!.sequence);
    return next;
  }

  async function reconnect(): Promise<void> {
    if (stopped) return;
    await new Promise((resolve) => setTimeout(resolve, 1000));
    await connect().then(
      (next) => (client = next),
      () => reconnect(),
    );
  }

  return async () => {
    stopped = true;
    await client.end();
  };
}
