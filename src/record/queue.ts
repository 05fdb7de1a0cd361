import type { Kysely } from 'kysely';
import { fromKysely, PgBoss, type Job, type JobInsert } from 'pg-boss';
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
  /** Given the subjects of all the lines that wait, up to two hundred: some work is done at one go sooner than one by one. */
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
  /** Begins to work on what is waiting, and on what comes. Where it fails half-way it may be called again. */
  work(forum: Forum): Promise<void>;
  close(): Promise<void>;
}

// All reactions wait in one queue: a queue each would be asked every second whether there is anything in it.
const followed = 'reactions';

/** What waits in it: of all the lines that were committed together, those that one reaction follows from. */
interface Following {
  /** Of the reaction. */
  name: string;
  subjectIds: string[];
  /** In those that waited before there could be several. */
  subjectId?: string;
}

const subjectsInOne = 25;
const takenAtOnce = 8;

/** Opens the queue of reactions in the forum's own database, so that enqueuing is part of the act's transaction. */
export async function openQueue(
  database: Database,
  reactions: readonly Reaction[],
  chores: readonly Chore[],
): Promise<Queue> {
  const boss = bossOn(database);
  await boss.start();
  for (const name of [followed, ...chores.map(({ name }) => name)]) {
    await boss.createQueue(name, { retryLimit: 5, retryBackoff: true });
    // pg-boss looks a queue up on first use, over a second connection, which the embedded database does not have while an
    // act is under way. So it is used once now.
    await boss.insert(name, []);
  }
  const begun = new Set<string>();
  const begin = async (name: string, start: () => Promise<unknown>) => {
    if (begun.has(name)) return;
    await start();
    begun.add(name);
  };
  return {
    follow: (tx, lines) => enqueue(boss, tx, reactions, lines),
    wake: (name, at) => wake(boss, name, at),
    async work(forum) {
      const ask = { pollingIntervalSeconds: 1 };
      await begin(followed, () =>
        boss.work<Following>(followed, { ...ask, batchSize: takenAtOnce }, async (jobs) => {
          for (const reaction of reactions) {
            const due = jobs.filter(({ data }) => data.name === reaction.name);
            if (due.length > 0) await react(boss, forum, reaction, due);
          }
        }),
      );
      for (const { name, run } of chores) {
        // However often it was woken meanwhile, it is done once.
        await begin(name, () =>
          boss.work(name, { ...ask, batchSize: 200 }, async () => {
            const next = await run(forum);
            if (next) await wake(boss, name, next);
          }),
        );
        await wake(boss, name);
      }
    },
    close: () => boss.stop({ graceful: true, timeout: 5000 }),
  };
}

/** A job that waits, as a backup holds it. */
export interface WaitingJob {
  name: string;
  data: object;
  /** When it may be begun. */
  start_after: string;
}

/** For putting jobs back into a forum's database in the transaction that puts back all else. */
export async function openJobs(database: Database) {
  const boss = bossOn(database);
  await boss.start();
  return {
    async queues(names: readonly string[]): Promise<void> {
      for (const name of names) {
        await boss.createQueue(name, { retryLimit: 5, retryBackoff: true });
        await boss.insert(name, []);
      }
    },
    async put(tx: Kysely<DB>, jobs: readonly WaitingJob[]): Promise<void> {
      for (const { name, data, start_after } of jobs)
        await boss.insert(name, [{ data, startAfter: new Date(start_after) }], { db: fromKysely(tx) });
    },
    close: () => boss.stop({ graceful: false }),
  };
}

function bossOn(database: Database): PgBoss {
  const boss = new PgBoss({
    db: { executeSql: (text, values) => database.pool.query(text, values as unknown[]) },
    backend: database.kind === 'embedded' ? 'pglite' : 'postgres',
    schedule: false,
  });
  boss.on('error', (error) => logError('The queue stumbled', error));
  return boss;
}

/** What fails among others is tried again by itself, at once and later: what is beside it is not done twice for it. */
async function react(boss: PgBoss, forum: Forum, reaction: Reaction, jobs: Job<Following>[]): Promise<void> {
  const subjects = [...new Set(jobs.flatMap(({ data }) => data.subjectIds ?? [data.subjectId!]))];
  try {
    await reaction.run(forum, subjects);
  } catch (error) {
    if (jobs.length > 1) {
      for (const job of jobs) await react(boss, forum, reaction, [job]);
      return;
    }
    if (subjects.length > 1) {
      const alone = subjects.map((subject) => following(reaction, [subject]));
      return void (await boss.insert(followed, alone));
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
  const jobs = reactions.flatMap((reaction) => {
    const own = lines.filter(({ kind }) => kind === reaction.on);
    const byTime = Map.groupBy(own, ({ due }) => due?.getTime());
    return [...byTime.values()].flatMap((some) => inJobs(reaction, some));
  });
  if (jobs.length > 0) await boss.insert(followed, jobs, { db: fromKysely(tx) });
}

/** One job, or a few where the lines are many; all of them fall due at the same time. */
function inJobs(reaction: Reaction, lines: Witnessed[]): JobInsert<Following>[] {
  const subjects = lines.map(({ subjectId }) => subjectId);
  const jobs = Array.from({ length: Math.ceil(lines.length / subjectsInOne) }, (_, i) =>
    subjects.slice(i * subjectsInOne, (i + 1) * subjectsInOne),
  );
  return jobs.map((some) => following(reaction, some, lines[0]!.due));
}

function following({ name }: Reaction, subjectIds: string[], due?: Date): JobInsert<Following> {
  return { data: { name, subjectIds }, ...(due ? { startAfter: due } : {}) };
}
