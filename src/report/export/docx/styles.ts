import type { WholeReport } from '#report/export/whole.ts';
import { xml, type Xml } from '#report/export/xml.ts';
import { namespaces } from './document.ts';
import { wordLanguage } from './words.ts';

/**
 * By script. Word has a stand-in of its own for every one of them; LibreOffice sets Arabic badly where a letter has to come
 * from a font it was not asked for, and Linux has this one.
 */
const fonts = xml('w:rFonts', {
  'w:ascii': 'Times New Roman',
  'w:hAnsi': 'Times New Roman',
  'w:cs': 'Noto Naskh Arabic',
  'w:eastAsia': 'SimSun',
});

interface Look {
  /** Half points. */
  size: number;
  bold?: boolean;
  italic?: boolean;
  color?: string;
  before?: number;
  after?: number;
  /** 1 is a heading of the first level. */
  outline?: number;
  indent?: number;
}

export function stylesPart({ language }: WholeReport): Xml {
  const called = wordLanguage(language);
  return xml(
    'w:styles',
    namespaces,
    xml(
      'w:docDefaults',
      {},
      xml(
        'w:rPrDefault',
        {},
        xml(
          'w:rPr',
          {},
          fonts,
          sizes(22),
          xml('w:lang', {
            'w:val': language === 'ar' || language === 'zh' ? 'en-GB' : called,
            'w:eastAsia': 'zh-CN',
            'w:bidi': 'ar-SA',
          }),
        ),
      ),
      xml(
        'w:pPrDefault',
        {},
        xml('w:pPr', {}, xml('w:spacing', { 'w:after': 120, 'w:line': 264, 'w:lineRule': 'auto' })),
      ),
    ),
    style('Normal', 'Normal', { size: 22 }),
    style('Kind', 'Kind of report', { size: 20, color: '565960', after: 60 }),
    style('Title', 'Title', { size: 40, after: 240 }),
    style('Notice', 'Notice', { size: 20, italic: true, after: 200 }),
    style('Cover', 'Cover', { size: 24, before: 120 }),
    style('Heading1', 'heading 1', { size: 28, bold: true, before: 400, after: 160, outline: 1 }),
    style('Question', 'Guiding question', { size: 20, italic: true, color: '565960', after: 160 }),
    style('Numbered', 'Numbered paragraph', { size: 22, after: 140 }),
    style('Cell', 'Table cell', { size: 19, before: 40, after: 40 }),
    style('SignedHead', 'Signed head', { size: 16, after: 0 }),
    style('FootnoteText', 'footnote text', { size: 17, after: 40 }),
    xml(
      'w:style',
      { 'w:type': 'character', 'w:styleId': 'FootnoteReference' },
      xml('w:name', { 'w:val': 'footnote reference' }),
      xml('w:rPr', {}, xml('w:vertAlign', { 'w:val': 'superscript' })),
    ),
  );
}

function style(id: string, name: string, look: Look): Xml {
  const { size, bold, italic, color, before = 0, after = 120, outline } = look;
  const isDefault = id === 'Normal';
  return xml(
    'w:style',
    { 'w:type': 'paragraph', 'w:default': isDefault ? 1 : null, 'w:styleId': id },
    xml('w:name', { 'w:val': name }),
    !isDefault && xml('w:basedOn', { 'w:val': 'Normal' }),
    xml('w:qFormat', {}),
    xml(
      'w:pPr',
      {},
      outline !== undefined && xml('w:keepNext', {}),
      xml('w:spacing', { 'w:before': before, 'w:after': after }),
      outline !== undefined && xml('w:outlineLvl', { 'w:val': outline - 1 }),
    ),
    xml(
      'w:rPr',
      {},
      bold && [xml('w:b', {}), xml('w:bCs', {})],
      italic && [xml('w:i', {}), xml('w:iCs', {})],
      color && xml('w:color', { 'w:val': color }),
      sizes(size),
    ),
  );
}

/** In half points, for both ways of writing. */
function sizes(size: number): Xml[] {
  return [xml('w:sz', { 'w:val': size }), xml('w:szCs', { 'w:val': size })];
}
