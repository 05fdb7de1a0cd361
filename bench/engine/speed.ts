import { readFileSync } from 'node:fs';
import { findPoints } from '#engine/points.ts';
import { sentences } from '#engine/reading/sentences.ts';
import { print } from './figures.ts';

const texts = ['lake-forum-en', 'second-week-en']
  .map((name) => readFileSync(new URL(`texts/${name}.txt`, import.meta.url), 'utf8'))
  .join('\n\n');

/** Sentences a second on one core, at three sizes: level when linear. The peak is the process's resident memory. */
export async function printSpeed(): Promise<void> {
  const rows: string[][] = [];
  findPoints(texts);
  for (const megabytes of [0.1, 1, 10]) {
    const text = `${texts}\n\n`.repeat(Math.ceil((megabytes * 1e6) / (texts.length + 2))).slice(0, megabytes * 1e6);
    const count = sentences(text).length;
    const began = performance.now();
    const before = process.cpuUsage();
    const points = findPoints(text).length;
    const { user, system } = process.cpuUsage(before);
    const seconds = (performance.now() - began) / 1000;
    const busy = (user + system) / 1e6;
    await new Promise((resolve) => setImmediate(resolve));
    const peak = process.resourceUsage().maxRSS / 1024;
    rows.push([
      `${megabytes} MB`,
      String(count),
      String(points),
      `${seconds.toFixed(2)} s`,
      `${busy.toFixed(2)} s`,
      String(Math.round(count / busy)),
      `${Math.round(peak)} MB`,
    ]);
  }
  print(
    'Speed: sentences for each second of processor time, which other work on the machine does not change',
    ['text', 'sentences', 'points', 'waited', 'processor', 'sentences a second', 'peak memory'],
    rows,
  );
}
