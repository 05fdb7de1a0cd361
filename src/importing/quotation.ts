import { findQuotation, normalise } from '#report/quotation.ts';

/**
 * The words of `body` from `start` to `end` (UTF-16 code units), and as many around them as it takes to find them in it
 * once and as whole words: what a citation quotes stands in one place only. Empty where there are no words.
 */
export function uniqueIn(body: string, start: number, end: number): string {
  if (body.slice(start, end).trim() === '') return '';
  const source = normalise(body);
  let from = start;
  let to = end;
  while (!findQuotation(body.slice(from, to), source)) {
    if (from === 0 && to === body.length) return '';
    from = from <= 40 ? 0 : body.lastIndexOf(' ', from - 40) + 1;
    const space = body.indexOf(' ', to + 40);
    to = space < 0 ? body.length : space;
  }
  return body.slice(from, to).trim();
}
