// Writes src/db/schema.ts, the types of every table, from the migrations themselves.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generate, PostgresDialect } from 'kysely-codegen';
import { migrationsKnown } from '#db/migrate.ts';
import { openDatabase } from '#db/open.server.ts';

/** The text of `src/db/schema.ts` for the migrations as they are now. */
export async function generateSchema(): Promise<string> {
  const directory = mkdtempSync(join(tmpdir(), 'rapporteur-schema-'));
  const database = await openDatabase({ directory }, await migrationsKnown());
  try {
    return await generate({
      db: database.db,
      dialect: new PostgresDialect({ dateParser: 'string', numericParser: 'number' }),
      excludePattern: 'kysely_*',
      outFile: null,
      typeMapping: { int8: 'number' },
      typeOnlyImports: true,
    });
  } finally {
    await database.close();
    rmSync(directory, { recursive: true });
  }
}

if (import.meta.main) writeFileSync(new URL('../src/db/schema.ts', import.meta.url), await generateSchema());
