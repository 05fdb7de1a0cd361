// A report imported, drafted and its ledger printed from the terminal, one command each, on an empty data directory.
// SEED_DIR names the folder with the real report. `npm run bench:import`
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { median, table } from './machine.ts';

const seeds = process.env.SEED_DIR;
if (!seeds) throw new Error('Set SEED_DIR to the folder that holds the report, then run this again.');
const report = join(
  seeds,
  readdirSync(seeds).find((name) => name.startsWith('004'))!,
);
const root = new URL('..', import.meta.url).pathname;
const commands = [
  ['import', report, '--yes'],
  ['draft', '2.1'],
  ['ledger', '2.1'],
];
const taken: number[][] = commands.map(() => []);
for (let turn = 0; turn < 3; turn++) {
  const directory = mkdtempSync(join(tmpdir(), 'rapporteur-import-'));
  commands.forEach((words, i) => taken[i]!.push(run(words, directory)));
  rmSync(directory, { recursive: true, force: true });
}
const row = (words: string[], i: number): [string, string, string] => [
  `rapporteur ${words[0]}`,
  `${(median(taken[i]!) / 1000).toFixed(2)} s`,
  '≤ 3 s',
];
table('The seed report from the terminal, median of 3', [['command', 'measured', 'target'], ...commands.map(row)]);

function run(words: string[], directory: string): number {
  const began = performance.now();
  const { status, stderr } = spawnSync(join(root, 'bin/rapporteur'), words, {
    env: { ...process.env, DATA_DIR: directory, DATABASE_URL: '' },
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`rapporteur ${words.join(' ')} ended with status ${status}: ${stderr}`);
  return performance.now() - began;
}
