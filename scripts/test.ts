// `npm test`: runs every test this machine can run, says what it cannot and how to get it, and closes with a plain count.
// With NO_SKIP set, what cannot run is a failure.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { startVitest } from 'vitest/node';
import { loadDemoOnce } from '#test/demo-once.ts';
import { startPostgres } from './postgres.ts';

// For the many servers and commands that tests start.
process.env.NODE_COMPILE_CACHE ??= 'node_modules/.cache/compiled';
const missing: string[] = [];
const postgres = await startPostgres();
if (postgres) process.env.TEST_DATABASE_URL = postgres.url;
else missing.push('PostgreSQL: the same tests on a real server. Install PostgreSQL 15 or newer (Debian: postgresql).');

// The shell draws no window, which saves the journeys a third of their processor time.
process.env.CHROMIUM ??= ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome']
  .map((name) => `/usr/bin/${name}`)
  .find(existsSync);
if (!process.env.CHROMIUM)
  missing.push('Journeys in a browser. Install Chromium (Debian: chromium-headless-shell), or set CHROMIUM.');
for (const [name, what] of [
  ['GOLD_DIR', 'the engine against labelled reports'],
  ['SEED_DIR', 'the import of two real documents'],
  ['XSD_DIR', 'exports against the Akoma Ntoso schema'],
] as const)
  if (!process.env[name]) missing.push(`${name}: ${what}. Set it to the folder that holds them.`);
for (const [program, what, where] of [
  ['soffice', 'Word documents read by LibreOffice', 'libreoffice-writer-nogui'],
  ['pdfinfo', 'the structure of PDFs', 'poppler-utils'],
  ['qpdf', 'PDFs checked', 'qpdf'],
] as const)
  if (spawnSync(program, ['--version']).error) missing.push(`${program}: ${what}. Install it (Debian: ${where}).`);

const only = process.argv.slice(2);
const clearDemo = only.length === 0 ? loadDemoOnce() : () => {};
const project = ['pure', 'embedded', postgres && 'postgres', process.env.CHROMIUM && 'journeys'].filter(
  Boolean,
) as string[];
const vitest = await startVitest('test', only, { watch: false, project, reporters: ['default'] });
const tests = vitest.state.getTestModules().flatMap((module) => [...module.children.allTests()]);
const count = (state: string) => tests.filter((test) => test.result().state === state).length;
const brokenFiles = vitest.state.getTestModules().filter((module) => module.errors().length > 0).length;
const unhandled = vitest.state.getUnhandledErrors().length;
await vitest.close();
await postgres?.stop();
clearDemo();

for (const line of missing) console.log(`Skipped: ${line}`);
const skipped = count('skipped');
const failed = count('failed') + brokenFiles + unhandled + (process.env.NO_SKIP ? missing.length + skipped : 0);
console.log(`\n${count('passed')} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`);
process.exit(failed > 0 || count('passed') === 0 ? 1 : 0);
