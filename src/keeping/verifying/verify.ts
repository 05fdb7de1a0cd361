import type { Shape } from '#db/shape.ts';
import type { Checkpoint } from '#record/tree/checkpoint.ts';
import type { Hash } from '#record/tree/hashing.ts';
import { tileWidth } from '#record/tree/tiles.ts';
import { filesOf } from '#keeping/covered.ts';
import type { Piece } from '#keeping/snapshot.ts';
import { canonsOf, type Canon } from './canonical.ts';
import { openFiles } from './files.ts';
import { openHeads } from './heads.ts';
import { openJoining, type Mismatch } from './joining.ts';
import { openHands } from './hands.ts';
import { openLines } from './lines.ts';
import { bytesIn } from './reading.ts';

/** Something that is not as the record says. Its sentence is `verify.` and `what`. */
export interface Finding {
  what: string;
  /** The line it is about, or the newest one about its row. */
  sequence?: number;
  table?: string;
  /** The row's primary key in words. */
  row?: string;
  /** Over how many lines the head stands that does not fit. */
  size?: number;
}

export interface Verdict {
  /** How many lines there are, and the head of the tree over them. */
  size: number;
  root: Hash;
  rows: number;
  files: number;
  /** Lines whose payload was erased on request, and the record says so. */
  erased: number;
  /** The newest head that is stored. */
  newest: Checkpoint | null;
  findings: Finding[];
}

type Row = Record<string, unknown>;

/**
 * Holds everything in a forum against its record: each line against the tree and the heads that were signed, what it
 * wrote against its commitment, every row against the newest line about it, and every file against its fingerprint.
 * `pieces` is read once, and a second time only to name what was found. Memory: 64 MB and 32 bytes a line.
 */
export async function verify(
  pieces: () => AsyncIterable<Piece>,
  shapes: readonly Shape[],
  outside: readonly Checkpoint[] = [],
): Promise<Verdict> {
  const canons = canonsOf(shapes);
  const known = { leaves: [] as Buffer[], erased: new Set<number>(), erasedUnlisted: 0 };
  const [heads, files, joining, hands] = [openHeads(outside), openFiles(), openJoining(), openHands(shapes)];
  const lines = openLines({ ...known, isDue: heads.isDue, at: heads.at });
  const counters = openCounters();
  let [rows, fileCount, head] = [0, 0, 0];
  const takeRow = (table: string, row: Row) => {
    if (table === 'record_head') head = row.sequence as number;
    else if (table === 'record_tile' && row.level === 0)
      known.leaves[row.place as number] = bytesIn(row.hashes as string);
    else if (table === 'record_checkpoint') heads.row(row as never);
    files.row(table, row);
    counters.row(table, row);
    if (table !== 'erasure') return;
    if (row.sequences) for (const sequence of row.sequences as number[]) known.erased.add(sequence);
    else known.erasedUnlisted += Number(row.payloads);
  };
  try {
    const inOrder = openOrder();
    for await (const piece of atMost(pieces(), tileWidth)) {
      if ('file' in piece) {
        fileCount++;
        files.file(piece.file);
        continue;
      }
      const { table, rows: texts } = piece;
      if (table === 'record')
        await inOrder(hands.lines(texts), (read) => (lines.take(read), joining.add(read.entries)));
      else {
        if (looked.has(table)) for (const text of texts) takeRow(table, JSON.parse(text) as Row);
        if (!canons.has(table)) continue;
        rows += texts.length;
        await inOrder(hands.rows(table, texts), joining.add);
      }
    }
    await inOrder.end();
    const mismatches = [...joining.mismatches()];
    const headFindings = heads.end(lines.size, head);
    const findings = [
      ...headFindings,
      ...excused(lines.findings, known.erasedUnlisted).map((one) => named(one, headFindings)),
      ...files.end(),
      ...counters.end(),
      ...(await rowsNamed(mismatches, pieces, canons)),
    ];
    return { size: lines.size, root: lines.root(), rows, files: fileCount, erased: known.erased.size, newest: heads.newest, findings }; // prettier-ignore
  } finally {
    joining.close();
    await hands.close();
  }
}

/** Tables whose rows are looked at here, and not only held against the lines. */
const looked = new Set(['record_head', 'record_tile', 'record_checkpoint', 'erasure', 'roundtable', 'statement', ...Object.values(filesOf).map(({ owner }) => owner)]); // prettier-ignore

