import type { Kysely } from 'kysely';
import type { DB } from '#db/schema.ts';
import type { Live } from './live.ts';
import type { Signer } from './tree/signer.ts';
import type { Witnessed } from './witness.ts';

/** An open forum: all that a query or an act needs, handed in from outside so that nothing hangs on a module. */
export interface Forum {
  db: Kysely<DB>;
  live: Live;
  /** Puts what follows from these lines into the queue, in the same transaction. */
  follow(tx: Kysely<DB>, lines: Witnessed[]): Promise<void>;
  /** Set while many acts share one transaction, all or nothing: their lines wait here for its end. */
  lines?: Witnessed[];
  /** Whether other processes must be told of a change through the database. */
  shared: boolean;
  now(): Date;
  newId(): string;
  /** The address people type, without a slash at its end: what links in letters and feeds begin with. */
  origin: string;
  /** The key that signs sign-in cookies and the links in letters. Never shown. */
  secret: string;
  /** Signs the heads of the record's tree. */
  signer: Signer;
  /** How letters leave, and how answers to them come back. */
  mail: MailPlaces;
  /** Has a chore done, at once or at that time, by whichever process is free. Never inside a transaction. */
  wake(chore: string, at?: Date): Promise<void>;
}

export interface MailPlaces {
  /** Where letters are handed over: smtp:// or smtps://, with name and password where it wants them; null: nowhere. */
  smtpUrl: string | null;
  /** From whom they come: an address, or “Name <address>”. */
  from: string;
  /** Where answers come in (reply@forum.example), and the secret that whoever brings them shows; null: they cannot. */
  inbound: { address: string; secret: string } | null;
}
