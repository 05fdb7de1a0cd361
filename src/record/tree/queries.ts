import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { DB } from '#db/schema.ts';
import { readCheckpoint, type Checkpoint } from './checkpoint.ts';
import { bundle, entryOf } from './entry.ts';
import { hashLength, type Hash } from './hashing.ts';
import { linesAfter } from './lines.ts';
import { inclusionProof, type Node } from './proofs.ts';
import { nodesFrom, tilesReadBy, tileWidth, widthOf, type Tile } from './tiles.ts';

export interface CheckpointView {
  size: number;
  at: Date;
  /** The signed note, with the signatures of whoever else saw it. */
  note: string;
  /** The names of the witnesses who signed it, and when they did. */
  witnesses: { name: string; at: Date }[];
}

/** The newest heads of the tree, newest first. What they say is for everyone. */
export async function newestCheckpoints(db: Kysely<DB>, limit = 20): Promise<CheckpointView[]> {
  const rows = await checkpoints(db).orderBy('size', 'desc').limit(limit).execute();
  return rows.map(toView);
}

/** The newest head of the tree, or the one of this size; undefined where there is none. */
export async function checkpointAt(db: Kysely<DB>, size?: number): Promise<CheckpointView | undefined> {
  let query = checkpoints(db).orderBy('size', 'desc').limit(1);
  if (size !== undefined) query = query.where('size', '=', size);
  const row = await query.executeTakeFirst();
  return row && toView(row);
}

function checkpoints(db: Kysely<DB>) {
  return db
    .selectFrom('record_checkpoint as checkpoint')
    .select(['checkpoint.size', 'checkpoint.at', 'checkpoint.note'])
    .select(
      sql<{ key: string; signature: string; at: string }[]>`coalesce((
        select json_agg(json_build_object('key', w.key, 'signature', c.signature, 'at', c.signed_at) order by w.named_at, w.id)
        from record_cosignature c join record_witness w on w.id = c.witness_id where c.size = checkpoint.size), '[]')`.as(
        'witnesses',
      ),
    );
}

function toView({ witnesses, note, ...row }: Awaited<ReturnType<ReturnType<typeof checkpoints>['execute']>>[number]) {
  return {
    ...row,
    note: note + witnesses.map(({ signature }) => `${signature}\n`).join(''),
    witnesses: witnesses.map(({ key, at }) => ({ name: key.split('+')[0]!, at: new Date(at) })),
  };
}

/** The first `width` hashes of a tile. Undefined where the tree that was signed has not so many. */
export async function tileAt(db: Kysely<DB>, tile: Tile, width: number): Promise<Buffer | undefined> {
  const hashes = await db
    .selectFrom('record_tile')
    .select('hashes')
    .where('level', '=', tile.level)
    .where('place', '=', tile.place)
    .executeTakeFirst();
  return hashes && hashes.hashes.length >= width * 32 ? hashes.hashes.subarray(0, width * 32) : undefined;
}

/** What the leaves of a tile are made of, bundled. Undefined where the tree that was signed has not so many. */
export async function entriesAt(db: Kysely<DB>, place: number, width: number): Promise<Buffer | undefined> {
  const from = place * tileWidth;
  const head = await checkpointAt(db);
  if (!head || head.size < from + width) return undefined;
  return bundle((await linesAfter(db, from, width)).map(entryOf));
}

/** Where a line stands in the newest tree, or in the one of a size, and what shows it; undefined without a head over it. */
export async function proofOf(
  db: Kysely<DB>,
  sequence: number,
  size?: number,
): Promise<{ index: number; proof: Hash[]; checkpoint: Checkpoint; note: string } | undefined> {
  const head = await checkpointAt(db, size);
  if (!head || head.size < sequence) return undefined;
  const index = sequence - 1;
  const proof = await readNodes(db, head.size, (node) => inclusionProof(node, index, head.size));
  return { index, proof, checkpoint: readCheckpoint(head.note)!, note: head.note };
}

/** Computes something from hashes of the tree at a size: finds out which tiles that takes, fetches them, computes. */
export async function readNodes<T>(db: Kysely<DB>, size: number, read: (node: Node) => T): Promise<T> {
  const wanted = tilesReadBy(read);
  const { rows } = await sql<{ level: number; place: number; hashes: Buffer }>`
    select tile.level, tile.place, hashes from unnest(
      ${wanted.map(({ level }) => level)}::smallint[], ${wanted.map(({ place }) => place)}::bigint[]
    ) as wanted(level, place) join record_tile tile using (level, place)`.execute(db);
  // A tile has grown since where the tree has.
  const tiles = new Map(rows.map(({ level, place, hashes }) => [`${level}/${place}`, hashes.subarray(0, hashLength * Math.min(tileWidth, widthOf(level, size) - place * tileWidth))])); // prettier-ignore
  return read(nodesFrom(({ level, place }) => tiles.get(`${level}/${place}`)));
}
