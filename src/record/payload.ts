import { randomBytes } from 'node:crypto';
import type { Written } from './rows.ts';
import { digest, sha256, type Hash } from './tree/hashing.ts';

/**
 * The rows written as text, one a line of a JSON list, and the salted commitment to them: a hash over the hash of each row
 * under a salt of its own. So one row can be shown, and shown to be recorded, without the others and without whose hand it is
 * by: those who may read words need not be those who may see the person.
 */
export function seal(rows: Written[]): { salt: Buffer; payload: string; commitment: Hash } {
  const salt = randomBytes(32);
  const texts = rows.map((row) => JSON.stringify(row, bytesAsHex));
  const shown = texts.map((text, place) => withoutHand(salt, place, text));
  return { salt, payload: `${opening}${texts.join(between)}]`, commitment: overRows(rowHashes(salt, shown)) };
}

/** What a payload and its salt commit to. Until rows were hashed one by one it was sha-256 over salt and payload. */
export function commitmentTo(salt: Buffer, payload: string): Hash {
  return isInRows(payload) ? overRows(rowHashes(salt, shownTexts(salt, payload))) : sha256(salt, payload);
}

function overRows(hashes: readonly Hash[]): Hash {
  return sha256('rows', ...hashes);
}

function rowHashes(salt: Buffer, texts: readonly string[]): Hash[] {
  return texts.map((text, place) => sha256(rowSalt(salt, place), text));
}

/** What opens one row of a payload, and nothing else of it. */
function rowSalt(salt: Buffer, place: number): Hash {
  return sha256(salt, `row ${place}`);
}

/** Each row as text. JSON writes a line feed as two letters, so there is none within a row. */
export function rowTexts(payload: string): string[] {
  if (!isInRows(payload)) return (JSON.parse(payload) as Written[]).map((row) => JSON.stringify(row));
  const inside = payload.slice((isOpenlyBy(payload) ? openlyBy : opening).length, -1);
  return inside === '' ? [] : inside.split(between);
}

/** A row of a payload as it is shown, with what opens it and nothing else; or, of one that is not shown, its hash. */
export type ShownRow = string | { salt: string; text: string };

/** A payload of which some rows are shown; null where it is of before rows were hashed one by one. Bytes in hexadecimal. */
export function showRows(salt: Buffer, payload: string, isShown: (row: Written) => boolean): ShownRow[] | null {
  if (!isInRows(payload)) return null;
  const texts = shownTexts(salt, payload);
  const hashes = rowHashes(salt, texts);
  return texts.map(
    (text, place) =>
    isShown(JSON.parse(text) as Written) ? { salt: rowSalt(salt, place).toString('hex'), text } : hashes[place]!.toString('hex'), // prettier-ignore
  );
}

/** What opens a row: its place, its salt, and its text – in two pieces where what stands between is shown elsewhere. */
export interface OpenedRow {
  place: number;
  salt: string;
  /** What the place is called where the text between is shown. */
  of: string;
  text: string[];
}

/** How a row is opened: what it is called, and the column that is shown elsewhere under this name. */
export type Opening = (row: Written) => { of: string; column?: string } | null;

/** The hashes of all rows, and what opens some. Null where it is of before rows were hashed one by one. */
export function openRows(
  salt: Buffer,
  payload: string,
  opening: Opening,
): { rows: string[]; open: OpenedRow[] } | null {
  if (!isInRows(payload)) return null;
  const texts = shownTexts(salt, payload);
  const open = texts.flatMap((text, place) => {
    const written = JSON.parse(text) as Written;
    const as = opening(written);
    if (!as) return [];
    const left = as.column && JSON.stringify(written.row[as.column]);
    const from = text.indexOf(`"${as.column}":${left}`) + `"${as.column}":`.length;
    const pieces = left ? [text.slice(0, from), text.slice(from + left.length)] : [text];
    return { place, salt: rowSalt(salt, place).toString('hex'), of: as.of, text: pieces };
  });
  return { rows: rowHashes(salt, texts).map((hash) => hash.toString('hex')), open };
}

/** The rows as they are hashed and may be shown. */
function shownTexts(salt: Buffer, payload: string): string[] {
  const texts = rowTexts(payload);
  return isOpenlyBy(payload) ? texts : texts.map((text, place) => withoutHand(salt, place, text));
}

/** Nobody who is shown one row can guess the hash of whoever wrote it. Within a text JSON puts a backslash before each mark. */
function withoutHand(salt: Buffer, place: number, text: string): string {
  return text.replace(/"(by_id|author_id)":"([0-9a-f-]{36})"/g, (_, column: string, id: string) => `"${column}":"${digest('hex', sha256(salt, `by ${place}`), id)}"`); // prettier-ignore
}

/** What a payload commits to of which some rows are shown. */
export function commitmentToShown(rows: readonly ShownRow[]): Hash {
  return overRows(
    rows.map((row) =>
      typeof row === 'string' ? Buffer.from(row, 'hex') : sha256(Buffer.from(row.salt, 'hex'), row.text),
    ),
  );
}

const opening = '[\n\n';
/** Of before the hand a row is by was hidden. */
const openlyBy = '[\n';
const between = ',\n';

function isInRows(payload: string): boolean {
  return payload.startsWith(openlyBy);
}

function isOpenlyBy(payload: string): boolean {
  return !payload.startsWith(opening);
}

function bytesAsHex(_key: string, value: unknown): unknown {
  return isBytes(value) ? Buffer.from(value.data).toString('hex') : value;
}

function isBytes(value: unknown): value is { type: 'Buffer'; data: number[] } {
  return typeof value === 'object' && value !== null && (value as { type?: unknown }).type === 'Buffer';
}
