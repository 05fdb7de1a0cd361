import type { Column, Shape } from '#db/shape.ts';
import { sha256 } from '#record/tree/hashing.ts';
import { concealed, secrets } from '#record/rows.ts';
import { uncoveredColumns, uncoveredTables } from '#keeping/covered.ts';

type Row = Record<string, unknown>;

/** Tells rows apart and compares them, however they were written down: by the program, or by the database as JSON. */
export interface Canon {
  /** 16 bytes for the row's table and primary key. */
  key(row: Row): Buffer;
  /** 16 bytes for all that is covered of it; a column it was written without counts as what the database put there. */
  value(row: Row, isStored: boolean): Buffer;
  /** Its primary key in words. */
  name(row: Row): string;
}

/** Of every table that the record covers, by its name. */
export function canonsOf(shapes: readonly Shape[]): ReadonlyMap<string, Canon> {
  return new Map(
    shapes.filter(({ table }) => !(table in uncoveredTables)).map((shape) => [shape.table, canonOf(shape)]),
  );
}

export function canonOf({ table, columns, key }: Shape): Canon {
  const covered = columns
    .filter(({ name, derived }) => !derived && !(`${table}.${name}` in uncoveredColumns))
    .map((column) => ({ ...column, plain: plainly(column), isSecret: secrets.includes(column.name) }));
  const keys = covered.filter(({ name }) => key.includes(name));
  const short = (text: string) => sha256(`${table}\n${text}`).subarray(0, 16);
  return {
    key: (row) => short(JSON.stringify(keys.map(({ name, plain }) => plain(row[name])))),
    name: (row) => keys.map(({ name, plain }) => `${name} ${String(plain(row[name]))}`).join(', '),
    value(row, isStored) {
      const values = covered.map(({ name, plain, otherwise, isSecret }) => {
        const value = row[name];
        if (value === undefined) return otherwise === null ? null : plain(otherwise);
        if (value === null) return null;
        return isSecret && isStored ? concealed(value) : plain(value);
      });
      return short(JSON.stringify(values));
    },
  };
}

const unchanged = (value: unknown) => value;

/** One way of writing a value down, for each type that is written in two. */
function plainly({ type, name }: Column): (value: unknown) => unknown {
  if (secrets.includes(name)) return unchanged;
  if (type.startsWith('timestamp')) return (value) => (isPlainTime(value) ? value : moment(value));
  if (type === 'bytea') return (value) => (typeof value === 'string' ? value.replace(/^\\x/, '') : value);
  if (/json/.test(type)) return (value) => (typeof value === 'string' ? value : sorted(value));
  // The program reads long numbers in a list as text.
  if (type === 'ARRAY') return (value) => (Array.isArray(value) ? value.map((one) => (one === null ? null : String(one))) : value); // prettier-ignore
  if (/int$|integer|real|double|numeric/.test(type)) return numberIn;
  return unchanged;
}

/** What is no number is not the same as nothing. */
function numberIn(value: unknown): unknown {
  const number = value === null ? null : Number(value);
  return Number.isNaN(number) ? String(value) : number;
}

function isPlainTime(value: unknown): boolean {
  return value === null || (typeof value === 'string' && value.length === 24 && value.endsWith('Z'));
}

function moment(value: unknown): string | null {
  const at = new Date(value as string);
  return value === undefined ? null : Number.isNaN(at.getTime()) ? String(value) : at.toISOString();
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, inner]) => [name, sorted(inner)]),
  );
}
