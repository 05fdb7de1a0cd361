import { strToU8, zipSync } from 'fflate';
import { say as sayIn } from '#messages/say.ts';
import type { Annexes, WholeReport } from '#report/export/whole.ts';
import { xml, xmlFile, type Xml } from '#report/export/xml.ts';
import { footnoteOf, footnotesPart } from './footnotes.ts';
import { numberingPart, runsOfNumbers } from './numbering.ts';
import { packageParts } from './package.ts';
import { stylesPart } from './styles.ts';
import { heading, paragraph, run, table, type Tongue } from './words.ts';

/** The namespaces of WordprocessingML, on the root of every part. */
export const namespaces = {
  'xmlns:w': 'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  'xmlns:r': 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
};

/**
 * A Word document (ISO/IEC 29500, transitional): headings by style, paragraphs numbered by Word itself from the numbers of
 * the report, the sources of each sentence as its footnote, annexes as tables. No date of its own: the same report gives
 * the same bytes.
 */
export function docxOf(report: WholeReport): Uint8Array {
  const footnotes: Xml[] = [];
  const parts: Record<string, string> = {
    ...packageParts(report),
    'word/document.xml': xmlFile(documentPart(report, footnotes)),
    'word/styles.xml': xmlFile(stylesPart(report)),
    'word/numbering.xml': xmlFile(numberingPart(report)),
    'word/footnotes.xml': xmlFile(footnotesPart(footnotes)),
  };
  const entries = Object.entries(parts).map(([name, text]) => [name, strToU8(text)]);
  return zipSync(Object.fromEntries(entries), { mtime: new Date(1980, 0, 1, 12) });
}

function documentPart(report: WholeReport, footnotes: Xml[]): Xml {
  const say = (code: string, values?: Record<string, unknown>) => sayIn(code, values, report.labels);
  const { language, labels, kind, symbol, title, notes, facts, cover } = report;
  return xml(
    'w:document',
    namespaces,
    xml(
      'w:body',
      {},
      paragraph('Kind', labels, [kind, symbol].filter(Boolean).join(' · ')),
      paragraph('Title', language, title),
      notes.map((note) => paragraph('Notice', labels, note)),
      table(
        language,
        null,
        facts.map((fact) => [
          { text: fact.name, language: labels, bold: true },
          { text: fact.text, language: fact.language },
        ]),
        [2600, 6470],
      ),
      cover.map((line) => paragraph('Cover', language, line)),
      sections(report, footnotes),
      report.annexes && annexes(report.annexes, report, say),
      pageSetup(language),
    ),
  );
}

function sections(report: WholeReport, footnotes: Xml[]): Xml[] {
  const { language } = report;
  const numberings = runsOfNumbers(report);
  return report.sections.flatMap(({ heading: title, question, paragraphs }) => [
    ...(title ? [heading(language, title)] : []),
    ...(question ? [paragraph('Question', language, question)] : []),
    ...paragraphs.map(({ number, sentences }) => {
      const words = sentences.flatMap((sentence, n) => {
        const isSourced = sentence.sources.length > 0;
        if (isSourced) footnotes.push(footnoteOf(footnotes.length + 1, sentence, report));
        return [
          run(`${n > 0 ? ' ' : ''}${sentence.text}`, language),
          ...(isSourced ? [referenceTo(footnotes.length)] : []),
        ];
      });
      return paragraph('Numbered', language, words, numberings.get(number)!);
    }),
  ]);
}

function referenceTo(footnote: number): Xml {
  return xml(
    'w:r',
    {},
    xml('w:rPr', {}, xml('w:rStyle', { 'w:val': 'FootnoteReference' })),
    xml('w:footnoteReference', { 'w:id': footnote }),
  );
}

function annexes(
  { closing, speakers, scale, ledger, head: signed }: Annexes,
  report: WholeReport,
  say: (code: string) => string,
): Xml[] {
  const { language, labels } = report;
  const words = (text: string): Tongue => ({ text, language });
  const ours = (text: string): Tongue => ({ text, language: labels });
  const head = (codes: string[]) => codes.map((code) => ({ ...ours(say(`printed.${code}`)), bold: true }));
  return [
    ...closing.flatMap(({ title, lines }) => [
      heading(language, title, labels),
      ...lines.map((line) => paragraph('Normal', labels, line)),
    ]),
    heading(language, say('printed.speakers'), labels),
    ...(speakers.length > 0
      ? [
          table(
            language,
            head(['speaker', 'speaker_kind', 'speaker_persons', 'speaker_statements']),
            speakers.map(({ name, kind, persons, statements }) => [
              words(name),
              ours(kind),
              words(persons.join('; ')),
              ours(`${statements}`),
            ]),
            [2700, 1800, 3370, 1200],
          ),
        ]
      : [paragraph('Normal', labels, say('printed.speakers_none'))]),
    heading(language, say('printed.scale'), labels),
    paragraph('Normal', labels, say('printed.scale_text')),
    table(
      language,
      head(['word', 'means']),
      scale.map(({ word, meaning }) => [ours(word), ours(meaning)]),
      [2700, 6370],
    ),
    heading(language, say('printed.coverage'), labels),
    ...[ledger.title, ...ledger.notes].map((line) => paragraph('Normal', labels, line.replace(/\.?$/, '.'))),
    table(
      language,
      head(['statement', 'speaker', 'state', 'where']),
      ledger.lines.map((line) => [
        ours(line.statement),
        ours(`${line.who}, ${line.what}`),
        ours(line.name),
        ours([line.sentences.join(', '), line.why].filter(Boolean).join('. ')),
      ]),
      [1100, 3370, 1500, 3100],
    ),
    ...(signed
      ? [
          heading(language, signed.title, labels),
          ...[signed.about, ...signed.note.trimEnd().split('\n')].map((line) => paragraph('SignedHead', labels, line)),
        ]
      : []),
  ];
}

/** A4 with wide margins; the page's number stands below. */
function pageSetup(language: string): Xml {
  return xml(
    'w:sectPr',
    {},
    xml('w:footerReference', { 'w:type': 'default', 'r:id': 'rFooter' }),
    xml('w:pgSz', { 'w:w': 11906, 'w:h': 16838 }),
    xml('w:pgMar', {
      'w:top': 1418,
      'w:right': 1418,
      'w:bottom': 1418,
      'w:left': 1418,
      'w:header': 709,
      'w:footer': 709,
      'w:gutter': 0,
    }),
    language === 'ar' && xml('w:bidi', {}),
  );
}
