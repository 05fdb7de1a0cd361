import { LRUCache } from 'lru-cache';
import { sql, type Kysely } from 'kysely';
import type { DB } from '#db/schema.ts';
import { troubleOf } from '#db/trouble.ts';
import type { Forum } from './forum.ts';
import { signed } from './signed.ts';

/** Takes one of what somebody may ask so often a minute, and returns 0; or the seconds until there is one again. */
export type Take = (forum: Forum, whose: string, perMinute: number) => Promise<number>;

/**
 * Counts what is asked for often and costs little: a bucket for each `whose`, filled evenly with `perMinute`. Kept in this
 * process where it is the only one; in the database, as keyed hashes, where several serve one forum.
 */
export function openBuckets(what: string): Take {
  const own = bucketsOfOne();
  return async (forum, whose, perMinute) => {
    if (!forum.shared) return own(whose, perMinute, forum.now());
    const bucket = signed(forum.secret, 'bucket', `${what} ${whose}`);
    return takeShared(forum.db, bucket, perMinute, forum.now()).catch((error) => {
      // Where nothing can be written, pages are read none the less: each process counts by itself.
      if (troubleOf(error)?.code === 'database.full') return own(whose, perMinute, forum.now());
      throw error;
    });
  };
}

function bucketsOfOne(): (whose: string, perMinute: number, now: Date) => number {
  const buckets = new LRUCache<string, { filled: number; at: number }>({ max: 10_000 });
  return (whose, perMinute, now) => {
    const { filled: before, at } = buckets.get(whose) ?? { filled: perMinute, at: now.getTime() };
    const passed = Math.max(0, now.getTime() - at);
    const filled = Math.min(perMinute, before + (passed / 60_000) * perMinute);
    buckets.set(whose, { filled: filled >= 1 ? filled - 1 : filled, at: now.getTime() });
    return secondsUntil(filled, perMinute);
  };
}

let taken = 0;

/** One statement, which waits for others that take from the same bucket: so it holds over processes and instants. */
async function takeShared(db: Kysely<DB>, bucket: string, perMinute: number, now: Date): Promise<number> {
  if (taken++ % 1000 === 0)
    await db
      .deleteFrom('request_bucket')
      .where('at', '<', new Date(now.getTime() - 120_000))
      .execute();
  const passed = sql`greatest(0, extract(epoch from excluded.at - b.at))`;
  const filled = sql`least(${perMinute}::double precision, b.filled + ${passed} * ${perMinute / 60}::double precision)`;
  const { rows } = await sql<{ filled: number; took: boolean }>`
    insert into request_bucket as b (bucket, filled, took, at) values (${bucket}, ${perMinute - 1}, true, ${now})
    on conflict (bucket) do update set at = excluded.at, took = ${filled} >= 1,
      filled = case when ${filled} >= 1 then ${filled} - 1 else ${filled} end
    returning filled, took`.execute(db);
  const { took, filled: left } = rows[0]!;
  return took ? 0 : secondsUntil(left, perMinute);
}

function secondsUntil(filled: number, perMinute: number): number {
  return filled >= 1 ? 0 : Math.ceil(((1 - filled) / perMinute) * 60);
}
