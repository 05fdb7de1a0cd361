import { z } from 'zod';
import { commitmentToShown, showRows, type ShownRow } from '#record/payload.ts';
import type { Written } from '#record/rows.ts';
import { openedEntry, openLine, type Line, type OpenedLine } from './entry.ts';
import { leafHash, type Hash } from './hashing.ts';
import type { Kysely } from 'kysely';
import type { DB } from '#db/schema.ts';
import { writeProof, type ProofFile } from './proof-file.ts';
import { proofOf } from './queries.ts';

/** What opens a leaf as far as somebody may see into it: the line, and of what it wrote those rows that are theirs. */
export interface Opened {
  line: OpenedLine;
  /** Null where nothing of what the line wrote can be shown. */
  rows: ShownRow[] | null;
}

export const hex = z.string().regex(/^[0-9a-f]{64}$/);
const word = z.string().max(200);

export const openedLine = z.object({
  sequence: z.number().int().positive(),
  kind: word,
  act: word,
  actor: hex,
  subject: word,
  roundtable: word.nullable(),
  audience: word,
  at: word,
  commitment: hex,
  salt: hex,
});

const opened = z.object({
  rapporteur: z.literal('line of the record'),
  version: z.literal(1),
  line: openedLine,
  rows: z.array(z.union([hex, z.object({ salt: hex, text: z.string() })])).nullable(),
});

export function leafOfOpened(line: OpenedLine): Hash {
  return leafHash(openedEntry(line));
}

/**
 * A line of the record, and those rows it wrote that are to be shown, as a file that proves them (C2SP tlog-proof): to the
 * newest head, or to the one of a size. Undefined where there is no such head over the line yet.
 */
export async function proveLine(
  db: Kysely<DB>,
  { line, payload, salt }: { line: Line; payload: string | null; salt: Buffer | null },
  isShown: (row: Written) => boolean,
  size?: number,
): Promise<{ file: string; note: string; size: number; root: Hash } | undefined> {
  const found = await proofOf(db, line.sequence, size);
  if (!found) return undefined;
  const rows = payload !== null && salt !== null ? showRows(salt, payload, isShown) : null;
  const inside = { rapporteur: 'line of the record', version: 1, line: openLine(line), rows };
  const { checkpoint, ...rest } = found;
  const file = writeProof({ ...rest, extra: Buffer.from(JSON.stringify(inside)) });
  return { file, note: found.note, size: checkpoint.size, root: checkpoint.root };
}

/** What a proof opens, or null where it does not open a line of a record such as ours. */
export function openedIn({ extra }: ProofFile): Opened | null {
  try {
    const { line, rows } = opened.parse(JSON.parse((extra ?? '').toString()));
    return { line, rows };
  } catch {
    return null;
  }
}

/** The rows it shows, in the program's own terms. Null where they are not what the line commits to. */
export function rowsShown({ line, rows }: Opened): Written[] | null {
  if (!rows) return [];
  if (commitmentToShown(rows).toString('hex') !== line.commitment) return null;
  return rows.flatMap((row) => (typeof row === 'string' ? [] : [JSON.parse(row.text) as Written]));
}
