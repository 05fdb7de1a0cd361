import { stringify } from 'csv-stringify/sync';
import { say as sayIn } from '#messages/say.ts';
import type { WholeReport } from './whole.ts';

/** The ledger as CSV (RFC 4180, in UTF-8 with a mark so that spreadsheets see it): one row for every statement. */
export function ledgerTable({ annexes, labels }: WholeReport): string {
  const say = (code: string) => sayIn(code, {}, labels);
  const head = ['statement', 'speaker', 'what', 'state', 'where', 'why'].map((code) => say(`printed.column.${code}`));
  const rows = (annexes?.ledger.lines ?? []).map(({ statement, who, what, name, sentences, why }) =>
    [statement, who, what, name, sentences.join(', '), why].map(inert),
  );
  return `\uFEFF${stringify([head, ...rows], { record_delimiter: '\r\n' })}`;
}

/** A spreadsheet runs what begins like a formula; an apostrophe makes it text again. */
export function inert(text: string): string {
  return /^[=+\-@\t\r\n]/.test(text) ? `'${text}` : text;
}
