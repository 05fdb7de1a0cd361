import { sql, type Kysely } from 'kysely';
import { migrate } from '#db/migrate.ts';
import type { Database } from '#db/open.server.ts';
import type { DB } from '#db/schema.ts';
import { shapesOf } from '#db/shape.ts';
import { Refusal } from '#record/refusals.ts';
import { openJobs, type WaitingJob } from '#record/queue.ts';
import type { About, Archive } from './archive.ts';
import { filesOf, uncoveredTables } from './covered.ts';
import { columnsOf, snapshotOf, type Piece } from './snapshot.ts';
import { verify, type Verdict } from './verifying/verify.ts';

export interface Restored {
  about: About;
  verdict: Verdict;
}

/**
 * Writes an archive into an empty database, all of it or nothing, and holds it against its record before it is kept.
 * Throws `Refusal` where the database is not empty, the archive is not whole, or the record does not hold.
 */
export async function restore(database: Database, { about, pieces }: Archive): Promise<Restored> {
  if (!(await isEmpty(database.db))) throw new Refusal('restore.not_empty');
  const queue = await openJobs(database);
  try {
    await queue.queues(['reactions']);
    const verdict = await database.db.transaction().execute(async (tx) => {
      if (!(await isEmpty(tx))) throw new Refusal('restore.not_empty');
      const put = await openPutting(tx, about);
      for await (const piece of pieces) {
        if (!('rows' in piece) || piece.table !== 'jobs') await put.piece(piece).catch(refuseRows);
        else await queue.put(tx, piece.rows.map((row) => JSON.parse(row) as WaitingJob).filter(isReaction));
      }
      await put.end().catch(refuseRows);
      const verdict = await verify(() => snapshotOf(tx, { withBytes: false }), await shapesOf(tx));
      if (verdict.findings.length > 0) throw new RecordBroken(verdict);
      return verdict;
    });
    // What newer versions added since is added now.
    await migrate(database.db);
    return { about, verdict };
  } finally {
    await queue.close();
  }
}

/** What no forum wrote, whatever the sums say, is found by the constraints of its tables (classes 22 and 23 of SQLSTATE). */
function refuseRows(error: Error & { code?: string }): never {
  if (!/^2[23]/.test(error.code ?? '')) throw error;
  throw new Refusal({ code: 'restore.rows_wrong', values: { why: error.message } });
}

/** Chores begin by themselves with every start. */
function isReaction({ name }: WaitingJob): boolean {
  return name === 'reactions';
}

/** What was restored is not what the record says; nothing was kept. */
export class RecordBroken extends Refusal {
  readonly verdict: Verdict;

  constructor(verdict: Verdict) {
    super('restore.record_broken');
    this.verdict = verdict;
  }
}

async function isEmpty(db: Kysely<DB>): Promise<boolean> {
  const { sequence } = await db.selectFrom('record_head').select('sequence').executeTakeFirstOrThrow();
  if (sequence > 0) return false;
  for (const { table } of await shapesOf(db)) {
    if (table in uncoveredTables) continue;
    const { rows } = await sql`select from ${sql.table(table)} limit 1`.execute(db);
    if (rows.length > 0) return false;
  }
  return true;
}

/**
 * Puts pieces into their tables. What refers to what is let go of meanwhile, since rows refer to one another in circles, and
 * is made good again at the end, when the database looks at every row.
 */
async function openPutting(tx: Kysely<DB>, about: About) {
  const shapes = new Map(about.shapes.map((shape) => [shape.table, shape]));
  const { rows: references } = await sql<{ table: string; name: string; definition: string }>`
    select relname as table, conname as name, pg_get_constraintdef(c.oid) as definition from pg_constraint c
    join pg_class on pg_class.oid = c.conrelid
    where contype = 'f' and connamespace = 'public'::regnamespace order by relname, conname`.execute(tx);
  for (const { table, name } of references)
    await sql`alter table ${sql.table(table)} drop constraint ${sql.id(name)}`.execute(tx);
  await sql`delete from record_head`.execute(tx);
  return {
    async piece(piece: Piece): Promise<void> {
      if ('file' in piece) return putFile(tx, piece.file);
      const { table, rows } = piece;
      if (table === 'record') return putRecord(tx, rows);
      const shape = shapes.get(table);
      // The file of such a row comes later.
      if (table in filesOf && !shape?.columns.some(({ name }) => name === 'sha256')) return;
      const columns = columnsOf(shape!);
      const names = sql.join(columns.map((name) => sql.id(name)));
      const isWithFile = table in filesOf;
      // In full, since PostgreSQL has a type of its own that is called point.
      await sql`insert into ${sql.table(table)} (${names}${isWithFile ? sql`, bytes` : sql``})
        select ${names}${isWithFile ? sql`, ''::bytea` : sql``}
        from json_populate_recordset(null::${sql.table(`public.${table}`)}, ${`[${rows.join(',')}]`}::json)`.execute(
        tx,
      );
    },
    async end(): Promise<void> {
      // A table that has checks to come cannot be altered.
      await sql`set constraints all immediate`.execute(tx);
      for (const { table, name, definition } of references)
        await sql`alter table ${sql.table(table)} add constraint ${sql.id(name)} ${sql.raw(definition)}`.execute(tx);
    },
  };
}

async function putRecord(tx: Kysely<DB>, rows: readonly string[]): Promise<void> {
  const given = `[${rows.join(',')}]`;
  await sql`insert into record_line select * from json_populate_recordset(null::record_line, ${given}::json)`.execute(
    tx,
  );
  await sql`insert into record_payload (sequence, salt, payload)
    select (row ->> 'sequence')::bigint, (row ->> 'payload_salt')::bytea, row ->> 'payload'
    from json_array_elements(${given}::json) row where row ->> 'payload' is not null`.execute(tx);
}

async function putFile(tx: Kysely<DB>, { table, key, bytes }: { table: string; key: string; bytes: Buffer | null }) {
  const column = sql.id(filesOf[table]!.key);
  if (filesOf[table]!.owner === table)
    await sql`update ${sql.table(table)} set bytes = ${bytes} where ${column} = ${key}`.execute(tx);
  else await sql`insert into ${sql.table(table)} (${column}, bytes) values (${key}, ${bytes})`.execute(tx);
}
