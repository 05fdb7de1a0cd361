import type { Kysely } from 'kysely';
import type { DB } from '#db/schema.ts';
import type { Witnessed } from './witness.ts';

/** What is done within a transaction, and adds its lines to those that will be witnessed. */
export type Work<O> = (tx: Kysely<DB>, lines: Witnessed[]) => Promise<O>;

/** Begins a transaction, does the work in it and commits it; calls `written` when all is written but for the commit. */
export type Commit = <O>(work: Work<O>, written?: () => void) => Promise<O>;

interface Waiting {
  work: Work<unknown>;
  resolve(outcome: never): void;
  reject(error: unknown): void;
}

/** What an act throws that leaves nothing of itself in its transaction: it refused before it wrote. */
export class LeftNothing {
  readonly reason: unknown;

  constructor(reason: unknown) {
    this.reason = reason;
  }
}

// So that the first of many does not wait for long.
const mostAtOnce = 50;

/**
 * Group commit, as databases do it among themselves: what is asked for while a transaction is under way is done in the next
 * one, so that many acts share one beginning, one place in the record and one writing to the disk. They are done side by
 * side, begun in the order they came: the database always has the next question before it has answered the last. And the next
 * transaction is begun while the one before waits for the disk, so that what it looks up is answered meanwhile. So one may not
 * see what another of them has written, and what must hold between them is a constraint of the database's. One that fails
 * half-way spoils it for the others; then nothing of it is kept and each is done in a transaction of its own, in that order.
 */
export function shareTransactions(commit: Commit): Commit {
  const waiting: Waiting[] = [];
  let isUnderWay = false;

  async function empty(): Promise<void> {
    isUnderWay = true;
    while (waiting.length > 0)
      await new Promise<void>((written) => {
        void doTogether(commit, waiting.splice(0, mostAtOnce), written).then(written);
      });
    isUnderWay = false;
  }

  return <O>(work: Work<O>) =>
    new Promise<O>((resolve, reject) => {
      waiting.push({ work, resolve, reject });
      if (!isUnderWay) void empty();
    });
}

async function doTogether(commit: Commit, all: Waiting[], written: () => void): Promise<void> {
  let isSpoilt = false;
  try {
    const answers = await commit(async (tx, lines) => {
      isSpoilt = true;
      const answers = await allEnded(all.map((one) => answerOf(one, tx, lines)));
      isSpoilt = false;
      return answers;
    }, written);
    for (const answer of answers) answer();
  } catch (error) {
    // Where the commit itself failed nobody knows whether it was kept, so nothing is done a second time.
    if (!isSpoilt) return all.forEach(({ reject }) => reject(error));
    for (const { work, resolve, reject } of all)
      await commit(work).then(resolve as (outcome: unknown) => void, (error) => reject(reasonOf(error)));
  }
}

/**
 * What all of these come to. Throws what was thrown first, which is the cause of what fails after it in the same transaction,
 * but not before all have ended: until then they may write.
 */
export async function allEnded<T extends readonly Promise<unknown>[] | []>(all: T) {
  const outcomes = Promise.all(all);
  outcomes.catch(() => {});
  await Promise.allSettled(all);
  return outcomes;
}

/** What the one who asked is told once all is committed. Throws what spoils the transaction. */
async function answerOf({ work, resolve, reject }: Waiting, ...place: Parameters<Work<unknown>>): Promise<() => void> {
  try {
    const outcome = await work(...place);
    return () => resolve(outcome as never);
  } catch (error) {
    if (!(error instanceof LeftNothing)) throw error;
    return () => reject(error.reason);
  }
}

function reasonOf(error: unknown): unknown {
  return error instanceof LeftNothing ? error.reason : error;
}
