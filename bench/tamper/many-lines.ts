import { randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream, mkdtempSync, rmSync, type WriteStream } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Shape } from '#db/shape.ts';
import type { Piece } from '#keeping/snapshot.ts';
import { verify } from '#keeping/verifying/verify.ts';
import { seal } from '#record/payload.ts';
import { leafOf } from '#record/tree/entry.ts';
import { growTree, type Hash } from '#record/tree/hashing.ts';

const column = (name: string, type = 'text') => ({ name, type, derived: false, otherwise: null });
const guest: Shape = { table: 'guest', key: ['statement_id'], columns: [column('statement_id', 'uuid'), column('email'), column('name'), column('confirmed_at', 'timestamp with time zone')] }; // prettier-ignore

/**
 * As many lines as a very long forum has, each of one row that still stands, with the tree over them and a head for every
 * hundred: written to the disk first, so that only reading and verifying is timed.
 */
export async function manyLines(count: number) {
  const folder = mkdtempSync(join(tmpdir(), 'rapporteur-lines-'));
  try {
    await write(folder, count);
    const [began, before] = [performance.now(), process.cpuUsage()];
    const verdict = await verify(() => pieces(folder), [guest]);
    const { user, system } = process.cpuUsage(before);
    return {
      verdict,
      rows: verdict.rows,
      seconds: (performance.now() - began) / 1000,
      processor: (user + system) / 1e6,
      memory: process.resourceUsage().maxRSS / 1024,
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const tables = ['record_head', 'record_tile', 'record_checkpoint', 'record', 'guest'];
const linesBetweenHeads = 100;

async function write(folder: string, count: number): Promise<void> {
  const files = Object.fromEntries(tables.map((name) => [name, createWriteStream(join(folder, name))]));
  const put = (name: string, row: object) => putLine(files[name]!, JSON.stringify(row));
  const tree = growTree();
  let tile: Hash[] = [];
  const at = new Date('2026-06-01T12:00:00Z');
  const bytes = (buffer: Buffer) => `\\x${buffer.toString('hex')}`;
  for (let sequence = 1; sequence <= count; sequence++) {
    const id = randomUUID();
    const row = { statement_id: id, email: `${sequence}@lake.example`, name: 'Ada', confirmed_at: null };
    const { salt, payload, commitment } = seal([{ table: 'guest', row }]);
    const line = { sequence, kind: 'comment.submitted', act: 'comment.submit', audience: 'public' };
    const leaf = leafOf({ ...line, actorId: null, subjectId: id, roundtableId: id, at, commitment, salt });
    await put('record', { ...line, actor_id: null, subject_id: id, roundtable_id: id, at: '2026-06-01T12:00:00+00:00', commitment: bytes(commitment), salt: bytes(salt), payload_salt: bytes(salt), payload }); // prettier-ignore
    await put('guest', row);
    tree.add(leaf);
    tile.push(leaf);
    if (tile.length === 256 || sequence === count) {
      await put('record_tile', {
        level: 0,
        place: Math.floor((sequence - 1) / 256),
        hashes: bytes(Buffer.concat(tile)),
      });
      tile = [];
    }
    if (sequence % linesBetweenHeads === 0 || sequence === count) {
      const root = tree.root();
      const note = `lakeforum.example/record\n${sequence}\n${root.toString('base64')}\n\n— lakeforum.example/record AAAAAAAA\n`;
      await put('record_checkpoint', { size: sequence, root: bytes(root), note });
    }
  }
  await put('record_head', { sequence: count });
  for (const file of Object.values(files)) await new Promise<void>((done) => file.end(() => done()));
}

async function putLine(file: WriteStream, text: string): Promise<void> {
  if (!file.write(`${text}\n`)) await new Promise<void>((done) => file.once('drain', () => done()));
}

/** Read in large strides, as a backup is. */
async function* pieces(folder: string): AsyncGenerator<Piece> {
  for (const table of tables) {
    let rest = '';
    for await (const chunk of createReadStream(join(folder, table), {
      highWaterMark: 4 * 1024 * 1024,
      encoding: 'utf8',
    })) {
      const rows = (rest + chunk).split('\n');
      rest = rows.pop()!;
      if (rows.length > 0) yield { table, rows };
    }
  }
}
