import { say as sayIn } from '#messages/say.ts';
import { sourceLine, wordsOf, type Annexes, type PrintedSource, type WholeReport } from '#report/export/whole.ts';
import { directionOf } from '#ui/direction.ts';

export type Setting = ReturnType<typeof settingOf>;

/** The report as `report.typ` reads it: texts, and nothing that Typst would take for markup. */
export function settingOf(report: WholeReport) {
  const say = (code: string, values?: Record<string, unknown>) => sayIn(code, values, report.labels);
  const { title, language, labels, kind, symbol, notes, facts, cover, annexes, rapporteur, forum } = report;
  return {
    title,
    language,
    labels,
    direction: directionOf(language),
    author: rapporteur ?? forum,
    kind: [kind, symbol].filter(Boolean).join(' · '),
    notes,
    cover,
    facts: facts.map(({ name, text, language }) => ({ name, text, language, direction: directionOf(language) })),
    sections: report.sections.map(({ heading, question, paragraphs }) => ({
      heading,
      question,
      paragraphs: paragraphs.map(({ number, sentences }) => ({
        number,
        sentences: sentences.map(({ place, text, sources }) => ({ place, text, sources: sources.map(source) })),
      })),
    })),
    // Above so many, notes stand together at the end, under this heading.
    at_the_end: notesIn(report) > mostFootnotes ? say('printed.sources') : null,
    annexes: annexes && annexed(annexes, say),
    missing: say('printed.missing_letters', { characters: '%' }),
  };
}

/** Typst lays a page's footnotes out several times over: with 2,000 of them a minute went by. */
const mostFootnotes = 300;

function notesIn({ sections }: WholeReport): number {
  const sentences = sections.flatMap(({ paragraphs }) => paragraphs.flatMap(({ sentences }) => sentences));
  return sentences.filter(({ sources }) => sources.length > 0).length;
}

function annexed({ closing, speakers, scale, ledger, head }: Annexes, say: (code: string) => string) {
  const columns = (codes: string[]) => codes.map((code) => say(`printed.${code}`));
  return {
    closing,
    head: head && { ...head, lines: head.note.trimEnd().split('\n') },
    speakers: speakers.map(({ name, kind, persons, statements }) => [
      name,
      kind,
      persons.join('; '),
      String(statements),
    ]),
    scale: scale.map(({ word, meaning }) => [word, meaning]),
    ledger: ledger.lines.map((line) => [
      line.statement,
      `${line.who}, ${line.what}`,
      line.name,
      [line.sentences.join(', '), line.why].filter(Boolean).join('. '),
    ]),
    words: {
      speakers: say('printed.speakers'),
      speakers_none: say('printed.speakers_none'),
      speaker_columns: columns(['speaker', 'speaker_kind', 'speaker_persons', 'speaker_statements']),
      scale: say('printed.scale'),
      scale_text: say('printed.scale_text'),
      scale_columns: columns(['word', 'means']),
      coverage: say('printed.coverage'),
      ledger: [ledger.title, ...ledger.notes].map((line) => line.replace(/\.?$/, '.')).join(' '),
      ledger_columns: columns(['statement', 'speaker', 'state', 'where']),
    },
  };
}

function source(given: PrintedSource) {
  const { quotes, note } = given;
  return {
    name: sourceLine(given),
    note,
    quotes: quotes.map((quote) => ({
      text: wordsOf(quote).replace(/\s+/g, ' '),
      language: quote.language,
      direction: directionOf(quote.language),
    })),
  };
}
