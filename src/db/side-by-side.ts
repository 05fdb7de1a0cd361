import { DummyDriver, Kysely, PostgresDialect, type DatabaseConnection } from 'kysely';
import type { DB } from './schema.ts';

/** The tables, within a transaction that is under way. */
class WithinTransaction extends Kysely<DB> {
  override get isTransaction(): boolean {
    return true;
  }
}

// Builds queries, and is never asked for a connection: there is one.
const dialect = new PostgresDialect({ pool: () => Promise.reject(new Error('This is within a transaction')) });

/**
 * A transaction in which questions go out without waiting for the answers to those before, as its connection can take them:
 * Kysely's own asks one after another. They are answered in the order they were asked; where one fails, so do those after it.
 */
export async function sideBySide(tx: Kysely<DB>): Promise<Kysely<DB>> {
  const executor = tx.getExecutor();
  const connection = await executor.provideConnection(async (only: DatabaseConnection) => only);
  const asking = executor.withConnectionProvider({ provideConnection: (ask) => ask(connection) });
  return new WithinTransaction({ config: { dialect }, dialect, driver: new DummyDriver(), executor: asking });
}
