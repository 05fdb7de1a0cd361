// Plain JavaScript for whatever Node is at hand (18 or newer): installs the pinned packages when the lockfile has changed,
// with the word "tools" also those that only developers need, and with the word "build" builds the pages when their sources
// have changed. Says nothing when there is nothing to do.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { packages, pages, read, root, tools } from './stamps.mjs';

process.chdir(root);

withLock(() => {
  const withTools = process.argv.includes('tools') || tools.wasThere();
  const installAll = () => (withTools ? tools.make(() => install('ci', 'include')) : install('ci', 'omit'));
  if (!packages.isThere()) packages.make(installAll);
  // Added to what is there, with which a server may be running.
  else if (withTools && !tools.isThere()) tools.make(addTools);
  if (process.argv.includes('build') && !pages.isThere()) pages.make(build);
});

function addTools() {
  install('install', 'include');
  // What the builder of the pages had written among the packages is none of them, and has been cleared away.
  run(pinnedNode(), ['node_modules/@sveltejs/kit/svelte-kit.js', 'sync']);
}

function install(how, withDev) {
  console.error('Installing packages …');
  const npm = process.env.npm_execpath;
  const words = [
    how,
    '--no-save',
    '--no-audit',
    '--no-fund',
    '--include=optional',
    `--${withDev}=dev`,
    '--loglevel=error',
  ];
  run(...(npm ? [process.env.npm_node_execpath ?? process.execPath, [npm, ...words]] : ['npm', words]));
}

function build() {
  console.error('Building the pages …');
  run(pinnedNode(), ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn']);
}

function pinnedNode() {
  const pinned = path.resolve('node_modules/.bin/node');
  if (fs.existsSync(pinned)) return pinned;
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 22 || (major === 22 && minor >= 17)) return process.execPath;
  console.error(`Rapporteur needs Node 22.17 or newer on this kind of machine; this is ${process.version}.`);
  process.exit(1);
}

function run(command, words) {
  const { status } = spawnSync(command, words, { stdio: ['ignore', 2, 2], shell: process.platform === 'win32' });
  if (status !== 0) process.exit(status ?? 1);
}

// Two set-ups at once would pull the packages from under each other.
function withLock(work) {
  fs.mkdirSync('node_modules', { recursive: true });
  const lock = path.join('node_modules', '..', '.setup-lock');
  for (let told = false; ;) {
    try {
      fs.writeFileSync(lock, String(process.pid), { flag: 'wx' });
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') cannotWrite(error);
      const holder = Number(read(lock));
      if (!isRunning(holder)) {
        fs.rmSync(lock, { force: true });
        continue;
      }
      if (!told) console.error('Waiting for another set-up to finish …');
      told = true;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 250);
    }
  }
  process.on('exit', () => fs.rmSync(lock, { force: true }));
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(1));
  work();
}

function cannotWrite({ code }) {
  console.error(
    `What Rapporteur needs is not installed, or not for this version, and ${root} cannot be written to (${code}). ` +
      'Run “node scripts/setup.mjs build” there as somebody who may, and have it built again where it comes as an image.',
  );
  process.exit(1);
}

function isRunning(pid) {
  try {
    return pid > 0 && process.kill(pid, 0);
  } catch {
    return false;
  }
}
