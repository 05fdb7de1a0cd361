import type { Kysely } from 'kysely';
import type { DB } from '#db/schema.ts';
import type { Live } from './live.ts';
import type { Witnessed } from './witness.ts';

/** An open forum: all that a query or an act needs, handed in from outside so that nothing hangs on a module. */
export interface Forum {
  db: Kysely<DB>;
  live: Live;
  /** Puts what follows from these lines into the queue, in the same transaction. */
  follow(tx: Kysely<DB>, lines: Witnessed[]): Promise<void>;
  /** Whether other processes must be told of a change through the database. */
  shared: boolean;
  now(): Date;
  newId(): string;
  /** The address people type, without a slash at its end: what links in letters and feeds begin with. */
  origin: string;
  /** The key that signs sign-in cookies and the links in letters. Never shown. */
  secret: string;
}
