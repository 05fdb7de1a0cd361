import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import type { Readable, Writable } from 'node:stream';
import { logError } from '#log/log.ts';
import { projectRoot } from '#project-root.ts';
import { Refusal } from '#record/refusals.ts';
import type { WholeReport } from '#report/export/whole.ts';
import { settingOf } from './setting.ts';

/**
 * A report of 340 paragraphs over 2,000 statements is set in half a minute on a busy core; one of 8,000 sentences, each with its
 * sources underneath, on a machine that has seven other things to do takes longer than two.
 */
const longest = 600_000;

/**
 * The report as a tagged PDF, set by Typst in a child process: headings, lists, tables, footnotes and languages are told to
 * whoever reads it aloud. One at a time, so that the pages keep a core. Refuses with a sentence where it fails.
 */
export function pdfOf(report: WholeReport): Promise<Uint8Array> {
  const set = queue.then(() => setInChild(report));
  queue = set.catch(() => {});
  return set;
}

let queue: Promise<unknown> = Promise.resolve();

async function setInChild(report: WholeReport): Promise<Uint8Array> {
  const readable = ['package.json', 'src', 'node_modules'].map((path) => `--allow-fs-read=${join(projectRoot, path)}`);
  const program = join(projectRoot, 'src/report/export/pdf/setting-child.ts');
  // For a run of seconds, optimising Typst's machine code costs more than it saves.
  const words = ['--no-warnings', '--liftoff-only', '--permission', '--allow-worker', ...readable, program];
  const child = spawn(process.execPath, words, {
    env: {},
    timeout: longest,
    killSignal: 'SIGKILL',
    stdio: ['pipe', 'ignore', 'pipe', 'pipe'],
  });
  const parentEnds = () => child.kill('SIGKILL');
  process.once('exit', parentEnds);
  const input = child.stdio[0] as Writable;
  // A child that fails early leaves part of its input unread; its end says why.
  input.on('error', () => {});
  input.end(JSON.stringify(settingOf(report)));
  try {
    const [pdf, complaint] = await Promise.all([buffer(child.stdio[3] as Readable), buffer(child.stdio[2]!)]);
    if (pdf.subarray(0, 5).toString() === '%PDF-') return pdf;
    logError('The PDF was not set', new Error(complaint.toString().slice(0, 4000)));
    throw new Refusal('printed.failed');
  } finally {
    process.off('exit', parentEnds);
  }
}
