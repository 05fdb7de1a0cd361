import type { CitationView } from '#report/views.ts';
import type { Printing } from './print.ts';
import { keyOf, whoInWords } from './print-names.ts';
import type { PrintedSource } from './whole.ts';

const nothing = { who: null, statement: null, quotes: [], note: null, address: null };

/** What a sentence rests on, in words. Several passages of one statement stand under one name. */
export function printedSources(citations: readonly CitationView[], printing: Printing): PrintedSource[] {
  const sources: PrintedSource[] = [];
  for (const citation of citations) {
    const source = printedSource(citation, printing);
    const before = sources.findLast(({ who, what }) => who === source.who && what === source.what);
    if (before && before.quotes.length > 0 && source.quotes.length > 0 && before.note === source.note)
      before.quotes.push(...source.quotes);
    else sources.push(source);
  }
  return sources;
}

function printedSource(citation: CitationView, printing: Printing): PrintedSource {
  const { gathered, say } = printing;
  const { home, report } = gathered;
  const { question, sentence, count, fact, statement } = citation;
  if (count) {
    const { opposed, of, rule, delegations, against } = count;
    const names = delegations.map(({ name }) => name).join(', ') || 'none';
    const others =
      against.length > 0 ? ` ${say('printed.against', { names: against.map(({ name }) => name).join(', ') })}` : '';
    return {
      ...nothing,
      what: say('printed.count', { count: count.count, of, opposed, names }),
      note: `${say('printed.counted', { rule: rule.replace(/\.?$/, '.') })}${others}`,
    };
  }
  if (question) {
    const at = printing.asked.get(question.id) ?? report.roundtable.number;
    return {
      ...nothing,
      what: say('reading.source.question', { number: question.number }),
      note: question.text,
      address: `${home}/rt/${at}#q${question.number}`,
    };
  }
  if (sentence) {
    const { paragraph, letter, text, report: cited } = sentence;
    return {
      ...nothing,
      what: say('reading.source.sentence', { roundtable: cited.roundtable, paragraph, letter }),
      note: text,
      address: `${home}/rt/${cited.roundtable}/report#p${paragraph}${letter}`,
    };
  }
  if (fact) {
    const about = String(fact.about ?? fact.what ?? '');
    return { ...nothing, what: say('reading.source.programme', { about }) };
  }
  if (!statement) return { ...nothing, what: say('reading.source.hidden') };
  return statementSource(citation, statement, printing);
}

function statementSource(
  { quotation, before, after }: CitationView,
  statement: NonNullable<CitationView['statement']>,
  { gathered, dates, say, withWords }: Printing,
): PrintedSource {
  const { number, roundtable, kind, saidAt, revision, revisedSince, speakers, language } = statement;
  const isWritten = kind === 'comment' || kind === 'written_statement';
  const when = saidAt && (isWritten ? dates.shortDay(saidAt) : dates.time(saidAt));
  const elsewhere = String(roundtable !== gathered.report.roundtable.number);
  const key = keyOf({ roundtable, number });
  const lead = before ?? '';
  return {
    who: whoInWords(speakers, gathered.report.language),
    what: say(when ? 'reading.source.statement' : 'reading.source.undated', {
      kind,
      number,
      when,
      elsewhere,
      roundtable,
    }),
    statement: withWords.has(key) ? key : null,
    quotes:
      quotation === null
        ? []
        : [
            {
              text: `${lead}${quotation}${after ?? ''}`,
              language,
              start: lead.length,
              end: lead.length + quotation.length,
            },
          ],
    note:
      quotation === null
        ? say('reading.source.unreadable')
        : revisedSince
          ? say('reading.source.revised', { revision })
          : null,
    address: `${gathered.home}/rt/${roundtable}/statements/${number}`,
  };
}
