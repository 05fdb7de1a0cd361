import type { Kysely } from 'kysely';
import { fromKysely, PgBoss } from 'pg-boss';
import type { Database } from '#db/open.server.ts';
import type { DB } from '#db/schema.ts';
import type { Forum } from './forum.ts';
import type { Witnessed } from './witness.ts';

/** What follows from a line of the record, after commit: tells others, computes, closes what has run out. */
export interface Reaction {
  /** The kind of line it follows from. */
  on: string;
  /** Its name among the reactions: what it does, in a word or two. */
  name: string;
  run(forum: Forum, subjectId: string): Promise<unknown>;
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
  boss.on('error', (error) => console.error(`The queue stumbled: ${error.message}`));
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
      await boss.work<Following>(followed, { pollingIntervalSeconds: 1, batchSize: 20 }, async (jobs) => {
        for (const { id, data } of jobs) {
          const reaction = reactions.find(({ name }) => name === data.name);
          // One that fails is tried again by itself: those beside it are not done twice for it.
          await reaction?.run(forum, data.subjectId).catch((error) => {
            console.error(`${data.name}:`, error);
            return boss.fail(followed, id, { message: String(error) });
          });
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
