import { LRUCache } from 'lru-cache';

/**
 * Counts what is asked for often and costs little: a bucket for each `whose`, filled evenly with `perMinute`, kept in this
 * process alone. Takes one, and returns 0; or the seconds until there is one again.
 */
export function openBuckets(): (whose: string, perMinute: number, now: Date) => number {
  const buckets = new LRUCache<string, { left: number; at: number }>({ max: 10_000 });
  return (whose, perMinute, now) => {
    const { left, at } = buckets.get(whose) ?? { left: perMinute, at: now.getTime() };
    const filled = Math.min(perMinute, left + ((now.getTime() - at) / 60_000) * perMinute);
    buckets.set(whose, { left: Math.max(0, filled - 1), at: now.getTime() });
    return filled >= 1 ? 0 : Math.ceil(((1 - filled) / perMinute) * 60);
  };
}
