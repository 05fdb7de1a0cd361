import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { describe, expect } from 'vitest';
import { shapesOf } from '#db/shape.ts';
import { perform } from '#record/act.ts';
import type { Forum } from '#record/forum.ts';
import { removedWith } from '#record/rows.ts';
import { readCheckpoint } from '#record/tree/checkpoint.ts';
import { checkpointAt } from '#record/tree/queries.ts';
import { sealRecord } from '#record/tree/sealing.ts';
import { submitComment } from '#statements/acts.ts';
import { addAttachment } from '#statements/attachments/acts.ts';
import { forumTest } from '#test/forum.ts';
import { smallForum } from '#test/small-forum.ts';
import { uncoveredColumns, uncoveredTables } from '#keeping/covered.ts';
import { snapshotOf, type Piece } from '#keeping/snapshot.ts';
import { canonOf } from './canonical.ts';
import { verify } from './verify.ts';

async function commented(forum: Forum) {
  const small = await smallForum(forum);
  const { id } = await perform(forum, small.delegate, submitComment, { roundtable: small.roundtable, body: 'The clinic.' }); // prettier-ignore
  await perform(forum, small.delegate, addAttachment, { statement: id, name: 'a.txt', content: 'TWlyZW1iYQ==' });
  await sealRecord(forum);
  return { ...small, said: id, outside: readCheckpoint((await checkpointAt(forum.db))!.note)! };
}

describe('verify', () => {
  forumTest(
    'names what was changed, removed, added, put elsewhere or cut back behind its back',
    async ({ forum }) => {
      const { outside, said } = await commented(forum);
      const shapes = await shapesOf(forum.db);
      const pieces = await Array.fromAsync(snapshotOf(forum.db, { withBytes: false }));
      const found = async (change: (table: string, rows: Row[]) => Row[]) => {
        const tampered = pieces.map((piece) => changed(piece, change));
        return (await verify(async function* () { yield* tampered; }, shapes, [outside])).findings; // prettier-ignore
      };
      const inTable = (name: string, change: (rows: Row[]) => Row[]) =>
        found((table, rows) => (table === name ? change(rows) : rows));
      const edited =
        (values: Row, at = 0) =>
        (rows: Row[]) =>
          rows.with(at, { ...rows.at(at), ...values });
      const last = outside.size;
      expect(await found((_, rows) => rows)).toEqual([]);
      expect(await inTable('statement_revision', edited({ body: 'Another.' }))).toEqual([
        {
          what: 'row_changed',
          table: 'statement_revision',
          row: `statement_id ${said}, revision 1`,
          sequence: last - 1,
        },
      ]);
      expect(await inTable('statement_speaker', () => [])).toMatchObject([{ what: 'row_missing', table: 'statement_speaker' }]); // prettier-ignore
      expect(await inTable('statement_speaker', (rows) => [...rows, { ...rows[0], position: 9 }])).toMatchObject([{ what: 'row_unknown', table: 'statement_speaker' }]); // prettier-ignore
      expect(await inTable('roundtable', edited({ statements: 7 }))).toMatchObject([{ what: 'counter_changed' }]);
      expect(await inTable('file', edited({ sha256: '00' }))).toMatchObject([{ what: 'file_changed' }]);
      expect(await inTable('file', () => [])).toMatchObject([{ what: 'file_missing' }]);
      expect(await inTable('record', edited({ act: 'edition.close' }, 2))).toEqual([
        { what: 'outside_differs', size: last },
        { what: 'head_differs', size: last },
        { what: 'line_changed', sequence: 3 },
      ]);
      expect(await inTable('record', edited({ payload: '[]' }, 2))).toContainEqual({ what: 'payload_changed', sequence: 3 }); // prettier-ignore
      expect(await inTable('record', edited({ payload: null }, 2))).toContainEqual({ what: 'payload_missing', sequence: 3 }); // prettier-ignore
      expect(await inTable('record', (rows) => rows.with(2, rows[3]!).with(3, rows[2]!))).toContainEqual({ what: 'line_missing', sequence: 3 }); // prettier-ignore
      expect(await inTable('record', (rows) => rows.toSpliced(2, 1))).toContainEqual({ what: 'line_missing', sequence: 3 }); // prettier-ignore
      expect(await inTable('record', (rows) => rows.slice(0, -1))).toContainEqual({ what: 'rolled_back', size: last });
      expect(await inTable('record_tile', edited({ hashes: `\\x${'00'.repeat(32)}` }))).toContainEqual({ what: 'tile_changed', sequence: 1 }); // prettier-ignore
    },
    60_000,
  );

  forumTest('sees every column of every table that is not said to be uncovered', async ({ forum }) => {
    const shapes = await shapesOf(forum.db);
    expect(Object.keys(uncoveredTables).filter((name) => !shapes.some(({ table }) => table === name))).toEqual([]);
    for (const shape of shapes.filter(({ table }) => !(table in uncoveredTables))) {
      expect(shape.key.length, shape.table).toBeGreaterThan(0);
      const canon = canonOf(shape);
      const row = Object.fromEntries(shape.columns.map(({ name, type }) => [name, sample(type, 1)]));
      for (const { name, type, derived } of shape.columns) {
        // Nothing is not the same as something that the column could not even hold.
        const [none, foreign] = [null, 'x'].map((value) => canon.value({ ...row, [name]: value }, true));
        const isTold = !none!.equals(foreign!);
        const other = { ...row, [name]: sample(type, 2) };
        const isSeen = !canon.value(row, true).equals(canon.value(other, true));
        const isCovered = !derived && !(`${shape.table}.${name}` in uncoveredColumns);
        expect([`${shape.table}.${name}`, isSeen, isTold]).toEqual([`${shape.table}.${name}`, isCovered, isCovered]);
      }
    }
  });

  forumTest('what the database removes with another row, the record says', async ({ forum }) => {
    const { rows } = await sql<{ below: string; table: string }>`
      select c.relname as below, p.relname as table from pg_constraint f join pg_class c on c.oid = f.conrelid
      join pg_class p on p.oid = f.confrelid where f.contype = 'f' and f.confdeltype = 'c'
      and f.connamespace = 'public'::regnamespace`.execute(forum.db);
    const said = Object.entries(removedWith).flatMap(([table, all]) => all!.map(([below]) => ({ below, table })));
    const covered = rows.filter(({ table }) => table !== 'login');
    expect(new Set(said.map((one) => JSON.stringify(one)))).toEqual(new Set(covered.map((one) => JSON.stringify(one))));
  });
});

