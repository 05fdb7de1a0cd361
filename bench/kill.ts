// kill -9 during a stream of acknowledged comments, on the embedded database and on PostgreSQL: is every acknowledged one
// there afterwards, each with its line of the record, and does the database open without repair? `npm run bench:kill [-- 20]`
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { openDatabase } from '#db/open.server.ts';
import { startPostgres } from '../scripts/postgres.ts';
import { table } from './machine.ts';
import { roundtableOf, startServer } from './running-server.ts';

const trials = Number(process.argv[2] ?? 20);
const rows: [string, string, string][] = [['database', 'measured', 'target']];
const postgres = await startPostgres();
rows.push(['embedded', await killing(undefined), '0 lost']);
if (postgres) rows.push(['PostgreSQL', await killing(postgres.url), '0 lost']);
await postgres?.stop();
table(`kill -9 of the server during a stream of comments, ${trials} trials`, rows);

async function killing(server: string | undefined): Promise<string> {
  const directory = mkdtempSync(join(tmpdir(), 'rapporteur-kill-'));
  const url = server && (await freshDatabase(server));
  const acknowledged = new Set<string>();
  try {
    for (let trial = 0; trial < trials; trial++) {
      const running = await startServer({ directory, databaseUrl: url, words: ['--demo'] });
      const page = `${running.address}/lake-forum/rt/3.1/comment`;
      const roundtable = await roundtableOf(page);
      const writers = Array.from({ length: 8 }, (_, writer) =>
        write(page, roundtable, `${trial}.${writer}`, acknowledged),
      );
      await new Promise((resolve) => setTimeout(resolve, 500 + Math.random() * 1000));
      running.process.kill('SIGKILL');
      await once(running.process, 'exit');
      await Promise.all(writers);
    }
    if (acknowledged.size === 0) throw new Error('No comment was acknowledged: there is nothing to lose');
    return await missing({ url, directory }, acknowledged);
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

/** Comments until the server is gone; what was acknowledged with a receipt is remembered by its words. */
async function write(page: string, roundtable: string, writer: string, acknowledged: Set<string>): Promise<void> {
  for (let turn = 0; ; turn++) {
    const body = `Trial ${writer}, comment ${turn}: every voice counts.`;
    try {
      const answer = await fetch(page, {
        method: 'POST',
        redirect: 'manual',
        headers: { accept: 'text/html', origin: new URL(page).origin },
        body: new URLSearchParams({ roundtable, body }),
      });
      if (answer.status === 303) acknowledged.add(body);
      else throw new Error(`status ${answer.status}`);
    } catch {
      return;
    }
  }
}

async function missing(
  place: { url: string | undefined; directory: string },
  acknowledged: Set<string>,
): Promise<string> {
  const database = await openDatabase(place);
  try {
    const written = await database.db
      .selectFrom('statement_revision as revision')
      .leftJoin('record_line as line', (join) =>
        join.onRef('line.subject_id', '=', 'revision.statement_id').on('line.kind', '=', 'comment.submitted'),
      )
      .select(['body', 'line.sequence'])
      .where('body', 'like', 'Trial %')
      .execute();
    const kept = new Set(written.filter((row) => row.sequence !== null).map((row) => row.body));
    const lost = [...acknowledged].filter((body) => !kept.has(body)).length;
    const halves =
      written.filter((row) => row.sequence === null).length + written.length - new Set(written.map((r) => r.body)).size;
    return `${acknowledged.size.toLocaleString('en')} acknowledged, ${lost} lost, ${halves} half-written or doubled`;
  } finally {
    await database.close();
  }
}

async function freshDatabase(server: string): Promise<string> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  await client.query('create database killing');
  await client.end();
  const url = new URL(server);
  url.pathname = '/killing';
  return url.href;
}
