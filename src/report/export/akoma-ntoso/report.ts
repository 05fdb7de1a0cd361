import { say as sayIn } from '#messages/say.ts';
import {
  sourceLine,
  wordsOf,
  type PrintedSentence,
  type PrintedSource,
  type WholeReport,
} from '#report/export/whole.ts';
import { xml, type Xml } from '#report/export/xml.ts';
import { akomaNtoso, identified, words } from './document.ts';
import { recommendationsOf } from './recommendations.ts';

/**
 * The report as a `debateReport`: every sentence has an identifier (“p12b”), and its sources stand in a note beside it. With
 * `archive`, the JSON of the report's archive, it also carries all that it was made from.
 */
export function debateReportOf(report: WholeReport, archive: string | null = null): string {
  const { title, kind, labels, language, cover, notes, facts, sections, annexes } = report;
  const say = (code: string) => sayIn(code, {}, labels);
  const preface = identified(
    'preface',
    'preface',
    xml('p', { eId: 'title', class: 'title' }, xml('docTitle', { eId: 'title_doc' }, title)),
    words('kind', kind, labels, report),
    notes.map((note, n) => words(`notice_${n + 1}`, note, labels, report)),
    facts.map(({ name, text }, n) => words(`fact_${n + 1}`, `${name}: ${text}`, labels, report)),
    cover.map((line, n) => words(`cover_${n + 1}`, line, language, report)),
  );
  const body = identified(
    'mainBody',
    'body',
    sections.map(({ heading, question, paragraphs }, n) =>
      identified(
        'section',
        `sec_${n + 1}`,
        heading && identified('heading', `sec_${n + 1}__heading`, heading),
        question && identified('subheading', `sec_${n + 1}__subheading`, question),
        // A heading with nothing under it still needs something to hold.
        paragraphs.length === 0 && identified('content', `sec_${n + 1}__content`, identified('p', `sec_${n + 1}__p`)),
        paragraphs.map(({ number, sentences }) =>
          identified(
            'paragraph',
            `para_${number}`,
            identified('num', `para_${number}__num`, `${number}.`),
            identified(
              'content',
              `para_${number}__content`,
              identified(
                'p',
                `para_${number}__p`,
                sentences.map((sentence, n) => [n > 0 && ' ', sentenceOf(sentence, report)]),
              ),
            ),
          ),
        ),
      ),
    ),
    recommendationsOf(report),
  );
  const coverage = identified(
    'conclusions',
    'coverage',
    (annexes?.closing ?? []).flatMap(({ title, lines }, n) => [
      words(`closing_${n + 1}`, title, labels, report),
      ...lines.map((line, i) => words(`closing_${n + 1}_${i + 1}`, line, labels, report)),
    ]),
    words('coverage_title', say('printed.coverage'), labels, report),
    words('coverage_summary', annexes?.ledger.title ?? '–', labels, report),
    annexes?.ledger.lines.map(({ statement, who, what, name, sentences, why }) =>
      words(
        `line_${statement.replace('/', '-')}`,
        [`${statement} ${who}, ${what}: ${name}`, sentences.join(', '), why].filter(Boolean).join('. '),
        labels,
        report,
      ),
    ),
  );
  return akomaNtoso('debateReport', report, [preface, body, coverage], report.said, archive);
}

function sentenceOf({ place, letter, text, sources }: PrintedSentence, report: WholeReport): Xml[] {
  return [
    identified('span', `p${place}`, text),
    ...(sources.length === 0
      ? []
      : [
          xml(
            'authorialNote',
            { eId: `p${place}__note`, marker: letter, placement: 'side' },
            sources.map((source, n) => sourceOf(source, `p${place}__note_${n + 1}`, report)),
          ),
        ]),
  ];
}

function sourceOf(source: PrintedSource, eId: string, { labels, language }: WholeReport): Xml {
  const { quotes, note, address } = source;
  const name = sourceLine(source);
  return xml(
    'p',
    { eId, 'xml:lang': labels === language ? null : labels },
    address ? xml('ref', { eId: `${eId}__ref`, href: address }, name) : name,
    quotes.map((quote, n) => [
      n > 0 ? ', ' : ': ',
      xml(
        'embeddedText',
        { eId: `${eId}__quote_${n + 1}`, startQuote: '“', endQuote: '”', 'xml:lang': quote.language },
        wordsOf(quote),
      ),
    ]),
    note && ` – ${note}`,
  );
}
