import { say as sayIn } from '#messages/say.ts';
import type { PrintedStatement, WholeReport } from '#report/export/whole.ts';
import { xml, type Xml } from '#report/export/xml.ts';
import { agent, akomaNtoso, identified, words } from './document.ts';

/** What was said as a `debate`: a section for each roundtable, a speech for each statement, in its own language. */
export function debateOf(report: WholeReport): string {
  const { title, labels, said } = report;
  const preface = identified(
    'preface',
    'preface',
    xml('p', { eId: 'title', class: 'title' }, xml('docTitle', { eId: 'title_doc' }, title)),
    words('what', sayIn('printed.said', {}, labels), labels, report),
  );
  const rooms = Map.groupBy(said, ({ roundtable }) => roundtable);
  const sections = [...rooms].map(([roundtable, statements]) =>
    xml(
      'debateSection',
      { eId: `rt_${roundtable}`, name: 'roundtable' },
      identified('heading', `rt_${roundtable}__heading`, `RT ${roundtable}`),
      statements.map((statement) => speech(statement, report)),
    ),
  );
  // The standard wants something to have been debated.
  const none = xml('debateSection', { eId: 'rt_none', name: 'roundtable' }, words('none', '–', labels, report));
  return akomaNtoso(
    'debate',
    report,
    [preface, identified('debateBody', 'body', sections.length > 0 ? sections : none)],
    said,
  );
}

function speech(statement: PrintedStatement, report: WholeReport): Xml {
  const { roundtable, number, speakers, who, what, body, language, saidAt, sentences } = statement;
  const eId = `said_${roundtable}-${number}`;
  const [first] = speakers;
  const paragraphs = (body ?? '').split(/\n+/).filter((line) => line.trim() !== '');
  const reflected =
    sentences.length > 0 && `${sayIn('printed.reflected_in', {}, report.labels)} ${sentences.join(', ')}`;
  return xml(
    'speech',
    {
      eId,
      by: first ? agent(first.slug) : '#unnamed',
      startTime: saidAt && saidAt.toISOString(),
      'xml:lang': language === report.language ? null : language,
    },
    identified('num', `${eId}__num`, statement.key),
    identified('from', `${eId}__from`, `${who}, ${what}`),
    paragraphs.length > 0
      ? paragraphs.map((line, n) => identified('p', `${eId}__p_${n + 1}`, line))
      : words(`${eId}__p_1`, sayIn('printed.no_words', {}, report.labels), report.labels, report),
    reflected && words(`${eId}__reflected`, reflected, report.labels, report),
  );
}
