import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import { test } from 'vitest';
import type { Database } from '#db/open.server.ts';
import type { DB } from '#db/schema.ts';
import type { Forum } from '#record/forum.ts';
import { openLive } from '#record/live.ts';
import { makeKey, signerFrom } from '#record/tree/signer.ts';
import { openTestDatabase } from './database.ts';

/** The moment every test happens at, unless it says otherwise. */
export const testNow = new Date('2026-06-01T12:00:00Z');

const testSigner = signerFrom(makeKey('lakeforum.example/record'))!;

let database: Promise<Database> | undefined;

/** A test that is handed an empty forum in a transaction, which is rolled back afterwards. */
export const forumTest = test.extend<{ forum: Forum }>({
  forum: async ({ task: _ }, use) => {
    database ??= openTestDatabase();
    const tx = await (await database).db.startTransaction().execute();
    try {
      await use(forumIn(tx));
    } finally {
      await tx.rollback().execute();
    }
  },
});

/** A test that is handed an empty forum in a database of its own, which commits: for those who act at the same moment. */
export const committingTest = test.extend<{ forum: Forum }>({
  forum: async ({ task: _ }, use) => {
    const own = await openTestDatabase();
    try {
      await use(forumIn(own.db));
    } finally {
      await own.close();
    }
  },
});

/** A forum over a transaction or database, at a time that stands still. */
export function forumIn(db: Kysely<DB>, now: Date = testNow): Forum {
  return {
    db,
    live: openLive(0),
    follow: async () => {},
    shared: false,
    now: () => now,
    newId: randomUUID,
    origin: 'http://localhost:3000',
    secret: 'a key that only the tests know',
    signer: testSigner,
    mail: { smtpUrl: null, from: 'Lake Forum <letters@lakeforum.example>', inbound: null },
    wake: async () => {},
  };
}
