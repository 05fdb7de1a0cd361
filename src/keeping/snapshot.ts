import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { DB } from '#db/schema.ts';
import { shapesOf, type Shape } from '#db/shape.ts';
import { Refusal } from '#record/refusals.ts';
import { filesOf } from './covered.ts';

/**
 * Some of a forum, in the order in which it is kept and read: rows of a table as the database's own JSON, or a file. The
 * pseudo-table `record` holds each line with its payload; `jobs` what is still to be done.
 */
export type Piece =
  { table: string; rows: string[] } | { file: { table: string; key: string; sha256: string; bytes: Buffer | null } };

// What has to be known before the lines are read comes first; then the lines; then what they commit to.
const first = ['erasure', 'record_head', 'record_tile', 'record_checkpoint', 'record'];
const joined = ['record_line', 'record_payload'];
const rowsAtOnce = 500;

/** The tables of a snapshot, in their order. */
export function tablesOf(shapes: readonly Shape[]): string[] {
  const rest = shapes.map(({ table }) => table).filter((table) => !first.includes(table) && !joined.includes(table));
  return [...first, ...rest, 'jobs'];
}

/** Columns that hold a file are left out of a row: the file is kept apart. */
export function columnsOf({ table, columns }: Shape): string[] {
  const isFile = (name: string) => table in filesOf && name === 'bytes';
  return columns.filter(({ name, derived }) => !derived && !isFile(name)).map(({ name }) => name);
}

/**
 * Everything in a forum at one moment, a little at a time: the rows in one transaction that sees no later change, then the
 * files, which never change. On the embedded database, which has one connection, others wait while the rows are read.
 */
export async function* snapshotOf(db: Kysely<DB>, { withBytes }: { withBytes: boolean }): AsyncGenerator<Piece> {
  const shapes = await shapesOf(db);
  const files: { table: string; key: string; sha256: string }[] = [];
  const tx = db.isTransaction ? null : await db.startTransaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute(); // prettier-ignore
  try {
    const at = tx ?? db;
    await sql`select set_config('timezone', 'UTC', true)`.execute(at);
    for (const table of tablesOf(shapes)) yield* rowsOf(at, table, shapes);
    for (const [table, { key }] of Object.entries(filesOf)) {
      const found = sql<{ key: string; sha256: string }>`
        select ${sql.ref(key)}::text as key, encode(sha256(bytes), 'hex') as sha256 from ${sql.table(table)} order by 1`;
      files.push(...(await found.execute(at)).rows.map((file) => ({ table, ...file })));
    }
  } finally {
    await tx?.rollback().execute();
  }
  for (const file of files) yield { file: { ...file, bytes: withBytes ? await bytesOf(db, file) : null } };
}

async function* rowsOf(tx: Kysely<DB>, table: string, shapes: readonly Shape[]): AsyncGenerator<Piece> {
  if (table === 'jobs' && !(await hasQueue(tx))) return;
  const query = queryFor(
    table,
    shapes.find((shape) => shape.table === table),
  );
  await sql`declare piece no scroll cursor for select row_to_json(one)::text as row from (${query}) one`.execute(tx);
  for (;;) {
    const { rows } = await sql<{ row: string }>`fetch ${sql.lit(rowsAtOnce)} from piece`.execute(tx);
    if (rows.length > 0) yield { table, rows: rows.map(({ row }) => row) };
    if (rows.length < rowsAtOnce) break;
  }
  await sql`close piece`.execute(tx);
}

function queryFor(table: string, shape: Shape | undefined): RawBuilder<unknown> {
  if (table === 'record')
    return sql`select line.*, payload.salt as payload_salt, payload.payload from record_line line
      left join record_payload payload using (sequence) order by line.sequence`;
  if (table === 'jobs')
    return sql`select name, data, start_after from pgboss.job where state < 'completed' and data is not null order by id`;
  const columns = columnsOf(shape!).map((name) => sql.ref(name));
  return sql`select ${sql.join(columns)} from ${sql.table(table)} order by ${sql.join(shape!.key.map((name) => sql.ref(name)))}`;
}

async function hasQueue(db: Kysely<DB>): Promise<boolean> {
  const { rows } = await sql<{ found: boolean }>`select to_regclass('pgboss.job') is not null as found`.execute(db);
  return rows[0]!.found;
}

/** A file that somebody had erased since: what is being written would speak of one that is not there. */
async function bytesOf(db: Kysely<DB>, { table, key }: { table: string; key: string }): Promise<Buffer> {
  const { rows } = await sql<{ bytes: Buffer }>`
    select bytes from ${sql.table(table)} where ${sql.ref(filesOf[table]!.key)} = ${key}`.execute(db);
  if (!rows[0]) throw new Refusal('backup.changed_meanwhile');
  return rows[0].bytes;
}