// Enough that no thread waits for the next, few enough that memory stays small.
const mostUnderWay = 16;

/** Has what comes of work that is under way taken in the order in which it was begun. */
function openOrder() {
  const underWay: (() => Promise<unknown>)[] = [];
  const inOrder = async <T>(work: T | Promise<T>, take: (done: T) => unknown) => {
    if (!(work instanceof Promise) && underWay.length === 0) return void take(work);
    // What fails is told when its turn comes.
    if (work instanceof Promise) work.catch(() => {});
    underWay.push(async () => take(await work));
    if (underWay.length > mostUnderWay) await underWay.shift()!();
  };
  return Object.assign(inOrder, {
    async end() {
      for (const one of underWay.splice(0)) await one();
    },
  });
}

/** Pieces of at most so many rows; of lines, exactly so many where there are, so that they fill the tiles of the tree. */
async function* atMost(pieces: AsyncIterable<Piece>, most: number): AsyncGenerator<Piece> {
  let [table, rows] = ['', [] as string[]];
  for await (const piece of pieces) {
    if ('file' in piece || piece.table !== table) {
      if (rows.length > 0) yield { table, rows };
      [table, rows] = ['', []];
    }
    if ('file' in piece) {
      yield piece;
      continue;
    }
    table = piece.table;
    const all = rows.length > 0 ? [...rows, ...piece.rows] : piece.rows;
    const whole = all.length - (all.length % most);
    for (let at = 0; at < whole; at += most) yield { table, rows: all.slice(at, at + most) };
    rows = all.slice(whole);
  }
  if (rows.length > 0) yield { table, rows };
}

/** Erasures of before lines were listed took this many payloads, nobody knows which. */
function excused<F extends { what: string }>(findings: readonly F[], unlisted: number): F[] {
  let left = unlisted;
  return findings.filter(({ what }) => what !== 'payload_missing' || left-- <= 0);
}

/** Where every signed head over a line fits, the line is as it was, and the tile beside it is not. */
function named<F extends Finding>(finding: F, heads: readonly { size: number }[]): Finding {
  const isLine = finding.what !== 'line_changed' || heads.some(({ size }) => size >= finding.sequence!);
  return isLine ? finding : { ...finding, what: 'tile_changed' };
}

/** Goes through everything once more for the tables and keys of rows that do not fit. */
async function rowsNamed(
  mismatches: readonly Mismatch[],
  pieces: () => AsyncIterable<Piece>,
  canons: ReadonlyMap<string, Canon>,
): Promise<Finding[]> {
  if (mismatches.length === 0) return [];
  const wanted = new Map(mismatches.map((mismatch) => [mismatch.key, mismatch]));
  const found = new Map<string, Finding>();
  const look = (table: string, row: Row) => {
    const canon = canons.get(table);
    const key = canon?.key(row).toString('latin1') ?? '';
    const mismatch = wanted.get(key);
    if (!canon || !mismatch) return;
    const { what, sequence } = mismatch;
    found.set(key, { what, table, row: canon.name(row), ...(sequence > 0 ? { sequence } : {}) });
  };
  for await (const piece of pieces()) {
    if ('file' in piece) continue;
    for (const text of piece.rows) {
      const row = JSON.parse(text) as Row;
      if (piece.table !== 'record') look(piece.table, row);
      else if (row.payload)
        for (const { table, row: inner } of JSON.parse(row.payload as string) as { table: string; row: Row }[])
          look(table, inner);
    }
  }
  return [...found.values()];
}

/** The counter of a roundtable's statements is no row's own matter: it is as high as the highest number given out. */
function openCounters() {
  const counted = new Map<string, number>();
  const highest = new Map<string, number>();
  return {
    row(table: string, row: Row): void {
      if (table === 'roundtable') counted.set(String(row.id), Number(row.statements));
      if (table === 'statement') {
        const place = String(row.roundtable_id);
        highest.set(place, Math.max(highest.get(place) ?? 0, Number(row.number)));
      }
    },
    end(): Finding[] {
      const wrong = [...counted].filter(([id, count]) => count !== (highest.get(id) ?? 0));
      return wrong.map(([id]) => ({ what: 'counter_changed', table: 'roundtable', row: `id ${id}` }));
    },
  };
}
