import { CsvError, parse } from 'csv-parse/sync';
import { Refusal } from '#record/refusals.ts';
import { isFormula, listColumns, mostRows, neededColumns, type ListKind } from './rules.ts';

/** One row of a list: its cells by column, trimmed; empty where the file has none. */
export interface ListRow {
  line: number;
  cells: Record<string, string>;
}

/**
 * The rows of a list from its text: commas, semicolons or tabs, whichever its first line has most of. The first line names
 * the columns, in any order and letter case; one that we do not know is left aside and told. Refuses what is no list, what
 * lacks a needed column, and more rows than we take.
 */
export function readList(text: string, kind: ListKind): { rows: ListRow[]; ignored: string[] } {
  const records = parsed(text);
  const [head, ...body] = records;
  if (!head || body.length === 0) throw new Refusal('list.empty');
  if (body.length > mostRows) throw new Refusal({ code: 'list.too_many_rows', values: { most: mostRows, rows: body.length } }); // prettier-ignore
  const named = head.cells.map(columnName);
  const known = listColumns[kind] as readonly string[];
  const missing = neededColumns[kind].find((column) => !named.includes(column));
  if (missing) throw new Refusal({ code: 'list.column_missing', values: { column: missing, columns: known.join(', ') } }); // prettier-ignore
  const twice = named.find((column, i) => known.includes(column) && named.indexOf(column) !== i);
  if (twice) throw new Refusal({ code: 'list.column_twice', values: { column: twice } });
  return {
    rows: body.map(({ line, cells }) => ({
      line,
      cells: Object.fromEntries(known.map((column) => [column, cellOf(cells[named.indexOf(column)])])),
    })),
    ignored: head.cells.filter((_, i) => !known.includes(named[i]!)).filter(Boolean),
  };
}

function parsed(text: string): { line: number; cells: string[] }[] {
  try {
    const records = parse(text, {
      bom: true,
      delimiter: delimiterOf(text),
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
      max_record_size: 100_000,
      trim: true,
    }) as unknown as { info: { lines: number }; record: string[] }[];
    return records.map(({ info, record }) => ({ line: info.lines, cells: record }));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new Refusal({ code: 'list.not_csv', values: { line: Number((error as { lines?: number }).lines ?? 1) } });
  }
}

/** What parts the cells of the first line that has any. */
function delimiterOf(text: string): string {
  const head = text.replace(/^\ufeff/, '').split(/\r?\n/).find((line) => line.trim() !== '') ?? ''; // prettier-ignore
  const bare = head.replace(/"[^"]*"/g, '');
  const count = (mark: string) => bare.split(mark).length;
  return [',', ';', '\t'].reduce((best, mark) => (count(mark) > count(best) ? mark : best));
}

/** “Short name”, “short-name” and “SHORT_NAME” are one column. */
function columnName(cell: string): string {
  return cell.trim().toLowerCase().replace(/[\s-]+/g, '_'); // prettier-ignore
}

/** A formula is text and nothing else; the mark that guards it in a spreadsheet is not part of it. */
function cellOf(cell = ''): string {
  const text = cell.normalize('NFC').replace(/\s+/g, ' ').trim();
  return text.startsWith("'") && isFormula(text.slice(1)) ? text.slice(1) : text;
}
