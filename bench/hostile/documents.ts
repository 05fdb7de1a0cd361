import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { extractText } from '#documents/extract.ts';

// What the manifest leaves open ("rejected or …") and we read, and what it wants read or shown as text.
const read =
  /^(accepted|imported as text|text only|as above|flagged where|decoded|tracked changes|macro and external|rejected or (extra entries )?ignored)/;

/** Reads every document of the folder, and says whether each got what its manifest wants, and what its reader cost. */
export async function readHostileDocuments(folder: string): Promise<[string, string, string][]> {
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as {
    name: string;
    expect: string;
  }[];
  const wrong: string[] = [];
  const watch = watchChildren();
  let slowest = { name: '', seconds: 0 };
  for (const { name, expect } of manifest) {
    const began = performance.now();
    const outcome = await extractText({ bytes: readFileSync(join(folder, name)), name }).catch(
      (error: unknown) => error,
    );
    const seconds = (performance.now() - began) / 1000;
    if (seconds > slowest.seconds) slowest = { name, seconds };
    const { name: kind, code, format } = outcome as { name?: string; code?: string; format?: string };
    const isAsWanted = read.test(expect)
      ? format !== undefined
      : kind === 'DocumentRefusal' && code !== 'reader_failed';
    if (!isAsWanted || /root:|DELETED SECRET/.test(JSON.stringify(outcome))) wrong.push(`${name}: ${code ?? format}`);
  }
  const { most, longest } = watch.stop();
  if (wrong.length > 0 || most > 512 || longest > 10.5) process.exitCode = 1;
  for (const one of wrong) console.log(one);
  return [
    [`hostile documents of ${manifest.length} that did not get what their manifest says`, String(wrong.length), '0'],
    ['the most memory a reader held', `${most} MB`, '≤ 512 MB'],
    ['the longest a reader lived', `${longest.toFixed(1)} s`, '≤ 10 s'],
    ['the slowest answer', `${slowest.seconds.toFixed(1)} s (${slowest.name})`, '≤ 10 s'],
  ];
}

/** Looks at the children of this process forty times a second, as the system counts them. */
function watchChildren(): { stop(): { most: number; longest: number } } {
  const born = new Map<string, number>();
  let most = 0;
  let longest = 0;
  const looking = setInterval(() => {
    for (const pid of childrenOf(process.pid)) {
      if (!born.has(pid)) born.set(pid, performance.now());
      longest = Math.max(longest, (performance.now() - born.get(pid)!) / 1000);
      most = Math.max(most, Math.round(peakOf(pid) / 1024));
    }
  }, 25);
  return {
    stop() {
      clearInterval(looking);
      return { most, longest };
    },
  };
}

function childrenOf(parent: number): string[] {
  const tasks = readdirSync(`/proc/${parent}/task`);
  return tasks.flatMap((task) => textOf(`/proc/${parent}/task/${task}/children`).split(' ').filter(Boolean));
}

/** In kilobytes. */
function peakOf(pid: string): number {
  return Number(/VmHWM:\s+(\d+)/.exec(textOf(`/proc/${pid}/status`))?.[1] ?? 0);
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    // It has ended meanwhile.
    return '';
  }
}
