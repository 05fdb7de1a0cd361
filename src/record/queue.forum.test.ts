import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Database } from '#db/open.server.ts';
import { openTestDatabase } from '#test/database.ts';
import { forumIn, testNow } from '#test/forum.ts';
import { openQueue, type Queue, type Reaction } from './queue.ts';
import type { Witnessed } from './witness.ts';

const kind = 'comment.submitted';
const subjects = Array.from({ length: 60 }, () => randomUUID());
const [unlucky] = subjects;
const tries = new Map<string, number>();
const calls = { told: 0 };

/** Has nothing to do with the others, and is done in one go. */
const tell: Reaction = {
  on: kind,
  name: 'tell',
  run: async (_forum, some) => {
    calls.told += some.length;
  },
};
/** Fails where one subject is among them, the first three times. */
const stumble: Reaction = {
  on: kind,
  name: 'stumble',
  run: async (_forum, some) => {
    const isFailing = some.includes(unlucky!) && (tries.get(unlucky!) ?? 0) < 3;
    for (const one of some) tries.set(one, (tries.get(one) ?? 0) + 1);
    if (isFailing) throw new Error('not yet');
  },
};

let database: Database;
let queue: Queue;
beforeAll(async () => {
  database = await openTestDatabase();
  queue = await openQueue(database, [tell, stumble], []);
});
afterAll(async () => {
  await queue.close();
  await database.close();
});

it('does what follows from lines committed together, and does again what failed', async () => {
  const lines = subjects.map((subjectId): Witnessed => {
    const by = { act: 'comment.submit', actorId: null, roundtableId: null, audience: 'public' } as const;
    return { kind, subjectId, ...by, at: testNow, rows: [] };
  });
  await database.db.transaction().execute((tx) => queue.follow(tx, lines));
  await expect(
    database.db.transaction().execute(async (tx) => {
      await queue.follow(tx, [{ ...lines[0]!, subjectId: randomUUID() }]);
      throw new Error('rolled back');
    }),
  ).rejects.toThrow('rolled back');
  await queue.work(forumIn(database.db));
  await expect.poll(() => tries.get(unlucky!), { timeout: 20_000 }).toBe(4);
  expect(calls.told).toBe(subjects.length);
  expect(tries.size).toBe(subjects.length);
  // With all, with those of its job, with those taken along when each was put back alone; then by itself.
  expect(Math.max(...tries.values())).toBeLessThanOrEqual(4);
});

it('is begun again where the database was away the first time', async () => {
  let isAway = true;
  let runs = 0;
  const query = (text: string, values?: unknown[]) =>
    isAway ? Promise.reject(new Error('away')) : database.pool.query(text, values);
  const chore = { name: 'count', run: async () => (runs++, null) };
  const opening = openQueue({ ...database, pool: { ...database.pool, query } as never }, [], [chore]);
  await expect(opening).rejects.toThrow('away');
  isAway = false;
  const counting = await openQueue({ ...database, pool: { ...database.pool, query } as never }, [], [chore]);
  isAway = true;
  await expect(counting.work(forumIn(database.db))).rejects.toThrow('away');
  expect(runs).toBe(0);
  isAway = false;
  await counting.work(forumIn(database.db));
  await expect.poll(() => runs, { timeout: 20_000 }).toBe(1);
  await counting.close();
});