forumTest('nothing writes to a covered table but through rows', async () => {
  const root = new URL('../../', import.meta.url).pathname;
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /(?<!\.test)\.ts$/.test(file),
  );
  const direct = /(?:insertInto|updateTable|deleteFrom)\('(\w+)'|`\s*(?:insert into|update|delete from) (\w+)/g;
  const known = [
    // The counter, which is held against the numbers; the files, against their fingerprints; when a token was last used.
    'roundtable statements/before-acting.ts',
    'roundtable importing/archive/enter-said.ts',
    'roundtable importing/entering/acts.ts',
    'api_token api/tokens/queries.ts',
    // Committed to as they stand afterwards.
    'person statements/erasure/erasing.ts',
    'statement statements/erasure/erasing.ts',
    'attachment statements/erasure/erasing.ts',
  ];
  const written = files
    .filter((file) => !file.startsWith('keeping/'))
    .flatMap((file) =>
      [...readFileSync(join(root, file), 'utf8').matchAll(direct)].map(([, a, b]) => `${a ?? b} ${file}`),
    )
    .filter((one) => !(one.split(' ')[0]! in uncoveredTables));
  expect([...new Set(written)].filter((one) => !known.includes(one))).toEqual([]);
});

type Row = Record<string, unknown>;

/** A piece with its rows as somebody left them who can write to the database. */
function changed(piece: Piece, change: (table: string, rows: Row[]) => Row[]): Piece {
  if ('file' in piece) {
    const [file] = change('file', [piece.file]);
    return file ? { file: file as typeof piece.file } : { table: 'record_head', rows: [] };
  }
  const rows = change(
    piece.table,
    piece.rows.map((row) => JSON.parse(row) as Row),
  );
  return { table: piece.table, rows: rows.map((row) => JSON.stringify(row)) };
}

function sample(type: string, n: number): unknown {
  if (type === 'boolean') return n === 1;
  if (type === 'ARRAY') return [`${n}`];
  if (/json/.test(type)) return { n };
  if (/int|real|double|numeric/.test(type)) return n;
  if (type.startsWith('timestamp')) return `2026-06-0${n}T12:00:00+00:00`;
  return type === 'bytea' ? `\\x0${n}` : `${n}`;
}
