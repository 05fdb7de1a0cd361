import { openBuckets } from '#record/bucket.ts';
import { ApiRefusal } from './problem.ts';

/** How many requests a minute: of one token to read and to act, and of one address without a token. */
export const perMinute = { read: 300, write: 60, visitor: 600 } as const;

const take = openBuckets();

/** Takes one request from a bucket that fills evenly; throws once it is empty, saying when the next one may come. */
export function spend(whose: string, kind: keyof typeof perMinute, now: Date): void {
  const seconds = take(`${kind} ${whose}`, perMinute[kind], now);
  if (seconds > 0) throw new ApiRefusal('api.too_many', 429, { 'retry-after': String(seconds) });
}
