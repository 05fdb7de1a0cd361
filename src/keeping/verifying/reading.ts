import { commitmentTo, rowTexts } from '#record/payload.ts';
import type { Written } from '#record/rows.ts';
import { actorHash, entryUnder, lineSalt } from '#record/tree/entry.ts';
import { digest, hashLength, leafMark } from '#record/tree/hashing.ts';
import { fullHead, tileWidth } from '#record/tree/tiles.ts';
import type { Canon } from './canonical.ts';
import { entryKinds, openEntries } from './entries.ts';

type Row = Record<string, unknown>;

/** A line with its payload, as a snapshot holds it. */
export interface StoredLine {
  sequence: number;
  kind: string;
  act: string;
  actor_id: string | null;
  subject_id: string;
  roundtable_id: string | null;
  audience: string;
  at: string;
  commitment: string;
  salt: string;
  payload_salt: string | null;
  payload: string | null;
}

/** What was worked out of lines one after another, all that can be without knowing of the others. */
export interface LinesRead {
  sequences: Float64Array;
  leaves: Uint8Array;
  /** Where they are 256 lines that fill a tile: the head over it. */
  head: Uint8Array | null;
  /** Sequence numbers of those whose payload is not what they commit to, and of those without one. */
  changed: number[];
  missing: number[];
  /** What they say of rows (`entries.ts`). */
  entries: Uint8Array;
}

export function readLines(lines: readonly string[], canons: ReadonlyMap<string, Canon>): LinesRead {
  const sequences = new Float64Array(lines.length);
  const leaves = Buffer.allocUnsafe(lines.length * hashLength);
  const entries = openEntries(lines.length * 2);
  const [changed, missing] = [[] as number[], [] as number[]];
  for (const [i, text] of lines.entries()) {
    const stored = JSON.parse(text) as StoredLine;
    const { sequence, payload, payload_salt } = stored;
    const commitment = hexIn(stored.commitment);
    sequences[i] = sequence;
    leaves.write(digest('binary', leafMark, entryOf(stored, commitment)), i * hashLength, 'latin1');
    if (payload === null || payload_salt === null) missing.push(sequence);
    else if (commitmentTo(bytesIn(payload_salt), payload).toString('hex') !== commitment) changed.push(sequence);
    else
      for (const text of rowTexts(payload)) {
        const { table, row, removed } = JSON.parse(text) as Written;
        const canon = canons.get(table);
        if (canon) entries.add(removed ? entryKinds.removed : entryKinds.written, canon.key(row), removed ? null : canon.value(row, false), sequence); // prettier-ignore
      }
  }
  return { sequences, leaves, head: headOver(sequences, leaves), changed, missing, entries: entries.end() };
}

/** The same of rows as they are stored. */
export function readRows(rows: readonly string[], canon: Canon): Uint8Array {
  const entries = openEntries(rows.length);
  for (const text of rows) {
    const row = JSON.parse(text) as Row;
    entries.add(entryKinds.stored, canon.key(row), canon.value(row, true), 0);
  }
  return entries.end();
}

function headOver(sequences: Float64Array, leaves: Buffer): Buffer | null {
  const [first = 0] = sequences;
  const isTile = sequences.length === tileWidth && first % tileWidth === 1;
  return isTile && sequences.every((sequence, i) => sequence === first + i) ? fullHead(leaves, 0, tileWidth) : null;
}

function entryOf(stored: StoredLine, commitment: string): string {
  const { sequence, kind, act, audience } = stored;
  const salt = bytesIn(stored.salt);
  return entryUnder(lineSalt(salt), {
    sequence,
    kind,
    act,
    actor: actorHash(salt, stored.actor_id),
    subject: stored.subject_id,
    roundtable: stored.roundtable_id,
    audience,
    at: timeIn(stored.at),
    commitment,
  });
}

/** A moment as lines have it. What is none is no line's, and gives another leaf. */
function timeIn(text: string): string {
  // As the database writes most of them.
  if (/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}\+00:00$/.test(text)) return `${text.slice(0, 23)}Z`;
  const at = new Date(text);
  return Number.isNaN(at.getTime()) ? text : at.toISOString();
}

/** Bytes as the database writes them in JSON: `\x` and hexadecimal. */
export function bytesIn(text: string): Buffer {
  return Buffer.from(hexIn(text), 'hex');
}

function hexIn(text: string): string {
  return text.startsWith('\\x') ? text.slice(2) : text;
}
