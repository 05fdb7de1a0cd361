import type { Kysely } from 'kysely';
import { fromKysely, PgBoss, type Job } from 'pg-boss';
import type { Database } from '#db/open.server.ts';
import type { DB } from '#db/schema.ts';
import { logError } from '#log/log.ts';
import type { Forum } from './forum.ts';
import type { Witnessed } from './witness.ts';

/** What follows from a line of the record, after commit: tells others, computes, closes what has run out. */
export interface Reaction {
  /** The kind of line it follows from. */
  on: string;
  /** Its name among the reactions: what it does, in a word or two. */
  name: string;
  /** Given the subjects of all the lines that wait, up to a hundred: some work is done at one go sooner than one by one. */
  run(forum: Forum, subjectIds: string[]): Promise<unknown>;
}

/** For work that is done for one subject at a time; where most have nothing to do with it, for those that `among` finds. */
export function each(
  run: (forum: Forum, subjectId: string) => Promise<unknown>,
  among?: (db: Kysely<DB>, subjectIds: string[]) => Promise<string[]>,
): Reaction['run'] {
  return async (forum, subjectIds) => {
    for (const subjectId of among ? await among(forum.db, subjectIds) : subjectIds) await run(forum, subjectId);
  };
}

/** Work done when there is some: it is woken, does what is due, and says when it must be woken next. */
export interface Chore {
  name: string;
  run(forum: Forum): Promise<Date | null>;
}

export interface Queue {
  follow: Forum['follow'];
  wake: Forum['wake'];
  /** Begins to work on what is waiting, and on what comes. */
  work(forum: Forum): Promise<void>;
  close(): Promise<void>;
}

// All reactions wait in one queue: a queue each would be asked every second whether there is anything in it.
const followed = 'reactions';

interface Following {
  /** Of the reaction. */
  name: string;
  subjectId: string;
}

/** Opens the queue of reactions in the forum's own database, so that enqueuing is part of the act's transaction. */
export async function openQueue(
  database: Database,
  reactions: readonly Reaction[],
  chores: readonly Chore[],
): Promise<Queue> {
  const boss = new PgBoss({
    db: { executeSql: (text, values) => database.pool.query(text, values as unknown[]) },
    backend: database.kind === 'embedded' ? 'pglite' : 'postgres',
    schedule: false,
  });
  boss.on('error', (error) => logError('The queue stumbled', error));
  await boss.start();
  for (const name of [followed, ...chores.map(({ name }) => name)]) {
    await boss.createQueue(name, { retryLimit: 5, retryBackoff: true });
    // pg-boss looks a queue up on first use, over a second connection, which the embedded database does not have while an
    // act is under way. So it is used once now.
    await boss.insert(name, []);
  }
  return {
    follow: (tx, lines) => enqueue(boss, tx, reactions, lines),
    wake: (name, at) => wake(boss, name, at),
    async work(forum) {
      await boss.work<Following>(followed, { pollingIntervalSeconds: 1, batchSize: 100 }, async (jobs) => {
        for (const reaction of reactions) {
          const due = jobs.filter(({ data }) => data.name === reaction.name);
          if (due.length > 0) await react(boss, forum, reaction, due);
        }
      });
      for (const { name, run } of chores) {
        // However often it was woken meanwhile, it is done once.
        await boss.work(name, { pollingIntervalSeconds: 1, batchSize: 200 }, async () => {
          const next = await run(forum);
          if (next) await wake(boss, name, next);
        });
        await wake(boss, name);
      }
    },
    close: () => boss.stop({ graceful: true, timeout: 5000 }),
  };
}

/** One that fails is tried again by itself, at once and later: those beside it are not done twice for it. */
async function react(boss: PgBoss, forum: Forum, reaction: Reaction, jobs: Job<Following>[]): Promise<void> {
  try {
    const subjects = new Set(jobs.map(({ data }) => data.subjectId));
    await reaction.run(forum, [...subjects]);
  } catch (error) {
    if (jobs.length > 1) {
      for (const job of jobs) await react(boss, forum, reaction, [job]);
      return;
    }
    logError(reaction.name, error);
    await boss.fail(followed, jobs[0]!.id, { message: String(error) });
  }
}

async function wake(boss: PgBoss, name: string, at?: Date): Promise<void> {
  await boss.insert(name, [at ? { startAfter: at } : {}]);
}

async function enqueue(
  boss: PgBoss,
  tx: Kysely<DB>,
  reactions: readonly Reaction[],
  lines: Witnessed[],
): Promise<void> {
  const jobs = lines.flatMap(({ kind, subjectId, due }) =>
    reactions
      .filter(({ on }) => on === kind)
      .map(({ name }) => ({ data: { name, subjectId }, ...(due ? { startAfter: due } : {}) })),
  );
  if (jobs.length > 0) await boss.insert(followed, jobs, { db: fromKysely(tx) });
}
