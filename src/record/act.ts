import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { z } from 'zod';
import { isReplanned } from '#db/prepared.ts';
import type { DB } from '#db/schema.ts';
import { sideBySide } from '#db/side-by-side.ts';
import type { Forum } from './forum.ts';
import { openLive } from './live.ts';
import { InvalidInput, isExpected } from './refusals.ts';
import { keepRows, type Rows, type Written } from './rows.ts';
import { allEnded, LeftNothing, shareTransactions, type Commit, type Work } from './together.ts';
import type { Viewer } from './viewer.ts';
import { witness, type Audience, type Witnessed } from './witness.ts';

/** One way in which state can change. Every act is listed in `src/acts.ts`. */
export interface Act<Schema extends z.ZodType = z.ZodType, Outcome = unknown, Prepared = unknown> {
  /** Noun and verb, as people call it: `comment.submit`. */
  name: string;
  /** What it does, in one sentence: the documentation, the CLI's help and the API's are made from it. */
  does: string;
  input: Schema;
  /** Set where it is done hundreds of times a second: it shares a transaction with those that came at the same time, and performs no other act. */
  isShared?: true;
  /**
   * What takes long to look up, looked up before there is a transaction. `run` is handed it, and holds it against what stands
   * by then; within another act, and where many share a transaction, it is handed nothing.
   */
  prepare?(db: Kysely<DB>, actor: Viewer, input: z.output<Schema>): Promise<Prepared>;
  run(context: Context, input: z.output<Schema>, prepared?: Prepared): Promise<Outcome>;
}

/** An act of whatever input and outcome, as a list of acts holds it. */
export type AnyAct = Omit<Act, 'run'> & { run(context: Context, input: never): Promise<unknown> };

export interface Context {
  tx: Kysely<DB>;
  actor: Viewer;
  now: Date;
  newId(): string;
  rows: Rows;
  /** Adds a line to the record that commits to every row written since the last line, or to those of them it names. */
  record(kind: string, subjectId: string, about?: About): void;
  /** Performs another act within this one; as another viewer only where this act has just changed what the actor holds. */
  perform<S extends z.ZodType, O>(act: Act<S, O>, input: z.input<S>, as?: Viewer): Promise<O>;
}

interface About {
  roundtableId?: string | null;
  audience?: Audience;
  due?: Date | undefined;
  /** Which of the rows written are this line's, where several lines share a write. */
  rows?: (written: Written) => boolean;
}

export function act<Schema extends z.ZodType, Outcome, Prepared = unknown>(
  definition: Act<Schema, Outcome, Prepared>,
): Act<Schema, Outcome, Prepared> {
  return definition;
}

/**
 * Performs an act: parse, begin, run, commit; then tell. Either everything it wrote is committed together with its lines
 * of the record, or nothing is. Throws `InvalidInput`, `Refusal` or `NotFound` for what is expected; anything else is a bug.
 */
export async function perform<S extends z.ZodType, O>(
  forum: Forum,
  actor: Viewer,
  act: Act<S, O>,
  input: z.input<S>,
): Promise<O> {
  const parsed = parse(act, input);
  const prepared = forum.db.isTransaction ? undefined : await act.prepare?.(forum.db, actor, parsed);
  const sitting = { forum, actor, now: forum.now(), prepared };
  if (forum.lines) {
    const outcome = await runIn({ ...sitting, tx: forum.db, lines: forum.lines, written: [] }, act, parsed);
    forum.live.announce(forum.live.sequence + 1, []);
    return outcome;
  }
  if (!act.isShared || forum.db.isTransaction)
    return commit(forum, (tx, lines) => runIn({ ...sitting, tx, lines, written: [] }, act, parsed));
  return sharedBy(forum)((tx, lines) => runBeside({ ...sitting, tx, lines, written: [] }, act, parsed));
}

/**
 * Performs many acts one after another in one transaction, all or nothing, where thousands of lines are entered at one go.
 * `work` is handed the forum to perform them on; within it the record moves on with every act, for what is remembered.
 */
export function performAll<T>(forum: Forum, work: (forum: Forum) => Promise<T>): Promise<T> {
  return commit(forum, (tx, lines) => work({ ...forum, db: tx, lines, live: openLive(0) }));
}

const sharing = new WeakMap<Kysely<DB>, Commit>();

