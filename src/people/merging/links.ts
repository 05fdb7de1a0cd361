import { sql, type Kysely } from 'kysely';
import type { DB } from '#db/schema.ts';

export type Table = keyof DB & string;

/** A column that points to a delegation, wherever in the database it is. */
export interface Link {
  table: Table;
  column: string;
  /** Each set of columns that must differ between rows and that this column is part of, without it. */
  uniqueWith: string[][];
  /** What tells a row of the table from another. */
  key: string[];
}

/**
 * Everything that points to a delegation, as the database itself knows it: a table that is added later is found without a
 * word here. Offices are held once, though the database does not say so.
 */
export async function linksToDelegations(db: Kysely<DB>): Promise<Link[]> {
  const { rows } = await sql<Link & { uniqueWith: string[][] | null }>`
    select c.conrelid::regclass::text as table, a.attname as column,
      (select json_agg(array(select i.attname from pg_attribute i
          where i.attrelid = x.indrelid and i.attnum = any(x.indkey) and i.attnum <> a.attnum order by i.attnum))
        from pg_index x where x.indrelid = c.conrelid and x.indisunique and a.attnum = any(x.indkey)) as "uniqueWith",
      array(select i.attname::text from pg_index x join pg_attribute i on i.attrelid = x.indrelid and i.attnum = any(x.indkey)
        where x.indrelid = c.conrelid and x.indisprimary order by i.attnum) as key
    from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
    where c.contype = 'f' and c.confrelid = 'delegation'::regclass and array_length(c.conkey, 1) = 1
    order by 1, 2`.execute(db);
  return rows.map((link) => ({
    ...link,
    uniqueWith: [
      ...(link.uniqueWith ?? []),
      ...(link.table === 'role' ? [['edition_id', 'roundtable_id', 'kind', 'person_id']] : []),
    ],
  }));
}

/** The rows that would say twice what a row of the other entry says already, each by its key. */
export async function repeatedRows(
  db: Kysely<DB>,
  { table, column, uniqueWith, key }: Link,
  from: string,
  into: string,
): Promise<Record<string, string>[]> {
  const repeated = new Map<string, Record<string, string>>();
  for (const others of uniqueWith) {
    const same = others.map((other) => sql`a.${sql.id(other)} is not distinct from b.${sql.id(other)}`);
    const { rows } = await sql<Record<string, string>>`
      select ${sql.join(key.map((one) => sql`a.${sql.id(one)}`))} from ${sql.table(table)} a
      where a.${sql.id(column)} = ${from}
        and exists (select from ${sql.table(table)} b where ${sql.join([sql`b.${sql.id(column)} = ${into}`, ...same], sql` and `)})`.execute(
      db,
    );
    for (const row of rows) repeated.set(JSON.stringify(row), row);
  }
  return [...repeated.values()];
}
