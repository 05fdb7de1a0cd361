import { createHash } from 'node:crypto';
import type { Writable } from 'node:stream';
import pg from 'pg';

// The program asks some nine hundred texts again and again; beyond that they are built from data and would only fill the
// server's memory.
const most = 1000;
const names = new Map<string, string>();
/** Asked once so far: most of what is built from data is never asked again. */
const askedOnce = new Set<string>();
/** Moves on when the tables have changed under us: what was prepared before is prepared anew, on every connection. */
let tables = 0;

type Answered = (error: Error | null, result?: unknown) => void;
type Ask = (query: object, answered?: Answered) => Promise<unknown>;

/**
 * A connection that has PostgreSQL plan each query once: a text with parameters is prepared under a name of its own, so
 * that a page's queries, which are always the same, are only run. On the embedded database planning is two thirds of the time.
 * Where a newer version of the program has added a column meanwhile, the query is planned anew and asked once more; within a
 * transaction, which has failed by then, whoever began it sees `isReplanned`.
 */
export class PreparingClient extends pg.Client {
  #isHeldBack = false;

  override query(...words: unknown[]): never {
    this.#holdBack();
    const [text, given, answered] = words as [unknown, unknown, Answered | undefined];
    if (typeof text !== 'string' || !Array.isArray(given) || given.length === 0)
      return (super.query as (...words: unknown[]) => never)(...words);
    const values = given.map(withoutNul);
    const name = nameOf(text);
    const ask = super.query.bind(this) as unknown as Ask;
    if (!name) return (answered ? ask({ text, values }, answered) : ask({ text, values })) as never;
    const query = { name, text, values };
    const again = { text, values };
    if (answered)
      return ask(query, (error, result) => {
        if (!isReplanned(error)) return answered(error, result);
        tables += 1;
        ask(again, (still, result) => answered(still && error, result));
      }) as never;
    return ask(query).catch((error) => {
      if (!isReplanned(error)) throw error;
      tables += 1;
      return ask(again).catch(() => Promise.reject(error));
    }) as never;
  }

  /** What is asked in one turn of the event loop goes out with one write: each write wakes whoever reads, which is dear. */
  #holdBack(): void {
    const { stream } = (this as unknown as { connection: { stream: Writable } }).connection;
    if (this.#isHeldBack) return;
    this.#isHeldBack = true;
    stream.cork();
    process.nextTick(() => {
      this.#isHeldBack = false;
      stream.uncork();
    });
  }
}

/** No database keeps a NUL: whoever sends one finds it replaced, or finds nothing under it, as for any unknown word. */
function withoutNul(value: unknown): unknown {
  if (typeof value === 'string') return value.includes('\0') ? value.replaceAll('\0', '\ufffd') : value;
  return Array.isArray(value) ? value.map(withoutNul) : value;
}

/** Whether a query failed for nothing but that a table it reads or writes has gained a column since it was prepared. */
export function isReplanned(error: unknown): boolean {
  const { code, message } = (error ?? {}) as { code?: string; message?: string };
  return code === '0A000' && message === 'cached plan must not change result type';
}

/** None for a text that is asked for the first time. */
function nameOf(text: string): string | null {
  const name = names.get(text) ?? (isAskedAgain(text) ? addName(text) : null);
  return name && tables > 0 ? `${name}${tables}` : name;
}

function isAskedAgain(text: string): boolean {
  if (names.size >= most) return false;
  if (askedOnce.delete(text)) return true;
  if (askedOnce.size >= most) askedOnce.clear();
  askedOnce.add(text);
  return false;
}

function addName(text: string): string {
  const name = createHash('sha256').update(text).digest('base64url').slice(0, 20);
  names.set(text, name);
  return name;
}
