// What of the sealed record goes with an export: the signed head, the lines it carries, and of all other lines no more than
// the hashes that lead to every head that was ever signed. So it is checked offline against any of them.
import { z } from 'zod';
import { sql, type Kysely } from 'kysely';
import type { DB } from '#db/schema.ts';
import type { Forum } from '#record/forum.ts';
import { publicLines } from '#record/queries.ts';
import { openRows, type Opening } from '#record/payload.ts';
import { openLine, type Line } from './entry.ts';
import { linesAt } from './lines.ts';
import { hex, openedLine } from './opened.ts';
import { fullTreesIn } from './proofs.ts';
import { checkpointAt, readNodes } from './queries.ts';
import { sealWhatIsNew } from './sealing.ts';

export const carriedRecord = z.object({
  /** The version of this form. */
  signedRecord: z.literal(1),
  /** The public key of the record, as it says itself: whoever checks has it from elsewhere. */
  key: z.string().max(300),
  /** Signed heads (C2SP tlog-checkpoint): the newest, and the newest that a witness has signed, too. */
  checkpoints: z.array(z.string().max(100_000)).min(1).max(2),
  /** Full trees beside one another, from the first line to the newest: how many levels, and the head in base64. */
  tree: z.array(z.string().regex(/^\d{1,2} [A-Za-z0-9+/]{43}=$/)),
  lines: z.array(
    openedLine.extend({
      /** Of a line that wrote words the export shows: the hash of each row, and what opens some of them. */
      rows: z.array(hex).optional(),
      open: z.array(z.object({ place: z.number().int().min(0), salt: hex, of: z.string().max(60), text: z.array(z.string()).min(1).max(2) })).optional(), // prettier-ignore
    }),
  ),
});
export type CarriedRecord = z.output<typeof carriedRecord>;

const atOnce = 1000;

/**
 * The lines of an edition, or of some of its roundtables, that everyone may see, with the signed head over them, as JSON in
 * pieces; and what opens those rows of theirs that `opening` says the export shows. What is younger than the newest head is
 * sealed first.
 */
export async function* carriedLines(
  forum: Forum,
  of: { editionId: string; roundtableIds?: readonly string[] },
  opening: Opening = () => null,
): AsyncGenerator<string> {
  const { db, signer } = forum;
  const size = await sealWhatIsNew(forum);
  const sequences = (await publicLines(db, of)).filter((sequence) => sequence <= size);
  const about = { signedRecord: 1, key: signer.key, checkpoints: await headsFor(db, size) };
  yield `${JSON.stringify(about).slice(0, -1)},"tree":[`;
  const trees = await treesAround(db, sequences, size);
  for (let from = 0; from < trees.length; from += atOnce) {
    const some = trees.slice(from, from + atOnce);
    const hashes = await readNodes(db, size, (node) => some.map(({ height, place }) => node(height, place)));
    const words = some.map(({ height }, i) => `"${height} ${hashes[i]!.toString('base64')}"`);
    yield `${from > 0 ? ',' : ''}${words.join(',')}`;
  }
  yield '],"lines":[';
  for (let from = 0; from < sequences.length; from += atOnce) {
    const lines = await linesAt(db, sequences.slice(from, from + atOnce));
    const opened = await rowsOpened(db, lines, opening);
    const words = lines.map((line) => JSON.stringify({ ...openLine(line), ...opened.get(line.sequence) }));
    yield `${from > 0 ? ',' : ''}${words.join(',\n')}`;
  }
  yield ']}';
}

/** By line, where it wrote something whose text the export shows. */
async function rowsOpened(db: Kysely<DB>, lines: readonly Line[], opening: Opening) {
  const payloads = await db
    .selectFrom('record_payload')
    .select(['sequence', 'salt', 'payload'])
    .where('sequence', '=', sql<number>`any(${lines.map(({ sequence }) => sequence)}::bigint[])`)
    .execute();
  const opened = payloads.map(({ sequence, salt, payload }) => [sequence, openRows(salt, payload, opening)] as const);
  return new Map(opened.filter(([, rows]) => rows?.open.some(({ text }) => text.length > 1)));
}

/** The newest signed head (C2SP tlog-checkpoint), over all that is recorded now. */
export async function newestHead(forum: Forum): Promise<string> {
  const size = await sealWhatIsNew(forum);
  return (await checkpointAt(forum.db, size))!.note;
}

async function headsFor(db: Kysely<DB>, size: number): Promise<string[]> {
  const newest = await checkpointAt(db, size);
  const { cosigned } = await db
    .selectFrom('record_cosignature')
    .select(({ fn }) => fn.max('size').as('cosigned'))
    .where('size', '<', size)
    .executeTakeFirstOrThrow();
  const seen = cosigned === null ? undefined : await checkpointAt(db, cosigned);
  return [newest, seen].flatMap((head) => (head ? [head.note] : []));
}

/** All the leaves as full trees, cut where a head was signed and around each line that is carried. */
async function treesAround(db: Kysely<DB>, sequences: readonly number[], size: number) {
  const heads = await db
    .selectFrom('record_checkpoint')
    .select('size')
    .where('size', '<=', size)
    .orderBy(sql`size`)
    .execute();
  const cuts = new Set([0, ...heads.map((head) => head.size), ...sequences.flatMap((at) => [at - 1, at])]);
  const ordered = [...cuts].sort((a, b) => a - b);
  return ordered.slice(1).flatMap((to, i) => fullTreesIn(ordered[i]!, to));
}
