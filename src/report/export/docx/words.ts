import { directionOf } from '#ui/direction.ts';
import { Xml, xml } from '#report/export/xml.ts';

/** Text with the language it is in; a cell of a table. */
export interface Tongue {
  text: string;
  language: string;
  bold?: boolean;
}

/** How Word calls a language: it wants a region where the field does not. */
export function wordLanguage(language: string): string {
  const regions: Record<string, string> = {
    en: 'en-GB',
    fr: 'fr-FR',
    es: 'es-ES',
    ar: 'ar-SA',
    ru: 'ru-RU',
    zh: 'zh-CN',
    pt: 'pt-PT',
  };
  return regions[language] ?? language;
}

/** The language of a run, for the script it is written in. */
export function languageMark(language: string): Xml {
  const called = wordLanguage(language);
  if (directionOf(language) === 'rtl') return xml('w:lang', { 'w:bidi': called });
  if (['zh', 'ja', 'ko'].includes(language)) return xml('w:lang', { 'w:val': 'en-GB', 'w:eastAsia': called });
  return xml('w:lang', { 'w:val': called });
}

/**
 * Words in one language; a line break in them is a line break in Word. What runs the other way – a Latin acronym in
 * Arabic – is a run of its own: Word takes a run's direction from its mark, not from its letters.
 */
export function run(text: string, language: string, look: Look = {}): Xml {
  const direction = directionOf(language);
  const other = direction === 'rtl' ? leftToRight : rightToLeft;
  const pieces: Xml[] = [];
  let from = 0;
  for (const { 0: words, index } of text.matchAll(other)) {
    if (index > from) pieces.push(piece(text.slice(from, index), language, direction, look));
    pieces.push(piece(words, direction === 'rtl' ? 'en' : 'ar', direction === 'rtl' ? 'ltr' : 'rtl', look));
    from = index + words.length;
  }
  if (from < text.length || pieces.length === 0) pieces.push(piece(text.slice(from), language, direction, look));
  return new Xml(pieces.map(({ markup }) => markup).join(''));
}

interface Look {
  bold?: boolean;
  italic?: boolean;
}

// From the first letter or figure of that direction to the last, with whatever stands between them.
const ofArabic = '\\p{Script=Arabic}\\p{Script=Hebrew}\\p{Script=Syriac}\\p{Script=Thaana}٠-٩۰-۹';
const rightToLeft = new RegExp(`[${ofArabic}](?:[^\\p{L}]*[${ofArabic}]|[${ofArabic}\\p{M}])*`, 'gu');
const ofOthers = `(?![${ofArabic}])[\\p{L}\\p{N}]`;
const leftToRight = new RegExp(`${ofOthers}(?:[^${ofArabic}\\n]*${ofOthers})?`, 'gu');

function piece(text: string, language: string, direction: 'ltr' | 'rtl', look: Look): Xml {
  const lines = text
    .split(/\r?\n/)
    .flatMap((line, n) => [...(n > 0 ? [xml('w:br', {})] : []), xml('w:t', { 'xml:space': 'preserve' }, line)]);
  return xml(
    'w:r',
    {},
    // In the order the schema asks for.
    xml(
      'w:rPr',
      {},
      look.bold && [xml('w:b', {}), xml('w:bCs', {})],
      look.italic && [xml('w:i', {}), xml('w:iCs', {})],
      direction === 'rtl' && xml('w:rtl', {}),
      languageMark(language),
    ),
    lines,
  );
}

/** A paragraph in a style; `numbering` is the list whose next number it takes. */
export function paragraph(style: string, language: string, words: string | Xml[], numbering?: number): Xml {
  return xml(
    'w:p',
    {},
    xml(
      'w:pPr',
      {},
      xml('w:pStyle', { 'w:val': style }),
      numbering !== undefined &&
        xml('w:numPr', {}, xml('w:ilvl', { 'w:val': 0 }), xml('w:numId', { 'w:val': numbering })),
      directionOf(language) === 'rtl' && xml('w:bidi', {}),
    ),
    typeof words === 'string' ? run(words, language) : words,
  );
}

/** A heading; in the document's direction, whatever language it is in itself. */
export function heading(language: string, text: string, tongue = language): Xml {
  return paragraph('Heading1', language, [run(text, tongue)]);
}

/** A table, its first row repeated on every page it runs over. Widths in twentieths of a point. */
export function table(language: string, head: Tongue[] | null, rows: Tongue[][], widths: number[]): Xml {
  const line = (name: string) => xml(`w:${name}`, { 'w:val': 'single', 'w:sz': 4, 'w:space': 0, 'w:color': 'BFBFBF' });
  const row = (cells: Tongue[], isHead: boolean) =>
    xml(
      'w:tr',
      {},
      xml('w:trPr', {}, xml('w:cantSplit', {}), isHead && xml('w:tblHeader', {})),
      cells.map(({ text, language: tongue, bold = false }, n) =>
        xml(
          'w:tc',
          {},
          xml('w:tcPr', {}, xml('w:tcW', { 'w:w': widths[n]!, 'w:type': 'dxa' })),
          paragraph('Cell', language, [run(text, tongue, { bold })]),
        ),
      ),
    );
  return new Xml(
    xml(
      'w:tbl',
      {},
      xml(
        'w:tblPr',
        {},
        directionOf(language) === 'rtl' && xml('w:bidiVisual', {}),
        xml('w:tblW', { 'w:w': widths.reduce((sum, width) => sum + width, 0), 'w:type': 'dxa' }),
        xml('w:tblBorders', {}, line('top'), line('bottom'), line('insideH')),
        xml('w:tblLayout', { 'w:type': 'fixed' }),
      ),
      xml(
        'w:tblGrid',
        {},
        widths.map((width) => xml('w:gridCol', { 'w:w': width })),
      ),
      head && row(head, true),
      rows.map((cells) => row(cells, false)),
    ).markup +
      // Word wants a paragraph between a table and whatever follows it.
      paragraph('Cell', language, '').markup,
  );
}
