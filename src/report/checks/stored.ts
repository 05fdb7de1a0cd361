import type { CitationView, ReportView } from '#report/views.ts';
import type { CheckedReport, Rest } from './finding.ts';

/** A stored report as it is checked: the same ids and offsets, and what each sentence rests on in plain words. */
export function storedReport({ attribution, language, paragraphs }: ReportView): CheckedReport {
  return {
    attribution,
    language,
    paragraphs: paragraphs.map(({ id, number, heading, section, sentences }) => ({
      id,
      number,
      heading,
      section,
      sentences: sentences.map((sentence) => ({
        id: sentence.id,
        letter: sentence.letter,
        text: sentence.text,
        writtenBy: sentence.writtenBy,
        rests: sentence.citations.map(restOf),
      })),
    })),
  };
}

function restOf({
  pointRejected,
  statement,
  quotation,
  quotationStart,
  question,
  sentence,
  count,
  fact,
}: CitationView): Rest {
  if (count) {
    const { delegations, against, silent, ...counted } = count;
    const keys = (some: typeof delegations) => some.map(({ slug, name }) => slug || name);
    return { kind: 'count', fact: { ...counted, delegations: keys(delegations), against: keys(against), silent: keys(silent) } }; // prettier-ignore
  }
  if (question) return { kind: 'text', text: question.text };
  if (sentence) return { kind: 'text', text: sentence.text, report: sentence.report.roundtable };
  if (fact) return { kind: 'fact', text: everyText(fact).join('\n') };
  const revised = statement?.revisedSince ? { revised: statement.revision } : {};
  const rejected = pointRejected ? { rejected: true as const } : {};
  return { kind: 'words', statement: statement?.id ?? '', words: quotation ?? '', start: quotationStart, ...revised, ...rejected }; // prettier-ignore
}

function everyText(value: unknown): string[] {
  if (typeof value === 'string' || typeof value === 'number') return [String(value)];
  return value && typeof value === 'object' ? Object.values(value).flatMap(everyText) : [];
}
