import { sql, type Kysely } from 'kysely';
import type { DB } from '#db/schema.ts';
import { inTransaction } from '#record/act.ts';
import type { Forum } from '#record/forum.ts';
import { checkpointText } from './checkpoint.ts';
import { leafOf } from './entry.ts';
import { foldPeaks, hashLength, type Hash } from './hashing.ts';
import { linesAfter } from './lines.ts';
import { fullHead, tileWidth, widthOf } from './tiles.ts';

// So that a head does not wait for the end of an import, and a transaction stays short.
const linesAtOnce = 4096;
// Some four milliseconds of hashing, between which the thread that serves pages sees to others.
const linesInARow = 128;

/**
 * Takes the lines committed since the last time into the tree and signs its new head. Not part of any act: an act waits for
 * nothing, and the order is that of the sequence, which is the order of commit. Returns the size of the tree.
 */
export async function sealRecord(forum: Forum): Promise<number> {
  for (;;) {
    const before = await sealedSize(forum.db);
    const leaves = await leavesAfter(forum.db, before);
    if (leaves.length === 0) return before;
    const isDone = await inTransaction(forum.db, (tx) => sealSome(tx, forum, before, leaves));
    // What comes meanwhile waits for the next time: while hundreds write there is always something.
    if (isDone && leaves.length < linesAtOnce) return before + leaves.length;
  }
}

/** The same, where some line is not sealed yet; nobody waits where all are. Returns the size of the tree. */
export async function sealWhatIsNew(forum: Forum): Promise<number> {
  const { sequence } = await forum.db.selectFrom('record_head').select('sequence').executeTakeFirstOrThrow();
  const size = await sealedSize(forum.db);
  return size < sequence ? sealRecord(forum) : size;
}

/** Before the transaction, since a line never changes. */
async function leavesAfter(db: Kysely<DB>, size: number): Promise<Hash[]> {
  const leaves: Hash[] = [];
  while (leaves.length < linesAtOnce) {
    const lines = await linesAfter(db, size + leaves.length, linesInARow);
    for (const line of lines) {
      leaves.push(leafOf(line));
      if (line.sequence !== size + leaves.length)
        throw new Error('a line of the record is missing: the tree cannot grow');
    }
    if (lines.length < linesInARow) break;
  }
  return leaves;
}

/** False where another process was quicker. */
async function sealSome(
  tx: Kysely<DB>,
  { signer, now }: Forum,
  before: number,
  leaves: readonly Hash[],
): Promise<boolean> {
  // Of several processes one does it, and the others find it done. Readers do not wait.
  await sql`lock table record_checkpoint in share row exclusive mode`.execute(tx);
  if ((await sealedSize(tx)) !== before) return false;
  const size = before + leaves.length;
  const edge = await edgeOf(tx, before);
  const changed = new Map<string, { level: number; place: number; hashes: Hash[] }>();
  for (const [i, leaf] of leaves.entries()) addLeaf(edge, leaf, before + i, changed);
  await keepTiles(tx, [...changed.values()]);
  const root = rootOfEdge(edge, size);
  const note = `${checkpointText(signer.name, { size, root })}\n`;
  const signed = `${note}${signer.sign(note.slice(0, -1))}\n`;
  await tx.insertInto('record_checkpoint').values({ size, root, at: now(), note: signed }).execute();
  return true;
}

/** How many lines the newest head of the tree stands over. */
export async function sealedSize(db: Kysely<DB>): Promise<number> {
  const { size } = await db
    .selectFrom('record_checkpoint')
    .select((eb) => eb.fn.max('size').as('size'))
    .executeTakeFirstOrThrow();
  return size ?? 0;
}

/** The unfinished tile of each level: the right edge of the tree, from which it grows. */
type Edge = Hash[][];

async function edgeOf(tx: Kysely<DB>, size: number): Promise<Edge> {
  const edge: Edge = [];
  for (let level = 0; widthOf(level, size) > 0; level++) {
    const width = widthOf(level, size);
    const short = width % tileWidth;
    const tile =
      short > 0
        ? await tx
            .selectFrom('record_tile')
            .select('hashes')
            .where('level', '=', level)
            .where('place', '=', Math.floor(width / tileWidth))
            .executeTakeFirstOrThrow()
        : null;
    edge.push(Array.from({ length: short }, (_, i) => tile!.hashes.subarray(i * hashLength, (i + 1) * hashLength)));
  }
  return edge;
}

function addLeaf(
  edge: Edge,
  leaf: Hash,
  index: number,
  changed: Map<string, { level: number; place: number; hashes: Hash[] }>,
): void {
  let hash = leaf;
  let at = index;
  for (let level = 0; ; level++) {
    const hashes = (edge[level] ??= []);
    hashes.push(hash);
    const place = Math.floor(at / tileWidth);
    changed.set(`${level}/${place}`, { level, place, hashes });
    if (hashes.length < tileWidth) return;
    edge[level] = [];
    hash = fullHead(Buffer.concat(hashes), 0, tileWidth);
    at = place;
  }
}

async function keepTiles(tx: Kysely<DB>, tiles: { level: number; place: number; hashes: Hash[] }[]): Promise<void> {
  await sql`
    insert into record_tile (level, place, hashes)
    select * from unnest(
      ${tiles.map(({ level }) => level)}::smallint[], ${tiles.map(({ place }) => place)}::bigint[],
      ${tiles.map(({ hashes }) => Buffer.concat(hashes))}::bytea[])
    on conflict (level, place) do update set hashes = excluded.hashes`.execute(tx);
}

/** The highest level holds the largest full trees, and within a level they stand by the bits of its width. */
function rootOfEdge(edge: Edge, size: number): Hash {
  const peaks = edge.toReversed().flatMap((hashes) => {
    const tile = Buffer.concat(hashes);
    const found: Hash[] = [];
    for (let at = 0; at < hashes.length;) {
      const count = 2 ** Math.floor(Math.log2(hashes.length - at));
      found.push(fullHead(tile, at, count));
      at += count;
    }
    return found;
  });
  if (peaks.length === 0 || size === 0) throw new Error('a tree without leaves has no edge');
  return foldPeaks(peaks);
}
