import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { sql } from 'kysely';
import type { Database } from '#db/open.server.ts';
import type { Forum } from '#record/forum.ts';
import { logEvent } from '#log/log.ts';
import { isLocal } from './drain.ts';

// The text format Prometheus reads: a name, labels, a number. No label ever holds an address, a name or a code of anyone:
// requests are counted by the route that answered, as it is written in the program.

export interface Metrics {
  /** Counts the request once its answer is over. */
  watch(request: IncomingMessage, response: ServerResponse): void;
  /** Everything counted, and how things stand now. */
  text(now: Standing): Promise<string>;
}

interface Standing {
  forum: Forum;
  database: Database;
  underWay: number;
  watching: number;
  dropped: number;
}

const bounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const methods = new Set(['GET', 'HEAD', 'POST', 'OPTIONS']);

export function openMetrics({ logsRequests }: { logsRequests: boolean }): Metrics {
  const answered = new Map<string, number>();
  const durations = { upTo: bounds.map(() => 0), count: 0, sum: 0 };
  const delay = monitorEventLoopDelay({ resolution: 50 });
  delay.enable();

  function count(request: IncomingMessage, response: ServerResponse, seconds: number): void {
    const method = methods.has(request.method ?? '') ? request.method! : 'other';
    // One that went away before it was answered has the number that proxies give it.
    const status = response.writableFinished ? response.statusCode : 499;
    const route = request.route ?? 'none';
    const labels = `method="${method}",route="${route}",status="${status}"`;
    answered.set(labels, (answered.get(labels) ?? 0) + 1);
    durations.count += 1;
    durations.sum += seconds;
    for (const [i, bound] of bounds.entries()) if (seconds <= bound) durations.upTo[i]! += 1;
    if (logsRequests) logEvent('request', { method, route, status, milliseconds: Math.round(seconds * 1000) });
  }

  return {
    watch(request, response) {
      const began = performance.now();
      response.once('close', () => count(request, response, (performance.now() - began) / 1000));
    },
    async text(now) {
      const queue = await waiting(now.database);
      const { pool } = now.database;
      const { rss, heapUsed } = process.memoryUsage();
      const lines = [
        ...metric('rapporteur_requests_total', 'counter', 'Requests answered, by route.', answered),
        '# HELP rapporteur_request_seconds How long answers took.',
        '# TYPE rapporteur_request_seconds histogram',
        ...bounds.map((bound, i) => `rapporteur_request_seconds_bucket{le="${bound}"} ${durations.upTo[i]}`),
        `rapporteur_request_seconds_bucket{le="+Inf"} ${durations.count}`,
        `rapporteur_request_seconds_sum ${durations.sum}`,
        `rapporteur_request_seconds_count ${durations.count}`,
        ...metric('rapporteur_requests_under_way', 'gauge', 'Requests not answered yet.', now.underWay),
        ...metric('rapporteur_streams', 'gauge', 'Browsers that watch a floor.', now.watching),
        ...metric('rapporteur_streams_dropped_total', 'counter', 'Let go because they did not read.', now.dropped),
        ...metric('rapporteur_record_sequence', 'gauge', 'Lines of the record.', now.forum.live.sequence),
        ...metric('rapporteur_database_up', 'gauge', 'Whether the database answers.', queue ? 1 : 0),
        ...metric('rapporteur_database_connections', 'gauge', 'Connections to the database.', pool.totalCount),
        ...metric('rapporteur_database_idle', 'gauge', 'Of these, unused.', pool.idleCount),
        ...metric('rapporteur_database_waiting', 'gauge', 'Who waits for a connection.', pool.waitingCount),
        ...metric('rapporteur_letters', 'gauge', 'Letters, by where they are.', queue?.letters ?? new Map()),
        ...metric('rapporteur_jobs', 'gauge', 'What follows from acts, by where it is.', queue?.jobs ?? new Map()),
        ...metric('rapporteur_event_loop_delay_seconds', 'gauge', 'Of 99 in 100.', delay.percentile(99) / 1e9),
        ...metric('process_resident_memory_bytes', 'gauge', 'Memory held.', rss),
        ...metric('nodejs_heap_used_bytes', 'gauge', 'Memory in use by JavaScript.', heapUsed),
        ...metric('process_cpu_seconds_total', 'counter', 'Processor time.', cpuSeconds()),
        ...metric('process_start_time_seconds', 'gauge', 'When it began.', performance.timeOrigin / 1000),
      ];
      delay.reset();
      return `${lines.join('\n')}\n`;
    },
  };
}

function metric(name: string, type: string, help: string, value: number | Map<string, number>): string[] {
  const values = typeof value === 'number' ? [`${name} ${value}`] : [...value].map(([of, n]) => `${name}{${of}} ${n}`);
  return [`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`, ...values];
}

function cpuSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

/** Letters and jobs by their state, asked in one go; null where the database does not answer. */
async function waiting({ db }: Database): Promise<{ letters: Map<string, number>; jobs: Map<string, number> } | null> {
  const query = sql<{ kind: string; state: string; n: number }>`
    select 'letters' as kind, state, count(*) as n from mail group by state
    union all select 'jobs', state::text, count(*) from pgboss.job where state in ('created', 'retry', 'active', 'failed') group by state
    order by 1, 2`;
  try {
    const { rows } = await query.execute(db);
    const of = (kind: string) =>
      new Map(rows.filter((row) => row.kind === kind).map(({ state, n }) => [`state="${state}"`, Number(n)]));
    return { letters: of('letters'), jobs: of('jobs') };
  } catch {
    return null;
  }
}

/** Figures are for whoever runs the server: on this machine, or with the token of the settings. */
export function maySeeMetrics(request: IncomingMessage, token: string | undefined): boolean {
  const given = /^Bearer (\S+)$/.exec(request.headers.authorization ?? '')?.[1];
  if (token && given) return timingSafeEqual(digest(given), digest(token));
  return isLocal(request);
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
