import { nobody } from './boundary.ts';
import type { Current, Next } from './boundary.ts';
import { saying } from './gerund.ts';
import { low } from './reader.ts';
import type { Reader } from './reader.ts';
import { namesAt } from './relation.ts';
import { isAdverb, isComma, verbAt } from './verb.ts';

// What hangs on a message without a pause before it, and asides inside it that part nothing.

/** "opened the session by recalling that …", "introduced the draft on behalf of the sponsors". */
export function hangingOn(reader: Reader, k: number, from: number, current: Current): Next | undefined {
  if (low(reader, k) === 'by' && current.verb?.sense.act === 'procedural') {
    const verb = saying.test(low(reader, k + 1)) ? verbAt(reader, k + 1, 'gerund') : undefined;
    return verb && { sort: 'gerund', end: k, verb, beside: nobody() };
  }
  return k > from && low(reader, k) === 'on' && !madeBy(reader, from, k) ? spokenFor(reader, k) : undefined;
}

/** "the statement made by Algeria on behalf of …": that is Algeria's, and not the speaker's. */
function madeBy(reader: Reader, from: number, k: number): boolean {
  for (let i = from; i < k; i++) if (reader.tongue.by.has(low(reader, i)) || low(reader, i) === 'of') return true;
  return false;
}

/** "introduced the draft on behalf of the sponsors": for whom, after what was said. */
export function spokenFor(reader: Reader, k: number): Next | undefined {
  if (low(reader, k) !== 'on' || low(reader, k + 1) !== 'behalf') return undefined;
  const list = namesAt(reader, k + 3, 'behalf');
  if (!list || (reader.row[list.end] && reader.row[list.end]!.sort !== 'mark')) return undefined;
  return { sort: 'relation', end: k, kind: 'behalf', names: list.names, after: list.end };
}

/** "; in his view, wages were …": where what the same speaker holds begins, else -1. */
export const ownView = (reader: Reader, at: number): number =>
  low(reader, at) === 'in' &&
  /^(?:his|her|its|their)$/.test(low(reader, at + 1)) &&
  /^(?:views?|opinion)$/.test(low(reader, at + 2)) &&
  low(reader, at + 3) === ','
    ? at + 4
    : -1;

/** Past ", however," and "– for the third time –": neither ends what is said. */
export function pastAside(reader: Reader, k: number): number {
  if (isComma(reader, k) && isAdverb(reader, k + 1) && isComma(reader, k + 2)) return k + 3;
  const close = low(reader, k) === '–' ? dashed(reader, k) : -1;
  return close > k ? close + 1 : k;
}

/** "the Committee – for the third time – is adopting": the second dash, where two hold an aside; else -1. */
function dashed(reader: Reader, k: number): number {
  for (let i = k + 1; i < k + 14 && reader.row[i]; i++) {
    if (low(reader, i) === ';' || low(reader, i) === ':') return -1;
    if (low(reader, i) === '–') return i;
  }
  return -1;
}
