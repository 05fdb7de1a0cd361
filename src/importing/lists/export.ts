import { stringify } from 'csv-stringify/sync';
import type { RegisterEntry } from '#people/register/queries.ts';
import type { KnownPerson } from './persons.ts';
import { between, listColumns, type ListKind } from './rules.ts';

/**
 * A list as CSV, with the columns an import takes: what is exported can be imported again. It begins with a byte-order mark,
 * so that spreadsheets read its letters; what they would calculate is guarded by an apostrophe.
 */
export function listAsCsv(kind: ListKind, entries: readonly (RegisterEntry | KnownPerson)[]): string {
  const rows = entries.map((entry) => ('slug' in entry ? delegationRow(entry) : personRow(entry)));
  return stringify([[...listColumns[kind]], ...rows], { bom: true, escape_formulas: true, record_delimiter: '\r\n' });
}

function delegationRow({ shortName, formalName, kind, code, region, aliases, groups }: RegisterEntry): string[] {
  const list = (names: string[]) => names.join(` ${between} `);
  return [shortName, formalName, kind, code ?? '', region ?? '', list(aliases), list(groups)];
}

function personRow({ name, title, function: office, delegation, capacity, rank }: KnownPerson): string[] {
  return [name, title ?? '', office ?? '', delegation ?? '', delegation ? capacity : '', delegation ? rank : ''];
}
