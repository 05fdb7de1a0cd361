import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Database } from '#db/open.server.ts';
import type { FloorStreams } from '#floor/stream.ts';
import type { Forum } from '#record/forum.ts';
import type { Drain } from './drain.ts';
import { maySeeMetrics, type Metrics } from './metrics.ts';

interface Around {
  metrics: Metrics;
  drain: Drain;
  metricsToken: string | undefined;
  /** What is open by now; null while the forum is being opened. */
  open(): { forum: Forum; database: Database; floors: FloorStreams } | null;
  isStopping(): boolean;
}

/** Every address that is answered here. */
export const probeAddresses = ['/healthz', '/readyz', '/metrics'] as const;
type ProbeAddress = (typeof probeAddresses)[number];

/** How long the database may take to say that it is there. */
const patience = 2000;
/** How long that is believed, so that asking often costs nothing. */
const believed = 1000;

/**
 * Answers those who look after the server: `/healthz` (the process runs), `/readyz` (it can serve: open, not stopping, and
 * its database answers) and `/metrics`. Gives false for any other address.
 */
export function openProbes(around: Around): (request: IncomingMessage, response: ServerResponse) => boolean {
  let asked: { at: number; answers: Promise<boolean> } | undefined;
  const databaseAnswers = (database: Database) => {
    if (!asked || Date.now() - asked.at > believed) asked = { at: Date.now(), answers: answersInTime(database) };
    return asked.answers;
  };

  async function readiness(): Promise<string> {
    if (around.isStopping()) return 'stopping';
    const open = around.open();
    if (!open) return 'starting';
    return (await databaseAnswers(open.database)) ? 'ready' : 'no database';
  }

  async function tellMetrics(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const open = around.open();
    if (!open || !maySeeMetrics(request, around.metricsToken)) return plain(response, 404, 'not found');
    const { forum, database, floors } = open;
    const [watching, dropped] = [floors.watching(), floors.dropped()];
    const standing = { forum, database, underWay: around.drain.underWay(), watching, dropped };
    const text = await around.metrics.text(standing);
    plain(response, 200, text, 'text/plain; version=0.0.4; charset=utf-8');
  }

  const answers: Record<ProbeAddress, (request: IncomingMessage, response: ServerResponse) => unknown> = {
    '/healthz': (_, response) => plain(response, 200, 'alive\n'),
    '/readyz': (_, response) => readiness().then((is) => plain(response, is === 'ready' ? 200 : 503, `${is}\n`)),
    '/metrics': tellMetrics,
  };

  return (request, response) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return false;
    const path = probeAddresses.find((address) => address === request.url?.split('?')[0]);
    if (path) void answers[path](request, response);
    return path !== undefined;
  };
}

/** The embedded database does one thing at a time: busy with a long one it is none the less there. */
async function answersInTime({ kind, pool }: Database): Promise<boolean> {
  if (kind === 'embedded') return true;
  const late = new Promise<boolean>((resolve) => setTimeout(() => resolve(false), patience).unref());
  const answered = pool.query('select 1').then(
    () => true,
    () => false,
  );
  return Promise.race([answered, late]);
}

function plain(response: ServerResponse, status: number, text: string, type = 'text/plain; charset=utf-8'): void {
  response.writeHead(status, {
    'content-type': type,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  });
  response.end(text);
}
