// From a clean clone to the first page with a warm package cache, and how long a later start takes. `npm run bench:start`
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { median, table } from './machine.ts';

const root = new URL('..', import.meta.url).pathname;
const folder = mkdtempSync(join(tmpdir(), 'rapporteur-clone-'));
try {
  execFileSync('git', ['clone', '--quiet', root, join(folder, 'clone')]);
  const first = await untilFirstPage();
  const later: number[] = [];
  for (let turn = 0; turn < 7; turn++) later.push(await untilFirstPage());
  table('npm start, until a page is answered', [
    ['what', 'measured', 'target'],
    ['clean clone, packages in npm’s cache', `${(first / 1000).toFixed(1)} s`, '≤ 45 s'],
    ['later starts, median of 7', `${(median(later) / 1000).toFixed(1)} s`, '≤ 2 s'],
  ]);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function untilFirstPage(): Promise<number> {
  const port = 3990;
  const began = performance.now();
  const server = spawn('npm', ['start', '--silent'], {
    cwd: join(folder, 'clone'),
    env: { ...process.env, PORT: String(port), DATA_DIR: join(folder, 'data'), DATABASE_URL: '' },
    stdio: 'inherit',
    detached: true,
  });
  while (!(await answers(`http://localhost:${port}/`))) {
    if (server.exitCode !== null) throw new Error(`npm start ended with status ${server.exitCode}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  const taken = performance.now() - began;
  const ended = new Promise((resolve) => server.once('exit', resolve));
  process.kill(-server.pid!, 'SIGTERM');
  await ended;
  return taken;
}

async function answers(address: string): Promise<boolean> {
  try {
    return (await fetch(address)).ok;
  } catch {
    return false;
  }
}
