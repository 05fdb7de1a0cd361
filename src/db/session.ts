import type { PostgresQueryResult } from 'kysely';
import pg from 'pg';
import { PreparingClient } from './prepared.ts';

type Result = PostgresQueryResult<any>;

/** The connections to a database, for what asks in SQL of its own and for whoever watches them. */
export interface Connections {
  totalCount: number;
  idleCount: number;
  waitingCount: number;
  query<R>(text: string, values?: unknown[]): Promise<{ rows: R[] }>;
}

/** Somebody who asks, and may begin a transaction of their own, as Kysely's driver for PostgreSQL does. */
interface Asker {
  query(text: string, values?: readonly unknown[]): Promise<Result>;
  release(): void;
}

interface Waiting {
  go(): void;
  fail(error: Error): void;
}

// Whoever waits longer than this for the transaction of another is told that the database is busy.
const patience = 30_000;

/**
 * The one connection of a database that knows one session only, shared as a pool of connections is. Everybody's questions go
 * out at once, without waiting for the answers of others; only while a transaction is under way do others wait for its end, in
 * the order they came. A connection that is lost is made anew for the next who asks; a transaction that was under way is not.
 */
export class Session implements Connections {
  readonly #place: pg.ClientConfig;
  #client: pg.Client | null = null;
  /** Whose transaction is under way; the session itself while it connects. */
  #holder: object | null = null;
  #waiting: Waiting[] = [];
  #unanswered = 0;
  #isEnded = false;

  constructor(place: pg.ClientConfig) {
    this.#place = place;
  }

  // As of a pool, for Kysely and for whoever watches.
  readonly options = {};
  readonly totalCount = 1;

  get idleCount(): number {
    return this.#holder === null && this.#unanswered === 0 ? 1 : 0;
  }

  get waitingCount(): number {
    return this.#waiting.length;
  }

  /** Asks in no transaction, or in one that the text begins and ends itself. */
  query<R>(text: string, values?: readonly unknown[]): Promise<PostgresQueryResult<R>> {
    if (/^\s*begin\b/i.test(text)) return this.#inTurn(() => this.#askWhole(text));
    return this.#inTurn(() => this.#ask(text, values));
  }

  async #askWhole(text: string): Promise<Result> {
    const whole = (this.#holder = {});
    try {
      return await this.#ask(text);
    } catch (error) {
      await this.#ask('rollback').catch(() => {});
      throw error;
    } finally {
      if (this.#holder === whole) this.#letGo();
    }
  }

  async connect(): Promise<Asker> {
    let isInTransaction = false;
    const leave = () => {
      isInTransaction = false;
      if (this.#holder === asker) this.#letGo();
    };
    const asker: Asker = {
      query: async (text, values) => {
        if (/^(begin|start transaction)\b/.test(text))
          return this.#inTurn(() => {
            this.#holder = asker;
            isInTransaction = true;
            return this.#ask(text);
          });
        if (!isInTransaction) return this.query(text, values);
        if (this.#holder !== asker) throw new Error('Connection terminated while a transaction was under way');
        const answer = this.#ask(text, values);
        // What others ask comes after this, so they need not wait for the disk.
        if (text === 'commit' || text === 'rollback') leave();
        return answer;
      },
      release: leave,
    };
    return asker;
  }

  /** Waits for what is under way, and closes. Whoever asks afterwards is refused. */
  async end(): Promise<void> {
    if (this.#isEnded) return;
    if (this.#client || this.#holder) await this.#inTurn(() => this.#close());
    this.#isEnded = true;
  }

  async #close(): Promise<void> {
    this.#holder = this;
    this.#isEnded = true;
    for (const { fail } of this.#waiting.splice(0)) fail(ended());
    await this.#client!.end();
  }

  async #ask(text: string, values?: readonly unknown[]): Promise<Result> {
    this.#unanswered += 1;
    try {
      return (await this.#client!.query(text, values as unknown[])) as Result;
    } finally {
      this.#unanswered -= 1;
    }
  }

  /** Does what sends a question, at once or when it is its turn. */
  #inTurn<T>(send: () => Promise<T>): Promise<T> {
    if (this.#isEnded) return Promise.reject(ended());
    if (this.#client && this.#holder === null && this.#waiting.length === 0) return send();
    const sent = new Promise<T>((resolve, reject) => {
      const late = setTimeout(() => {
        this.#waiting = this.#waiting.filter((one) => one !== waiting);
        reject(new Error('timeout exceeded when trying to connect'));
      }, patience);
      const waiting = {
        go: () => {
          clearTimeout(late);
          send().then(resolve, reject);
        },
        fail: (error: Error) => {
          clearTimeout(late);
          reject(error);
        },
      };
      this.#waiting.push(waiting);
    });
    if (this.#holder === null) void this.#open();
    return sent;
  }

  #letGo(): void {
    this.#holder = null;
    if (!this.#client && this.#waiting.length > 0) return void this.#open();
    while (this.#holder === null && this.#waiting.length > 0) this.#waiting.shift()!.go();
  }

  async #open(): Promise<void> {
    this.#holder = this;
    const client = new PreparingClient({ ...this.#place, pipeline: true });
    client.on('error', () => {});
    client.on('end', () => {
      if (this.#client !== client) return;
      this.#client = null;
      // Whoever's transaction it was hears so when they ask.
      if (this.#holder !== this) this.#letGo();
    });
    try {
      await client.connect();
      this.#client = client;
    } catch (error) {
      for (const { fail } of this.#waiting.splice(0)) fail(error as Error);
    }
    this.#letGo();
  }
}

function ended(): Error {
  return new Error('Cannot use a pool after calling end on the pool');
}
