import { LRUCache } from 'lru-cache';
import { ApiRefusal } from './problem.ts';

/** How many requests a minute: of one token to read and to act, and of one address without a token. */
export const perMinute = { read: 300, write: 60, visitor: 600 } as const;

const buckets = new LRUCache<string, { left: number; at: number }>({ max: 10_000 });

/** Takes one request from a bucket that fills evenly; throws once it is empty, saying when the next one may come. */
export function spend(whose: string, kind: keyof typeof perMinute, now: Date): void {
  const most = perMinute[kind];
  const key = `${kind} ${whose}`;
  const { left, at } = buckets.get(key) ?? { left: most, at: now.getTime() };
  const filled = Math.min(most, left + ((now.getTime() - at) / 60_000) * most);
  buckets.set(key, { left: Math.max(0, filled - 1), at: now.getTime() });
  if (filled >= 1) return;
  const seconds = Math.ceil(((1 - filled) / most) * 60);
  throw new ApiRefusal('api.too_many', 429, { 'retry-after': String(seconds) });
}
