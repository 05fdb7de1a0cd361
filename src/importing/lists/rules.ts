/** The columns of a list, in the order of its template. */
export const listColumns = {
  delegations: ['short_name', 'formal_name', 'kind', 'code', 'region', 'other_names', 'groups'],
  persons: ['name', 'title', 'function', 'delegation', 'capacity', 'rank'],
} as const;

export type ListKind = keyof typeof listColumns;

/** A list without these says nothing. */
export const neededColumns = { delegations: ['short_name'], persons: ['name'] } as const;

export const mostRows = 5000;
export const mostBytes = 5 * 1024 * 1024;

/** Between the names in one cell. */
export const between = '|';

/** A cell that a spreadsheet would calculate, were it not kept as text. */
export function isFormula(cell: string): boolean {
  return /^[=+\-@\t\r＝＋－＠]/.test(cell);
}

/** What becomes of one row of a list; nothing is written before somebody has seen it. */
export type Fate<Entry> = {
  /** In the file, from 1; the first line names the columns. */
  line: number;
  name: string;
} & (
  | { fate: 'new'; entry: Entry }
  | { fate: 'same' }
  | { fate: 'differs'; id: string; entry: Entry; changes: Change[] }
  | { fate: 'refused'; code: string; values: Record<string, string | number> }
);

export interface Change {
  column: string;
  from: string;
  to: string;
}

/** How many rows of each fate. */
export function countsOf(fates: readonly { fate: string }[]): Record<Fate<never>['fate'], number> {
  const count = (fate: string) => fates.filter((one) => one.fate === fate).length;
  return { new: count('new'), same: count('same'), differs: count('differs'), refused: count('refused') };
}
