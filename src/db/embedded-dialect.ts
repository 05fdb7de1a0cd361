import {
  PostgresDialect,
  PostgresDriver,
  type DatabaseConnection,
  type Driver,
  type TransactionSettings,
} from 'kysely';
import type { Pool } from 'pg';
import { roomIn } from './folder.ts';
import { DatabaseUnavailable } from './unavailable.ts';

/**
 * PostgreSQL's dialect for the embedded database, which begins no transaction on a disk that is nearly full: where
 * PostgreSQL cannot have its next segment of write-ahead log it stops for good, and reading would stop with it.
 */
export class EmbeddedDialect extends PostgresDialect {
  readonly #pool: Pool;
  readonly #directory: string;

  constructor(pool: Pool, directory: string) {
    super({ pool });
    this.#pool = pool;
    this.#directory = directory;
  }

  override createDriver(): Driver {
    return new CarefulDriver(this.#pool, this.#directory);
  }
}

class CarefulDriver extends PostgresDriver {
  readonly #directory: string;

  constructor(pool: Pool, directory: string) {
    super({ pool });
    this.#directory = directory;
  }

  override async beginTransaction(connection: DatabaseConnection, settings: TransactionSettings): Promise<void> {
    if (roomIn(this.#directory) < roomForOne) throw new DatabaseUnavailable('full');
    await super.beginTransaction(connection, settings);
  }
}

// Two segments of 16 MB: more than the longest document fills.
const roomForOne = 32 * 1024 * 1024;
