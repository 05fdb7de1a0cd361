import { catalogues, say as sayIn } from '#messages/say.ts';
import { meaning, usualScale } from '#report/quantifier.ts';
import { datesOf, type Dates } from '#ui/dates.ts';
import { languageName } from '#ui/language-names.ts';
import { printedClosing } from './print-closing.ts';
import { printedLedger, printedStatements } from './print-ledger.ts';
import { printedRecommendations } from './print-recommendations.ts';
import { printedSources } from './print-sources.ts';
import { stateSaid } from '#report/state-said.ts';
import { whoIn } from '#report/who.ts';
import { keyOf } from './print-names.ts';
import type { Gathered } from './gather.ts';
import type { PrintedSection, PrintedSpeaker, WholeReport } from './whole.ts';

/** What the words around a report are made with. */
export interface Printing {
  gathered: Gathered;
  dates: Dates;
  /** In the language of the labels. */
  say(code: string, values?: Record<string, unknown>): string;
  /** By “2.1/7”: which statements are printed with their words. */
  withWords: ReadonlySet<string>;
  asked: ReadonlyMap<string, string>;
}

/** The report in words, as every format writes it, with the signed head of the record. Pure: the same record gives the same words. */
export function printed(gathered: Gathered, head: string | null = null): WholeReport {
  const { edition, report, programme, statements, sequence, home } = gathered;
  const labels = catalogues[report.language] ? report.language : 'en';
  const printing: Printing = {
    gathered,
    dates: datesOf(edition, labels),
    say: (code, values) => sayIn(code, values, labels),
    withWords: new Set(statements.filter(({ body }) => body !== null).map(keyOf)),
    asked: new Map(programme.flatMap(({ number, questions }) => questions.map(({ id }) => [id, number]))),
  };
  const { say } = printing;
  const roundtable = programme.find(({ id }) => id === report.roundtable.id)!;
  const rapporteur = report.rapporteur ?? (roundtable.rapporteurs.join(', ') || null);
  return {
    language: report.language,
    labels,
    kind: say('reading.kind', { kind: report.kind }),
    title: report.title,
    symbol: report.symbol,
    state: report.state,
    forum: edition.name,
    number: roundtable.number,
    rapporteur,
    createdAt: report.createdAt,
    address: `${home}/rt/${roundtable.number}/report`,
    sequence,
    facts: factsOf(printing, roundtable, rapporteur),
    notes: notesOf(printing),
    ...sectionsOf(printing),
    annexes: {
      closing: printedClosing(printing),
      speakers: speakersOf(printing),
      scale: usualScale.map((step) => ({ word: step.word, meaning: meaning(step) })),
      recommendations: printedRecommendations(printing),
      ledger: printedLedger(printing),
      head: head === null ? null : { title: say('printed.head'), about: say('printed.head_about'), note: head },
    },
    said: printedStatements(printing),
  };
}

function factsOf(
  { gathered, dates, say }: Printing,
  roundtable: Gathered['programme'][number],
  rapporteur: string | null,
): WholeReport['facts'] {
  const { edition, report, sequence, home } = gathered;
  const labels = catalogues[report.language] ? report.language : 'en';
  const fact = (name: string, text: string | null, language = labels) =>
    text ? [{ name: say(name), text, language }] : [];
  const { startsAt, endsAt, coChairs } = roundtable;
  const numbered = report.paragraphs.filter(({ number }) => number !== null);
  const words = numbered.flatMap(({ sentences }) => sentences).map(({ text }) => wordsIn(text, report.language));
  const minutes = Math.max(1, Math.round(words.reduce((sum, count) => sum + count, 0) / 220));
  return [
    ...fact('printed.forum', edition.name),
    ...fact('printed.roundtable', `${roundtable.number} ${roundtable.title}`),
    ...fact('reading.symbol', report.symbol),
    ...fact('printed.co_chairs', coChairs.map(({ name }) => name).join(', ')),
    ...fact('printed.rapporteur', rapporteur),
    ...fact('reading.met', startsAt && dates.span(startsAt, endsAt)),
    ...fact('reading.original', say('reading.original_in', { language: languageName(report.language, labels) })),
    ...fact('reading.state', stateSaid(report, say, dates)),
    ...fact('printed.attribution', say('reading.policy', { attribution: report.attribution })),
    ...fact('printed.length', say('reading.length', { paragraphs: numbered.length, minutes })),
    ...fact('printed.taken_from', `${home}/rt/${roundtable.number}/report`),
    ...fact('printed.as_of', say('printed.line', { sequence })),
  ];
}

function notesOf({ gathered: { report }, dates, say }: Printing): string[] {
  const { state, source, correctionsCloseAt, madeFinal } = report;
  if (state === 'draft' || state === 'co_chair_review') return [say('printed.note.draft')];
  if (state === 'corrigendum') return [say('printed.note.corrigendum')];
  if (state === 'correction_window')
    return correctionsCloseAt
      ? [say('printed.note.window_until', { closes: dates.deadline(correctionsCloseAt) })]
      : [say('printed.note.window')];
  return source === 'import' && !madeFinal ? [say('printed.note.printed')] : [];
}

function sectionsOf(printing: Printing): { cover: string[]; sections: PrintedSection[] } {
  const { report, programme } = printing.gathered;
  const asked = new Map(programme.flatMap(({ questions }) => questions.map(({ id, text }) => [id, text])));
  const cover: string[] = [];
  const sections: PrintedSection[] = [];
  for (const { number, heading, section, question, sentences } of report.paragraphs) {
    if (section === 'title' && heading !== null) cover.push(heading);
    else if (heading !== null)
      sections.push({ heading, question: (question && asked.get(question.id)) ?? null, paragraphs: [] });
    if (number === null) continue;
    if (sections.length === 0) sections.push({ heading: null, question: null, paragraphs: [] });
    sections.at(-1)!.paragraphs.push({
      number,
      sentences: sentences.map(({ letter, text, citations }) => ({
        place: `${number}${letter}`,
        letter,
        text,
        sources: printedSources(citations, printing),
      })),
    });
  }
  return { cover, sections };
}

/** Everyone who spoke or wrote in its scope, as far as the policy names them, by name. */
function speakersOf({ gathered, say }: Printing): PrintedSpeaker[] {
  const { statements, scope, report } = gathered;
  const here = new Set(scope.map(({ id }) => id));
  const speakers = new Map<string, PrintedSpeaker>();
  for (const { roundtable, speakers: speaking, onRecord } of statements) {
    if (!here.has(roundtable.id) || !onRecord) continue;
    for (const { name, kind } of whoIn(speaking)) {
      const speaker = speakers.get(name) ?? { name, kind: say(`ui.kind.${kind}`), persons: [], statements: 0 };
      speaker.statements += 1;
      for (const { person, function: office, part } of speaking) {
        const called = [person, office].filter(Boolean).join(', ');
        if (part === 'speaker' && person && person !== name && !speaker.persons.includes(called))
          speaker.persons.push(called);
      }
      speakers.set(name, speaker);
    }
  }
  const order = new Intl.Collator(report.language);
  return [...speakers.values()].sort((a, b) => order.compare(a.name, b.name));
}

/** Words of a text, also where they are not parted by blanks. */
function wordsIn(text: string, language: string): number {
  if (!/\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Thai}/u.test(text))
    return text.split(/\s+/).filter(Boolean).length;
  return [...new Intl.Segmenter(language, { granularity: 'word' }).segment(text)].filter(({ isWordLike }) => isWordLike)
    .length;
}
