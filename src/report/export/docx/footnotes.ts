import {
  sourceLine,
  wordsOf,
  type PrintedSentence,
  type PrintedSource,
  type WholeReport,
} from '#report/export/whole.ts';
import { xml, type Xml } from '#report/export/xml.ts';
import { namespaces } from './document.ts';
import { paragraph, run } from './words.ts';

/** The footnote with this number: what a sentence rests on, with the exact words in their own language. */
export function footnoteOf(number: number, { place, sources }: PrintedSentence, report: WholeReport): Xml {
  const { labels } = report;
  const words = sources.flatMap((source, n) => [...(n > 0 ? [run('; ', labels)] : []), ...sourceRuns(source, report)]);
  const mark = xml(
    'w:r',
    {},
    xml('w:rPr', {}, xml('w:rStyle', { 'w:val': 'FootnoteReference' })),
    xml('w:footnoteRef', {}),
  );
  return xml(
    'w:footnote',
    { 'w:id': number },
    paragraph('FootnoteText', labels, [mark, run(` ${place}  `, labels, { bold: true }), ...words]),
  );
}

function sourceRuns(source: PrintedSource, { labels }: WholeReport): Xml[] {
  const { quotes, note } = source;
  return [
    run(sourceLine(source), labels),
    ...quotes.flatMap((quote, n) => [
      run(n > 0 ? ', “' : ': “', labels),
      run(wordsOf(quote), quote.language),
      run('”', labels),
    ]),
    ...(note ? [run(` – ${note}`, labels)] : []),
  ];
}

/** The part that holds them, with the two rules every Word document has before the first. */
export function footnotesPart(footnotes: Xml[]): Xml {
  const rule = (id: number, type: string, name: string) =>
    xml('w:footnote', { 'w:type': type, 'w:id': id }, xml('w:p', {}, xml('w:r', {}, xml(`w:${name}`, {}))));
  return xml(
    'w:footnotes',
    namespaces,
    rule(-1, 'separator', 'separator'),
    rule(0, 'continuationSeparator', 'continuationSeparator'),
    footnotes,
  );
}
