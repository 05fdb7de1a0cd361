import type { Reflection } from '#report/views.ts';

/** Where the words that reports rest on stand in a statement, as half-open ranges of UTF-16 code units. */
export function marksIn(body: string | null, reflections: readonly Pick<Reflection, 'quotation'>[]) {
  return reflections.flatMap(({ quotation }) => {
    const from = quotation && body ? body.indexOf(quotation) : -1;
    // Words cited from an earlier version may be gone from this one.
    return from < 0 ? [] : [{ from, to: from + quotation!.length }];
  });
}
