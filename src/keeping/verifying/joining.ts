import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { entryKinds, entryLength } from './entries.ts';

/** How a row and the newest line about it do not go together. `key` is the 16 bytes of its table and primary key. */
export interface Mismatch {
  what: 'row_changed' | 'row_missing' | 'row_unknown' | 'row_back';
  key: string;
  /** The newest line about it; 0 where there is none. */
  sequence: number;
}

export interface Joining {
  /** What lines say of rows, in the order of the lines, and rows as they are stored (`entries.ts`). */
  add(entries: Uint8Array): void;
  /** Ends it. */
  mismatches(): Generator<Mismatch>;
  close(): void;
}

const parts = 64;
const bufferLength = entryLength * 8192;

/**
 * Holds millions of rows against the newest lines about them in little memory: both are dealt out to parts by their key,
 * which wait on the disk, and each part fits into memory.
 */
export function openJoining(): Joining {
  let folder: string | undefined;
  const buffers = Array.from({ length: parts }, () => ({ bytes: Buffer.alloc(0), length: 0, isSpilt: false }));
  const file = (part: number) => join((folder ??= mkdtempSync(join(tmpdir(), 'rapporteur-verify-'))), String(part));
  const deal = (entries: Uint8Array, at: number) => {
    const part = entries[at]! % parts;
    const buffer = buffers[part]!;
    if (buffer.length === buffer.bytes.length) {
      // Small where there is little: a part is written to the disk only once it is full.
      if (buffer.length < bufferLength)
        buffer.bytes = Buffer.concat([buffer.bytes], Math.min(bufferLength, Math.max(entryLength * 64, buffer.length * 4))); // prettier-ignore
      else {
        appendFileSync(file(part), buffer.bytes);
        buffer.isSpilt = true;
        buffer.length = 0;
      }
    }
    buffer.bytes.set(entries.subarray(at, at + entryLength), buffer.length);
    buffer.length += entryLength;
  };
  return {
    add(entries) {
      for (let at = 0; at < entries.length; at += entryLength) deal(entries, at);
    },
    *mismatches() {
      for (const [part, { bytes, length, isSpilt }] of buffers.entries()) {
        const kept = bytes.subarray(0, length);
        yield* mismatchesIn(isSpilt ? Buffer.concat([readFileSync(file(part)), kept]) : kept);
      }
    },
    close() {
      if (folder) rmSync(folder, { recursive: true, force: true });
    },
  };
}

function* mismatchesIn(entries: Buffer): Generator<Mismatch> {
  const newest = new Map<string, number>();
  const stored = new Map<string, number>();
  for (let at = 0; at < entries.length; at += entryLength)
    (entries[at + 38] === entryKinds.stored ? stored : newest).set(entries.toString('latin1', at, at + 16), at);
  for (const [key, at] of newest) {
    const sequence = entries.readUIntBE(at + 32, 6);
    const found = stored.get(key);
    const isRemoved = entries[at + 38] === entryKinds.removed;
    if (found === undefined) {
      if (!isRemoved) yield { what: 'row_missing', key, sequence };
    } else if (isRemoved) yield { what: 'row_back', key, sequence };
    else if (entries.compare(entries, found + 16, found + 32, at + 16, at + 32) !== 0)
      yield { what: 'row_changed', key, sequence };
  }
  for (const key of stored.keys()) if (!newest.has(key)) yield { what: 'row_unknown', key, sequence: 0 };
}
