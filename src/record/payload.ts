import { randomBytes } from 'node:crypto';
import type { Written } from './rows.ts';
import { sha256, type Hash } from './tree/hashing.ts';

/**
 * The rows written as text, one a line of a JSON list, and the salted commitment to them: a hash over the hash of each row
 * under a salt of its own. So one row can be shown, and shown to be recorded, without the others.
 */
export function seal(rows: Written[]): { salt: Buffer; payload: string; commitment: Hash } {
  const salt = randomBytes(32);
  const texts = rows.map((row) => JSON.stringify(row, bytesAsHex));
  return { salt, payload: `${opening}${texts.join(between)}]`, commitment: overRows(rowHashes(salt, texts)) };
}

/** What a payload and its salt commit to. Until rows were hashed one by one it was sha-256 over salt and payload. */
export function commitmentTo(salt: Buffer, payload: string): Hash {
  return payload.startsWith(opening) ? overRows(rowHashes(salt, rowTexts(payload))) : sha256(salt, payload);
}

export function overRows(hashes: readonly Hash[]): Hash {
  return sha256('rows', ...hashes);
}

export function rowHashes(salt: Buffer, texts: readonly string[]): Hash[] {
  return texts.map((text, place) => sha256(rowSalt(salt, place), text));
}

/** What opens one row of a payload, and nothing else of it. */
export function rowSalt(salt: Buffer, place: number): Hash {
  return sha256(salt, `row ${place}`);
}

/** Each row as the text that was hashed. JSON writes a line feed as two letters, so there is none within a row. */
export function rowTexts(payload: string): string[] {
  if (!payload.startsWith(opening)) return (JSON.parse(payload) as Written[]).map((row) => JSON.stringify(row));
  const inside = payload.slice(opening.length, -1);
  return inside === '' ? [] : inside.split(between);
}

/** A row of a payload as it is shown, with what opens it and nothing else; or, of one that is not shown, its hash. */
export type ShownRow = string | { salt: string; text: string };

/** A payload of which some rows are shown; null where it is of before rows were hashed one by one. Bytes in hexadecimal. */
export function showRows(salt: Buffer, payload: string, isShown: (row: Written) => boolean): ShownRow[] | null {
  if (!payload.startsWith(opening)) return null;
  const texts = rowTexts(payload);
  const hashes = rowHashes(salt, texts);
  return texts.map(
    (text, place) =>
    isShown(JSON.parse(text) as Written) ? { salt: rowSalt(salt, place).toString('hex'), text } : hashes[place]!.toString('hex'), // prettier-ignore
  );
}

/** What a payload commits to of which some rows are shown. */
export function commitmentToShown(rows: readonly ShownRow[]): Hash {
  return overRows(
    rows.map((row) =>
      typeof row === 'string' ? Buffer.from(row, 'hex') : sha256(Buffer.from(row.salt, 'hex'), row.text),
    ),
  );
}

const opening = '[\n';
const between = ',\n';

function bytesAsHex(_key: string, value: unknown): unknown {
  return isBytes(value) ? Buffer.from(value.data).toString('hex') : value;
}

function isBytes(value: unknown): value is { type: 'Buffer'; data: number[] } {
  return typeof value === 'object' && value !== null && (value as { type?: unknown }).type === 'Buffer';
}
