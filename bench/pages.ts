// Pages and comments a second: the real server in one process, the load from another. `npm run bench:pages [-- postgres]`
import { randomUUID } from 'node:crypto';
import { brotliCompressSync } from 'node:zlib';
import autocannon from 'autocannon';
import { startPostgres } from '../scripts/postgres.ts';
import { demoPassword } from '#test/world/demo-password.ts';
import { median, table } from './machine.ts';
import { roundtableOf, startServer, type RunningServer } from './running-server.ts';

const seconds = 5;
const rounds = 3;
const page = '/lake-forum/rt/2.1';
const openPage = '/lake-forum/rt/3.1/comment';

const postgres = process.argv.includes('postgres') ? await startPostgres() : null;
const server = await startServer({ databaseUrl: postgres?.url, words: ['--demo'] });
const rows: [string, string, string][] = [['what', 'measured', 'target']];
try {
  rows.push(...(await weight(server)));
  rows.push(['signed out, kept', await pagesASecond(server, {}), '≥ 3,000 pages/s']);
  rows.push(['signed out, not kept', await pagesASecond(server, { fresh: true }), '≥ 300 pages/s']);
  rows.push(['signed in', await pagesASecond(server, { cookie: await signIn(server) }), '≥ 200 pages/s']);
  const target = postgres ? '≥ 600 a second' : '≥ 300 a second';
  for (const writers of [20, 100])
    rows.push([`new comments, ${writers} writers at once`, await commentsASecond(server, writers), target]);
  table(
    `Roundtable page and comments, ${postgres ? 'PostgreSQL' : 'embedded'}; median of ${rounds} × ${seconds} s`,
    rows,
  );
} finally {
  await server.stop();
  await postgres?.stop();
}

async function weight({ address }: RunningServer): Promise<[string, string, string][]> {
  const html = await (await fetch(address + page)).text();
  const sheets = [...html.matchAll(/href="([^"]+\.css)"/g)].map((match) => new URL(match[1]!, address + page));
  const css = await Promise.all(sheets.map(async (sheet) => (await fetch(sheet)).text()));
  const compressed = [html, ...css].reduce((sum, text) => sum + brotliCompressSync(text).length, 0);
  const statements = html.match(/<article/g)?.length ?? 0;
  return [
    ['statements on the page', String(statements), 'about 50'],
    ['HTML and CSS, compressed', `${(compressed / 1024).toFixed(1)} kB`, '≤ 30 kB'],
  ];
}

async function pagesASecond({ address }: RunningServer, how: { fresh?: boolean; cookie?: string }): Promise<string> {
  const rates: number[] = [];
  let turn = 0;
  for (let round = 0; round < rounds; round++) {
    const result = await autocannon({
      url: address + page,
      connections: 20,
      duration: seconds,
      headers: { 'accept-encoding': 'br', ...(how.cookie ? { cookie: how.cookie } : {}) },
      // A page under an address nobody asked for before is not kept yet.
      ...(how.fresh
        ? { requests: [{ setupRequest: (request) => ({ ...request, path: `${page}?fresh=${turn++}` }) }] }
        : {}),
    });
    if (result.non2xx > 0 || result.errors > 0) throw new Error(`${result.non2xx} answers were not pages`);
    rates.push(result.requests.average);
  }
  return `${Math.round(median(rates)).toLocaleString('en')} pages/s`;
}

async function signIn({ address }: RunningServer): Promise<string> {
  const answer = await fetch(`${address}/sign-in?/password`, {
    method: 'POST',
    redirect: 'manual',
    headers: { accept: 'text/html', origin: address },
    body: new URLSearchParams({ email: 'marisol.choc@lakeforum.example', password: demoPassword }),
  });
  const cookies = answer.headers.getSetCookie().map((cookie) => cookie.split(';')[0]!);
  if (!cookies.some((cookie) => cookie.startsWith('rapporteur'))) throw new Error('The demo’s sign-in did not work');
  return cookies.join('; ');
}

async function commentsASecond({ address }: RunningServer, writers: number): Promise<string> {
  const rates: number[] = [];
  let turn = 0;
  const roundtable = await roundtableOf(address + openPage);
  for (let round = 0; round < rounds; round++) {
    const result = await autocannon({
      url: address + openPage,
      method: 'POST',
      connections: writers,
      duration: seconds,
      headers: { accept: 'text/html', origin: address, 'content-type': 'application/x-www-form-urlencoded' },
      requests: [
        {
          setupRequest: (request) => {
            const body = `Comment ${turn++} of ${writers}: a clinic that opens at night is found by those who work by day.`;
            return { ...request, body: new URLSearchParams({ roundtable, body, token: randomUUID() }).toString() };
          },
        },
      ],
    });
    const others = result['2xx'] + result['4xx'] + result['5xx'] + result.errors;
    if (others > 0) throw new Error(`${others} comments were not acknowledged`);
    rates.push(result['3xx'] / result.duration);
  }
  return `${Math.round(median(rates)).toLocaleString('en')} acknowledged a second`;
}
