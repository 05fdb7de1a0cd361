import {
  PostgresDialect,
  PostgresDriver,
  type DatabaseConnection,
  type Driver,
  type PostgresPool,
  type TransactionSettings,
} from 'kysely';
import { roomIn } from './folder.ts';
import type { Session } from './session.ts';
import { DatabaseUnavailable } from './unavailable.ts';

/**
 * PostgreSQL's dialect for the embedded database, which begins no transaction on a disk that is nearly full: where
 * PostgreSQL cannot have its next segment of write-ahead log it stops for good, and reading would stop with it.
 */
export class EmbeddedDialect extends PostgresDialect {
  readonly #session: Session;
  readonly #directory: string;

  constructor(session: Session, directory: string) {
    super({ pool: asPool(session) });
    this.#session = session;
    this.#directory = directory;
  }

  override createDriver(): Driver {
    return new CarefulDriver(this.#session, this.#directory);
  }
}

class CarefulDriver extends PostgresDriver {
  readonly #directory: string;

  constructor(session: Session, directory: string) {
    super({ pool: asPool(session) });
    this.#directory = directory;
  }

  override async beginTransaction(connection: DatabaseConnection, settings: TransactionSettings): Promise<void> {
    if (roomIn(this.#directory) < roomForOne) throw new DatabaseUnavailable('full');
    await super.beginTransaction(connection, settings);
  }
}

/** Nobody reads with a cursor, which is the other way to ask that Kysely knows. */
function asPool(session: Session): PostgresPool {
  return session as unknown as PostgresPool;
}

// Two segments of 16 MB: more than the longest document fills.
const roomForOne = 32 * 1024 * 1024;
