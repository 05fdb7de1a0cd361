import { sql, type Kysely } from 'kysely';
import type { DB } from '#db/schema.ts';
import type { Forum } from './forum.ts';

const many = 1000;
// So many wait for no quiet: it may not come all day.
const tooMany = 20_000;

/**
 * Lets the embedded database clear old rows away and count those there are when many have come in, as PostgreSQL does by
 * itself: one that believes a roundtable to have a single statement reads two thousand of them one by one for each. Done
 * after so many milliseconds of quiet; gives how to stop.
 */
export function keepStatistics({ db, live }: Pick<Forum, 'db' | 'live'>, after = 1000): () => Promise<void> {
  let written = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let counting: Promise<unknown> = Promise.resolve();
  const stopListening = live.onChange((_, lines) => {
    written += lines.reduce((sum, { rows }) => sum + rows.length, 0);
    if (written < many) return;
    clearTimeout(timer);
    const wait = written < tooMany ? after : 0;
    timer = setTimeout(() => {
      written = 0;
      counting = clearAndCount(db);
    }, wait).unref();
  });
  return async () => {
    stopListening();
    clearTimeout(timer);
    await counting;
  };
}

/** Where it cannot be done now, it is with the next thousand: a transaction is not begun on a disk that is nearly full. */
async function clearAndCount(db: Kysely<DB>): Promise<void> {
  const hasRoom = db.transaction().execute(async () => {});
  await hasRoom.then(() => sql`vacuum (analyze)`.execute(db)).catch(() => {});
}
