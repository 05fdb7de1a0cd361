import {
  sql,
  type Expression,
  type ExpressionBuilder,
  type Insertable,
  type Kysely,
  type Selectable,
  type Updateable,
} from 'kysely';
import type { DB } from '#db/schema.ts';
import { sha256 } from './tree/hashing.ts';

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

/** The only way an act writes: every row that changes is kept for the record. */
export interface Rows {
  insert<T extends Table>(table: T, values: Insertable<DB[T]> | Insertable<DB[T]>[]): Promise<Selectable<DB[T]>[]>;
  /**
   * Inserts into several tables at one go: a look-up fewer for each, where an act is done hundreds of times a second.
   */
  insertTogether(values: { [T in Table]?: Insertable<DB[T]>[] }): Promise<void>;
  update<T extends Table>(table: T, key: Key<T>, values: Changed<T>): Promise<Selectable<DB[T]>[]>;
  remove<T extends Table>(table: T, key: Key<T>): Promise<void>;
  /** Commits to rows that something else than this wrote: as they stand now, or gone. Keys are whole primary keys. */
  asTheyStand(table: Table, keys: Record<string, unknown>[]): Promise<void>;
}

// PostgreSQL takes at most 65,535 parameters in one statement.
const rowsAtOnce = 1000;
const keysAtOnce = 200;

export function keepRows(db: Kysely<DB>, written: Written[]): Rows {
  // The table's name is a parameter here, which Kysely's types cannot follow; the interface above states them.
  const tx = db as unknown as Kysely<any>;
  const keep = (table: Table, rows: Record<string, unknown>[], removed?: true) => {
    for (const { search: _derived, bytes: _file, ...row } of rows) {
      for (const secret of secrets) if (row[secret] != null) row[secret] = concealed(row[secret]);
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
    async insertTogether(values) {
      const tables = (Object.keys(values) as Table[]).filter((table) => values[table]!.length > 0);
      const inserts = tables.map((table) =>
        tx
          .insertInto(table)
          .values(values[table] as never)
          .returningAll(),
      );
      const named = tables.map((table, i) => sql`${sql.id(`new_${table}`)} as (${inserts[i]})`);
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
      for (const [below, column, of] of removedWith[table] ?? []) {
        const ids = await tx
          .selectFrom(table as string)
          .select(of)
          .where(named(key))
          .execute();
        if (ids.length > 0) await this.remove(below, { [column]: ids.map((row) => row[of]) } as never);
      }
      const these = tx.deleteFrom(table as string).where(named(key));
      keep(table, await these.returningAll().execute(), true);
    },
    async asTheyStand(table, keys) {
      for (let from = 0; from < keys.length; from += keysAtOnce) {
        const some = keys.slice(from, from + keysAtOnce);
        const found = await tx.selectFrom(table as string).selectAll().where((eb) => eb.or(some.map((key) => eb.and(key)))).execute(); // prettier-ignore
        keep(table, found);
        const isThere = (key: object) =>
          found.some((row) => Object.entries(key).every(([name, is]) => row[name] === is));
        for (const key of some) if (!isThere(key)) written.push({ table, row: key, removed: true });
      }
    },
  };
}

/** What the database removes with a row: here it goes first, so that the record says so. A test holds it against the schema. */
export const removedWith: Partial<Record<Table, [below: Table, column: string, of: string][]>> = {
  point: [['practice_passed_over', 'point_id', 'id']],
  report_paragraph: [['sentence', 'paragraph_id', 'id']],
  sentence: [['citation', 'sentence_id', 'id']],
};

/** Kept as a hash: whether one was changed is found, what it is nobody learns. */
export const secrets: readonly string[] = ['token_hash', 'password', 'form_token', 'access_token', 'refresh_token', 'id_token']; // prettier-ignore

/** Of a secret as a program or the database's own JSON hands it over. */
export function concealed(secret: unknown): string {
  return sha256(Buffer.isBuffer(secret) ? secret.toString('hex') : String(secret).replace(/^\\x/, '')).toString('hex');
}
