import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Shape } from '#db/shape.ts';
import { projectRoot } from '#project-root.ts';
import { canonsOf } from './canonical.ts';
import { readLines, readRows, type LinesRead } from './reading.ts';

/** What can be worked out of some lines or rows by themselves, so by several at once. */
export interface Hands {
  lines(texts: readonly string[]): LinesRead | Promise<LinesRead>;
  rows(table: string, texts: readonly string[]): Uint8Array | Promise<Uint8Array>;
  close(): Promise<void>;
}

export interface Asked {
  id: number;
  /** Null for lines of the record. */
  table: string | null;
  texts: readonly string[];
}

export interface Answered {
  id: number;
  lines?: LinesRead;
  rows?: Uint8Array;
  /** What went wrong, in its own words. */
  broken?: string;
}

// A thread takes a tenth of a second to start: most forums are checked by then.
const doneHere = 20_000;

/** Works here at first, and once there is much to do with a thread for each processor. */
export function openHands(shapes: readonly Shape[]): Hands {
  const canons = canonsOf(shapes);
  let done = 0;
  let threads: Hands | undefined;
  const far = (count: number) => {
    done += count;
    return done > doneHere ? (threads ??= openThreads(shapes)) : undefined;
  };
  return {
    lines: (texts) => far(texts.length)?.lines(texts) ?? readLines(texts, canons),
    rows: (table, texts) => far(texts.length)?.rows(table, texts) ?? readRows(texts, canons.get(table)!),
    close: async () => threads?.close(),
  };
}

function openThreads(shapes: readonly Shape[]): Hands {
  const waiting = new Map<number, { resolve(answered: Answered): void; reject(error: Error): void }>();
  const fail = (error: Error) => {
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };
  const threads = Array.from({ length: Math.min(8, Math.max(2, availableParallelism())) }, () => {
    const thread = new Worker(join(projectRoot, 'src/keeping/verifying/reading-thread.ts'), { workerData: shapes, execArgv: ['--disable-warning=ExperimentalWarning'] }); // prettier-ignore
    thread.on('message', (answered: Answered) => {
      const { resolve, reject } = waiting.get(answered.id)!;
      waiting.delete(answered.id);
      if (answered.broken) reject(new Error(answered.broken));
      else resolve(answered);
    });
    return thread.on('error', fail);
  });
  let asked = 0;
  const ask = (table: string | null, texts: readonly string[]) => {
    const id = asked++;
    threads[id % threads.length]!.postMessage({ id, table, texts } satisfies Asked);
    return new Promise<Answered>((resolve, reject) => waiting.set(id, { resolve, reject }));
  };
  return {
    lines: async (texts) => (await ask(null, texts)).lines!,
    rows: async (table, texts) => (await ask(table, texts)).rows!,
    async close() {
      await Promise.all(threads.map((thread) => thread.terminate()));
    },
  };
}
