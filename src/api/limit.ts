import { openBuckets } from '#record/bucket.ts';
import type { Forum } from '#record/forum.ts';
import { ApiRefusal } from './problem.ts';

/** How many requests a minute: of one token to read and to act, and of one address without a token. */
export const perMinute = { read: 300, write: 60, visitor: 600 } as const;

const take = openBuckets('api');

/** Takes one request from a bucket that fills evenly; throws once it is empty, saying when the next one may come. */
export async function spend(forum: Forum, whose: string, kind: keyof typeof perMinute): Promise<void> {
  const seconds = await take(forum, `${kind} ${whose}`, perMinute[kind]);
  if (seconds > 0) throw new ApiRefusal('api.too_many', 429, { 'retry-after': String(seconds) });
}