function sharedBy(forum: Forum): Commit {
  const known = sharing.get(forum.db);
  if (known) return known;
  const shared = shareTransactions((work, written) => commit(forum, work, sideBySide, written));
  sharing.set(forum.db, shared);
  return shared;
}

/** Commits what was written together with its lines of the record, and tells. */
async function commit<O>(
  forum: Forum,
  work: Work<O>,
  within = async (tx: Kysely<DB>) => tx,
  written = () => {},
): Promise<O> {
  const { outcome, sequence, lines } = await inTransaction(forum.db, async (begun) => {
    const tx = await within(begun);
    const lines: Witnessed[] = [];
    const outcome = await work(tx, lines);
    if (lines.length === 0) return { outcome, lines, sequence: null };
    const [, sequence] = await allEnded([forum.follow(tx, lines), witness(tx, lines, forum.shared)]);
    written();
    return { outcome, lines, sequence };
  });
  if (sequence !== null) forum.live.announce(sequence, lines);
  return outcome;
}

interface Sitting {
  forum: Forum;
  tx: Kysely<DB>;
  actor: Viewer;
  now: Date;
  lines: Witnessed[];
  /** Rows that no line of the record commits to yet. */
  written: Written[];
  /** What the act was prepared with. */
  prepared?: unknown;
}

/** Runs an act in a transaction it shares: throws `LeftNothing` where it refused before it wrote. */
async function runBeside<S extends z.ZodType, O>(sitting: Sitting, act: Act<S, O>, input: z.output<S>): Promise<O> {
  const before = sitting.lines.length;
  try {
    return await runIn(sitting, act, input);
  } catch (error) {
    const isUntouched = sitting.written.length === 0 && sitting.lines.length === before;
    throw isUntouched && isExpected(error) ? new LeftNothing(error) : error;
  }
}

async function runIn<S extends z.ZodType, O>(sitting: Sitting, act: Act<S, O>, input: z.output<S>): Promise<O> {
  const { forum, tx, actor, now, lines, written } = sitting;
  const outcome = await act.run(
    {
      tx,
      actor,
      now,
      newId: forum.newId,
      rows: keepRows(tx, written),
      record(kind, subjectId, { roundtableId = null, audience = 'public', due, rows: areOfThis } = {}) {
        const all = written.splice(0);
        const rows = areOfThis ? all.filter(areOfThis) : all;
        if (areOfThis) written.push(...all.filter((row) => !areOfThis(row)));
        lines.push({
          kind,
          act: act.name,
          actorId: actor.personId,
          subjectId,
          roundtableId,
          audience,
          at: now,
          rows,
          due,
        });
      },
      async perform(inner, given, as = actor) {
        // Beside others in one transaction its savepoint would be theirs, too.
        if (act.isShared) throw new Error(`${act.name} is shared, and performs no other act`);
        const before = lines.length;
        const parsed = parse(inner, given);
        try {
          return await inSavepoint(tx, () =>
            runIn({ ...sitting, actor: as, written: [], prepared: undefined }, inner, parsed),
          );
        } catch (error) {
          lines.length = before;
          throw error;
        }
      },
    },
    input,
    sitting.prepared,
  );
  if (written.length > 0) throw new Error(`${act.name} wrote ${written[0]!.table} without a line in the record`);
  return outcome;
}

function parse<S extends z.ZodType>(act: Act<S>, input: unknown): z.output<S> {
  const result = act.input.safeParse(input);
  if (result.success) return result.data;
  throw new InvalidInput(Object.fromEntries(result.error.issues.map((issue) => [issue.path.join('.'), issue.message])));
}

/** Works in a transaction of its own, or within the one there is. */
export async function inTransaction<T>(db: Kysely<DB>, work: (tx: Kysely<DB>) => Promise<T>): Promise<T> {
  if (db.isTransaction) return inSavepoint(db, () => work(db));
  const begin = () => db.transaction().execute(work);
  return begin().catch((error) => {
    // A newer version has changed the tables meanwhile: nothing was kept, and a second time it goes through.
    if (isReplanned(error)) return begin();
    throw error;
  });
}

async function inSavepoint<T>(tx: Kysely<DB>, work: () => Promise<T>): Promise<T> {
  await sql`savepoint act`.execute(tx);
  try {
    const outcome = await work();
    await sql`release savepoint act`.execute(tx);
    return outcome;
  } catch (error) {
    await sql`rollback to savepoint act; release savepoint act`.execute(tx);
    throw error;
  }
}
