import { sql, type Kysely } from 'kysely';
import type { DB } from './schema.ts';

/** A table of ours as it lies in the database. */
export interface Shape {
  table: string;
  /** The columns of its primary key, in their order. */
  key: string[];
  columns: Column[];
}

export interface Column {
  name: string;
  /** PostgreSQL's own word: `uuid`, `timestamp with time zone`, `ARRAY`. */
  type: string;
  /** Computed by the database from other columns. */
  derived: boolean;
  /** What it holds where nothing is given, as JSON; null also where that is no plain value. */
  otherwise: unknown;
}

/** Every table with its columns, by name. The queue's tables and the list of migrations are not ours. */
export async function shapesOf(db: Kysely<DB>): Promise<Shape[]> {
  const { rows } = await sql<{ table: string; key: string[] | null; columns: (Column & { given: string | null })[] }>`
    select t.table_name as table,
      (select json_agg(k.column_name order by k.ordinal_position) from information_schema.table_constraints c
        join information_schema.key_column_usage k using (constraint_schema, constraint_name)
        where c.table_schema = 'public' and c.table_name = t.table_name and c.constraint_type = 'PRIMARY KEY') as key,
      (select json_agg(json_build_object('name', c.column_name, 'type', c.data_type, 'derived', c.is_generated = 'ALWAYS',
          'given', c.column_default) order by c.ordinal_position)
        from information_schema.columns c where c.table_schema = 'public' and c.table_name = t.table_name) as columns
    from information_schema.tables t
    where t.table_schema = 'public' and t.table_type = 'BASE TABLE' and t.table_name not like 'kysely%'
    order by t.table_name collate "C"`.execute(db);
  return rows.map(({ table, key, columns }) => ({
    table,
    key: key ?? [],
    columns: columns.map(({ given, ...column }) => ({ ...column, otherwise: valueOf(given, column.type) })),
  }));
}

/** `'draft'::text`, `0`, `'{}'::integer[]`: what stands there where an older row was written without the column. */
function valueOf(given: string | null, type: string): unknown {
  const text = /^'((?:[^']|'')*)'(?:::[\w" []+\]?)?$/.exec(given ?? '')?.[1]?.replaceAll("''", "'");
  if (type === 'ARRAY') return text === '{}' ? [] : text ? text.slice(1, -1).split(',') : null;
  if (text !== undefined) return /json/.test(type) ? JSON.parse(text) : text;
  return given !== null && /^(-?\d+(\.\d+)?|true|false)$/.test(given) ? JSON.parse(given) : null;
}
