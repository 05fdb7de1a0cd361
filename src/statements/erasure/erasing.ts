import { sql, type Kysely } from 'kysely';
import type { DB } from '#db/schema.ts';
import { shapesOf } from '#db/shape.ts';
import type { Context } from '#record/act.ts';
import type { Written } from '#record/rows.ts';
import { personal, toErase, type Kept } from './personal.ts';
import { isTheirs, type Subject } from './subject.ts';

type Table = Written['table'];

/** How many rows of each table, those without any left out. */
export type Rows = Record<string, number>;

export interface Extent {
  erased: Rows;
  kept: Rows;
  /** Lines of the record whose payload holds something of theirs. */
  payloads: number;
}

/** What an erasure would do, counted and not done. */
export async function extentOf(db: Kysely<DB>, subject: Subject, withWords: boolean): Promise<Extent> {
  const goes = new Set(toErase(withWords));
  const extent: Extent = { erased: {}, kept: {}, payloads: (await payloadsOf(db, subject, withWords)).length };
  for (const kept of personal) {
    const count = await countOf(db, kept, subject);
    if (count > 0) extent[goes.has(kept) ? 'erased' : 'kept'][kept.table] = count;
  }
  return extent;
}

/**
 * Erases it, and returns the lines of the record whose payload went with it. Not through `rows`: what those write is kept
 * for the record, and this is what must not be kept. What is left of the rows those lines wrote is committed to anew.
 */
export async function eraseAll(
  { tx, rows, now }: Pick<Context, 'tx' | 'rows' | 'now'>,
  subject: Subject,
  withWords: boolean,
): Promise<number[]> {
  const payloads = await payloadsOf(tx, subject, withWords);
  for (const kept of toErase(withWords)) {
    const theirs = isTheirs(kept, subject);
    const table = sql.table(kept.table);
    if (kept.erasure === 'removed') await sql`delete from ${table} where ${theirs}`.execute(tx);
    else {
      const values = Object.entries(kept.emptied!).map(([name, value]) => sql`${sql.ref(name)} = ${value}`);
      await sql`update ${table} set ${sql.join(values)} where ${theirs}`.execute(tx);
    }
  }
  await sql`update person set erased_at = ${now} where id = any(${subject.person}::uuid[])`.execute(tx);
  if (withWords) {
    const these = sql`any(${subject.statement}::uuid[])`;
    await sql`update statement set erased_at = ${now} where id = ${these}`.execute(tx);
    await sql`update attachment set withdrawn_at = ${now} where statement_id = ${these} and withdrawn_at is null`.execute(tx); // prettier-ignore
  }
  const sequences = payloads.map(({ sequence }) => sequence);
  await sql`delete from record_payload where sequence = any(${sequences}::bigint[])`.execute(tx);
  const left = new Map<Table, Map<string, Record<string, unknown>>>();
  const keys = new Map((await shapesOf(tx)).map(({ table, key }) => [table, key]));
  const touch = (table: Table, row: Record<string, unknown>) => {
    const key = Object.fromEntries(keys.get(table)!.map((column) => [column, row[column]]));
    if (!left.has(table)) left.set(table, new Map());
    left.get(table)!.set(JSON.stringify(key), key);
  };
  for (const { rows } of payloads) for (const { table, row } of rows) touch(table, row);
  for (const id of subject.person) touch('person', { id });
  if (withWords) for (const id of subject.statement) touch('statement', { id });
  if (withWords) for (const id of subject.attachment) touch('attachment', { id });
  for (const [table, wanted] of left) await rows.asTheyStand(table, [...wanted.values()]);
  return sequences;
}

async function countOf(db: Kysely<DB>, kept: Kept, subject: Subject): Promise<number> {
  const query = sql<{ all: number }>`select count(*)::int as all from ${sql.table(kept.table)}
    where ${isTheirs(kept, subject)}`;
  return (await query.execute(db)).rows[0]!.all;
}

/** The lines whose payload holds a row that is erased: the line and its commitment stay, and say so. */
async function payloadsOf(
  db: Kysely<DB>,
  subject: Subject,
  withWords: boolean,
): Promise<{ sequence: number; rows: Written[] }[]> {
  const ids = [...subject.person, ...subject.statement, ...subject.login, ...subject.credential, ...subject.request];
  const { rows } = await sql<{ sequence: number; payload: string }>`
    select sequence, payload from record_payload where payload like any(${ids.map((id) => `%${id}%`)}::text[])`.execute(
    db,
  );
  const goes = toErase(withWords);
  const holds = ({ table, row }: Written) =>
    goes.some(
      (kept) =>
        kept.table === table &&
        (Object.entries(kept.of) as [keyof Kept['of'], string][]).some(([what, name]) =>
          subject[what].includes(String(row[name])),
        ),
    );
  return rows
    .map(({ sequence, payload }) => ({ sequence, rows: JSON.parse(payload) as Written[] }))
    .filter(({ rows }) => rows.some(holds));
}
