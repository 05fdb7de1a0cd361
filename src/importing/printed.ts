/** A slice of a document as people read it, and where each place of the document has come to lie in it. */
export interface Printed {
  text: string;
  /** The place in `text` of a place in the document, both in UTF-16 code units; the nearest end where it lies outside. */
  at(offset: number): number;
}

/**
 * The slice of a document from `start` to `end` without the marks of bold type (`**`) and without white space at its
 * ends. Nothing else is touched, so every stretch of it is the document's own words.
 */
export function printed(document: string, start: number, end: number): Printed {
  const marks: number[] = [];
  let whole = '';
  let from = start;
  for (
    let mark = document.indexOf('**', start);
    mark >= 0 && mark + 2 <= end;
    mark = document.indexOf('**', mark + 2)
  ) {
    marks.push(mark);
    whole += document.slice(from, mark);
    from = mark + 2;
  }
  whole += document.slice(from, end);
  const leading = whole.length - whole.trimStart().length;
  const text = whole.trim();
  return {
    text,
    at(offset) {
      let taken = leading;
      for (const mark of marks) taken += Math.min(2, Math.max(0, offset - mark));
      return Math.min(Math.max(offset - start - taken, 0), text.length);
    },
  };
}

/** The same words on one line: what was broken over lines is read as one sentence. */
export function onOneLine(words: string): string {
  return words.replace(/\s+/g, ' ').trim();
}

/** The words of a slice of the document, on one line and without marks of bold type. */
export function wordsOf(document: string, { start, end }: { start: number; end: number }): string {
  return onOneLine(printed(document, start, end).text);
}
