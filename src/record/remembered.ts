import { LRUCache } from 'lru-cache';
import type { Forum } from './forum.ts';

/**
 * What the record alone decides – an edition, its programme, what a person wrote – is a function of its sequence number:
 * it is looked up once and kept until the record moves on. The key names the viewer where their access decides.
 */
export async function remembered<T>({ live }: Forum, key: string, look: () => Promise<T>): Promise<T> {
  const { sequence } = live;
  const shelf = shelves.get(live);
  if (shelf?.sequence !== sequence) shelves.set(live, { sequence, things: new LRUCache({ max: 500 }) });
  const { things } = shelves.get(live)!;
  const known = things.get(key) as { value: T } | undefined;
  if (known) return known.value;
  const value = await look();
  // The record may have moved on while we looked.
  if (live.sequence === sequence) things.set(key, { value });
  return value;
}

const shelves = new WeakMap<Forum['live'], { sequence: number; things: LRUCache<string, object> }>();
