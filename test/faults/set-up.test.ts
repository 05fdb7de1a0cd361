import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { newFolder } from './programs.ts';

const scripts = new URL('../../scripts/', import.meta.url).pathname;

test('two set-ups at once install once, and one that was cut short is done again', { timeout: 60_000 }, async () => {
  const clone = smallClone();
  const both = await Promise.all([setUp(clone), setUp(clone)]);
  expect(both.map(({ status }) => status)).toEqual([0, 0]);
  expect(both.filter(({ err }) => err.includes('Installing packages'))).toHaveLength(1);
  expect(existsSync(join(clone, '.setup-lock'))).toBe(false);

  // As a kill -9 leaves it: a lock whose holder is gone, and packages that nobody vouched for.
  writeFileSync(join(clone, '.setup-lock'), '999999999');
  writeFileSync(join(clone, 'node_modules/.rapporteur-install'), '');
  const again = await setUp(clone);
  expect(again).toMatchObject({ status: 0 });
  expect(again.err).toContain('Installing packages');
  expect(readFileSync(join(clone, 'node_modules/.rapporteur-install'), 'utf8')).not.toBe('');
  expect(await setUp(clone)).toEqual({ status: 0, err: '' });
});

test('what tests need is added to what a server was installed with, and stays', { timeout: 60_000 }, async () => {
  const clone = smallClone();
  packageIn(clone, 'kit', '@sveltejs/kit');
  writeFileSync(join(clone, 'kit/svelte-kit.js'), "require('node:fs').writeFileSync('synced', process.argv[2])");
  packageIn(clone, 'tool', 'small-tool');
  const needs = { dependencies: { '@sveltejs/kit': 'file:kit' }, devDependencies: { 'small-tool': 'file:tool' } };
  writeFileSync(join(clone, 'package.json'), JSON.stringify({ name: 'small', version: '1.0.0', ...needs }));
  execFileSync('npm', ['install', '--package-lock-only', '--offline', '--no-audit'], { cwd: clone, stdio: 'ignore' });
  const hasTool = () => existsSync(join(clone, 'node_modules/small-tool'));

  expect(await setUp(clone)).toMatchObject({ status: 0 });
  expect(hasTool()).toBe(false);
  expect(await setUp(clone, 'tools')).toMatchObject({ status: 0, err: expect.stringContaining('Installing packages') });
  expect(hasTool()).toBe(true);
  expect(readFileSync(join(clone, 'synced'), 'utf8')).toBe('sync');
  expect(await setUp(clone, 'tools')).toEqual({ status: 0, err: '' });

  // Where the packages have changed, whoever had the tools has them afterwards.
  writeFileSync(join(clone, 'node_modules/.rapporteur-install'), '');
  expect(await setUp(clone)).toMatchObject({ status: 0 });
  expect(hasTool()).toBe(true);
  expect(await setUp(clone, 'tools')).toEqual({ status: 0, err: '' });
});

test('where nothing can be written it says so instead of waiting', async () => {
  const clone = smallClone();
  mkdirSync(join(clone, 'node_modules'));
  for (const folder of ['', 'scripts', 'node_modules']) chmodSync(join(clone, folder), 0o555);
  const { status, err } = await setUp(clone);
  expect(status).toBe(1);
  expect(err).toContain(`${clone} cannot be written to (EACCES)`);
});

function packageIn(clone: string, folder: string, name: string): void {
  mkdirSync(join(clone, folder));
  writeFileSync(join(clone, folder, 'package.json'), JSON.stringify({ name, version: '1.0.0' }));
}

/** A package without dependencies that is set up by the real script. */
function smallClone(): string {
  const clone = newFolder();
  mkdirSync(join(clone, 'scripts'));
  for (const name of ['setup.mjs', 'stamps.mjs']) cpSync(join(scripts, name), join(clone, 'scripts', name));
  const itself = { name: 'small', version: '1.0.0' };
  writeFileSync(join(clone, 'package.json'), JSON.stringify(itself));
  const lockfile = { ...itself, lockfileVersion: 3, requires: true, packages: { '': itself } };
  writeFileSync(join(clone, 'package-lock.json'), JSON.stringify(lockfile));
  return clone;
}

async function setUp(clone: string, ...words: string[]): Promise<{ status: number; err: string }> {
  // Whoever runs this as root may write anywhere, and is somebody else for it.
  const nobody = (statSync(clone).mode & 0o200) === 0 && process.getuid?.() === 0 ? { uid: 65_534 } : {};
  const child = spawn(process.execPath, [join(clone, 'scripts/setup.mjs'), ...words], {
    cwd: clone,
    timeout: 50_000,
    ...nobody,
  });
  let err = '';
  child.stderr.on('data', (data: Buffer) => (err += data));
  const [status] = (await once(child, 'close')) as [number];
  return { status, err };
}
