import {
  sql,
  type Expression,
  type ExpressionBuilder,
  type OperationNodeSource,
  type Insertable,
  type Kysely,
  type Selectable,
  type Updateable,
} from 'kysely';
import type { DB } from '#db/schema.ts';

type Table = keyof DB & string;

/** A row as it stands after a write, or its key after a removal: what a line of the record commits to. */
export interface Written {
  table: Table;
  row: Record<string, unknown>;
  removed?: true;
}

/** Which rows are meant: every column named is this value, or one of these. */
type Key<T extends Table> = {
  [Column in keyof Selectable<DB[T]>]?: Selectable<DB[T]>[Column] | readonly Selectable<DB[T]>[Column][];
};

type Changed<T extends Table> = {
  [Column in keyof Updateable<DB[T]>]: Updateable<DB[T]>[Column] | Expression<Updateable<DB[T]>[Column]>;
};

type Inserted<T extends Table> = {
  [Column in keyof Insertable<DB[T]>]: Insertable<DB[T]>[Column] | Expression<Insertable<DB[T]>[Column]>;
};

/** The only way an act writes: every row that changes is kept for the record. */
export interface Rows {
  insert<T extends Table>(table: T, values: Insertable<DB[T]> | Insertable<DB[T]>[]): Promise<Selectable<DB[T]>[]>;
  /**
   * Inserts into several tables at one go: a look-up fewer for each, where an act is done hundreds of times a second. Other
   * statements may be named that the values refer to; what these write is not kept.
   */
  insertTogether(values: { [T in Table]?: Inserted<T>[] }, beside?: Record<string, OperationNodeSource>): Promise<void>;
  update<T extends Table>(table: T, key: Key<T>, values: Changed<T>): Promise<Selectable<DB[T]>[]>;
  remove<T extends Table>(table: T, key: Key<T>): Promise<void>;
}

// PostgreSQL takes at most 65,535 parameters in one statement.
const rowsAtOnce = 1000;

export function keepRows(db: Kysely<DB>, written: Written[]): Rows {
  // The table's name is a parameter here, which Kysely's types cannot follow; the interface above states them.
  const tx = db as unknown as Kysely<any>;
  const keep = (table: Table, rows: Record<string, unknown>[], removed?: true) => {
    for (const whole of rows) {
      const {
        search: _derived,
        bytes: _file,
        token_hash: _key,
        password: _secret,
        form_token: _token,
        ...rest
      } = whole;
      const { access_token: _access, refresh_token: _refresh, id_token: _id, ...row } = rest;
      written.push(removed ? { table, row, removed } : { table, row });
    }
    return rows as never;
  };
  const named = (key: Record<string, unknown>) => (eb: ExpressionBuilder<any, any>) =>
    eb.and(
      Object.entries(key).map(([column, value]) =>
        Array.isArray(value) ? eb(column, '=', sql`any(${value})`) : eb.and({ [column]: value }),
      ),
    );
  return {
    async insert(table, values) {
      const all = [values].flat() as Record<string, unknown>[];
      const inserted: Record<string, unknown>[] = [];
      for (let from = 0; from < all.length; from += rowsAtOnce)
        inserted.push(
          ...(await tx
            .insertInto(table)
            .values(all.slice(from, from + rowsAtOnce))
            .returningAll()
            .execute()),
        );
      return keep(table, inserted);
    },
    async insertTogether(values, beside = {}) {
      const tables = (Object.keys(values) as Table[]).filter((table) => values[table]!.length > 0);
      const inserts = tables.map((table) =>
        tx
          .insertInto(table)
          .values(values[table] as never)
          .returningAll(),
      );
      const named = [
        ...Object.entries(beside).map(([name, query]) => sql`${sql.id(name)} as (${query})`),
        ...tables.map((table, i) => sql`${sql.id(`new_${table}`)} as (${inserts[i]})`),
      ];
      const rows = tables.map(
        (table) => sql`(select json_agg(row) from ${sql.id(`new_${table}`)} row) as ${sql.id(table)}`,
      );
      const query = sql<Record<Table, Record<string, unknown>[]>>`with ${sql.join(named)} select ${sql.join(rows)}`;
      const [inserted] = (await query.execute(db)).rows;
      for (const table of tables) keep(table, inserted![table]);
    },
    async update(table, key, values) {
      const these = tx.updateTable(table as string).where(named(key));
      return keep(table, await these.set(values).returningAll().execute());
    },
    async remove(table, key) {
      const these = tx.deleteFrom(table as string).where(named(key));
      keep(table, await these.returningAll().execute(), true);
    },
  };
}
