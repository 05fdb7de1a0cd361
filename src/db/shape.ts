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
    select relname as table,
      (select json_agg(attname order by place) from unnest(conkey) with ordinality as k (attnum, place)
        join pg_attribute using (attnum) where attrelid = pg_class.oid) as key,
      (select json_agg(json_build_object('name', attname, 'derived', attgenerated <> '',
          'type', case typcategory when 'A' then 'ARRAY' else format_type(atttypid, null) end,
          'given', case attgenerated when '' then pg_get_expr(adbin, adrelid) end) order by attnum)
        from pg_attribute join pg_type on pg_type.oid = atttypid left join pg_attrdef on adrelid = attrelid and adnum = attnum
        where attrelid = pg_class.oid and attnum > 0 and not attisdropped) as columns
    from pg_class left join pg_constraint on conrelid = pg_class.oid and contype = 'p'
    where relnamespace = 'public'::regnamespace and relkind = 'r' and relname not like 'kysely%'
    order by relname collate "C"`.execute(db);
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
