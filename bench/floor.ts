// Many phones watch one floor: how long a change takes to reach all of them, and what each costs in memory. Beside it a bare
// Node server that writes the same bytes, measured by the same client. Usage: npm run bench:floor [-- 5000 10000]
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, get, request, type ServerResponse } from 'node:http';
import { table } from './machine.ts';
import { startServer } from './running-server.ts';

const changes = 12;
const floorPage = '/lake-forum/rt/3.2/floor';

/** What a client that watches tells its parent. */
type Told = { watching: number } | { arrived: number[] };

if (process.argv[2] === 'watch') await watch(process.argv[3]!, Number(process.argv[4]));
else if (process.argv[2] === 'bare') bare(Number(process.argv[3]));
else await compare(process.argv.slice(2).map(Number));

async function compare(sizes: number[]): Promise<void> {
  for (const size of sizes.length ? sizes : [5000, 10_000]) {
    const server = await startServer({ words: ['--demo'] });
    const cookie = await signIn(server.address);
    const slot = await slotOf(server.address, cookie);
    let n = 0;
    const ours = await measured(size, `${server.address}${floorPage}/events`, server.process.pid!, async () => {
      await post(`${server.address}/lake-forum/desk/floor/3.2?/${n++ % 2 ? 'pause' : 'resume'}`, cookie, { slot });
    });
    await server.stop();
    const port = 3890;
    const child = fork(import.meta.filename, ['bare', String(port)]);
    await once(child, 'message');
    const address = `http://127.0.0.1:${port}`;
    const bareOne = await measured(size, `${address}/events`, child.pid!, () => fetch(`${address}/change`));
    child.kill();
    const row = (what: string, one: keyof typeof ours, unit: string, target: string): [string, string, string] => [
      what,
      `${ours[one].toFixed(unit === 'kB' ? 1 : 0)} ${unit} (bare Node: ${bareOne[one].toFixed(unit === 'kB' ? 1 : 0)} ${unit})`,
      target,
    ];
    table(`${size} watch one floor, ${changes} changes`, [
      row('half of them have it after', 'p50', 'ms', ''),
      row('99 of 100 have it after', 'p99', 'ms', 'target 500 ms'),
      row('the last one has it after', 'last', 'ms', ''),
      row('memory of the server for each', 'memory', 'kB', ''),
    ]);
    if (size <= 5000 && ours.p99 > 500) process.exitCode = 1;
  }
}

/** Opens that many streams from processes of their own, makes changes, and asks when each arrived. */
async function measured(size: number, url: string, pid: number, change: () => Promise<unknown>) {
  const client = fork(import.meta.filename, ['watch', url, String(size)]);
  const told: Told[] = [];
  let wake: () => void = () => {};
  client.on('message', (message) => (told.push(message as Told), wake()));
  const next = async (): Promise<Told> => {
    while (told.length === 0) await new Promise<void>((resolve) => (wake = resolve));
    return told.shift()!;
  };
  await next();
  const before = memoryOf(pid);
  client.send('open');
  await next();
  await new Promise((resolve) => setTimeout(resolve, 1500));
  const memory = (memoryOf(pid) - before) / size;
  const took: number[] = [];
  const last: number[] = [];
  for (let i = 0; i < changes; i++) {
    client.send('listen');
    // From the moment the change is asked for: the act, its commit and the rendering are part of it.
    const began = Date.now();
    await change();
    const answer = await next();
    const delays = 'arrived' in answer ? answer.arrived.map((at) => at - began) : [];
    // The first warms up.
    if (i > 0) {
      took.push(...delays);
      last.push(Math.max(...delays));
    }
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
  client.kill();
  took.sort((a, b) => a - b);
  const at = (part: number) => took[Math.min(took.length - 1, Math.floor(took.length * part))]!;
  return { p50: at(0.5), p99: at(0.99), last: Math.max(...last), memory };
}

/** The client: every stream from an address of the loopback net that has ports left. */
async function watch(url: string, size: number): Promise<void> {
  const arrived = new Float64Array(size);
  let waitsFor = 0;
  const { hostname, port, pathname } = new URL(url);
  const open = (i: number) =>
    new Promise<void>((resolve, reject) => {
      const asked = get(
        { hostname: hostname === 'localhost' ? '127.0.0.1' : hostname, port, path: pathname, agent: false },
        (response) => {
          resolve();
          response.on('data', (chunk: Buffer) => {
            if (waitsFor === 0 || arrived[i]! > 0 || !chunk.includes('data:')) return;
            arrived[i] = Date.now();
            if (--waitsFor === 0) process.send!({ arrived: [...arrived] } satisfies Told);
          });
        },
      );
      asked.on('error', reject);
    });
  process.on('message', async (message) => {
    if (message === 'listen') {
      arrived.fill(0);
      waitsFor = size;
      return;
    }
    for (let i = 0; i < size; i += 100) await Promise.all(Array.from({ length: Math.min(100, size - i) }, (_, k) => open(i + k))); // prettier-ignore
    process.send!({ watching: size } satisfies Told);
  });
  // One stream first, so that what every floor needs once is not counted for each watcher.
  await open(0);
  process.send!({ watching: 1 } satisfies Told);
}

/** The least that could do it. */
function bare(port: number): void {
  const event = Buffer.from(`id: 1\ndata: ${'x'.repeat(3600)}\n\n`);
  const watchers = new Set<ServerResponse>();
  createServer((request, response) => {
    if (request.url === '/change') {
      for (const watcher of watchers) watcher.write(event);
      response.end();
      return;
    }
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    response.write(':\n\n');
    watchers.add(response);
    response.on('close', () => watchers.delete(response));
  }).listen(port, '127.0.0.1', () => process.send!('ready'));
}

function memoryOf(pid: number): number {
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0);
}

async function signIn(address: string): Promise<string> {
  const answer = await post(`${address}/sign-in?/password`, '', {
    email: 'wanjiru.kamau@lakeforum.example',
    password: 'every voice counts',
  });
  const cookies = [answer.headers['set-cookie'] ?? []].flat();
  return cookies.map((cookie) => cookie.split(';')[0]).join('; ');
}

/** Whoever has the floor in the demo. */
async function slotOf(address: string, cookie: string): Promise<string> {
  const page = await (await fetch(`${address}/lake-forum/desk/floor/3.2`, { headers: { cookie } })).text();
  const [, slot] = /action="\?\/(?:resume|pause)".*?name="slot" value="([^"]+)"/s.exec(page) ?? [];
  if (!slot) throw new Error('Nobody has the floor in the demo');
  return slot;
}

function post(url: string, cookie: string, form: Record<string, string>) {
  return new Promise<{ status: number; headers: NodeJS.Dict<string | string[]> }>((resolve, reject) => {
    const { origin } = new URL(url);
    const headers = { origin, cookie, accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded' };
    const asked = request(url, { method: 'POST', headers }, (response) => {
      response.resume();
      if (response.statusCode! >= 400) reject(new Error(`${url} answered ${response.statusCode}`));
      else resolve({ status: response.statusCode!, headers: response.headers });
    });
    asked.on('error', reject);
    asked.end(new URLSearchParams(form).toString());
  });
}
