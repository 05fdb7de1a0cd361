import type { RoundtableView } from '#programme/queries.ts';
import type { ParagraphView, ReportView } from '#report/views.ts';
import { whoIn } from '#report/who.ts';
import type { StatementView } from '#statements/queries.ts';
import type { Sentence } from '#ui/sentence.ts';
import { shownSentence, type Reading } from './margin.ts';

export interface Cut {
  /** What is printed above the first section: the lines of a cover. */
  cover: string[];
  sections: Section[];
}

export interface Section {
  /** A, B … in the gutter; empty for what comes before the first heading. */
  letter: string;
  heading: string | null;
  question: { text: string; answered: string } | null;
  paragraphs: { number: number; sentences: Sentence[] }[];
}

/** A report cut at its headings, each section with the guiding question it answers and who answered that. */
export function sectionsOf(
  { paragraphs }: ReportView,
  reading: Reading,
  programme: readonly RoundtableView[],
  statements: readonly StatementView[],
): Cut {
  const cover: string[] = [];
  const sections: Section[] = [];
  let headings = 0;
  for (const paragraph of paragraphs) {
    if (paragraph.section === 'title' && paragraph.heading !== null) {
      cover.push(paragraph.heading);
      continue;
    }
    if (paragraph.heading !== null || sections.length === 0)
      sections.push({
        letter: paragraph.heading === null ? '' : gutterLetter(headings++),
        heading: paragraph.heading,
        question: paragraph.heading === null ? null : questionOf(paragraph, reading, programme, statements),
        paragraphs: [],
      });
    if (paragraph.number !== null)
      sections.at(-1)!.paragraphs.push({
        number: paragraph.number,
        sentences: paragraph.sentences.map((sentence) => shownSentence(sentence, reading)),
      });
  }
  return { cover, sections };
}

function gutterLetter(place: number): string {
  const last = String.fromCharCode(65 + (place % 26));
  return place < 26 ? last : gutterLetter(Math.floor(place / 26) - 1) + last;
}

function questionOf(
  { question }: ParagraphView,
  { say }: Reading,
  programme: readonly RoundtableView[],
  statements: readonly StatementView[],
): Section['question'] {
  if (!question) return null;
  const roundtable = programme.find(({ questions }) => questions.some(({ id }) => id === question.id));
  const text = roundtable?.questions.find(({ id }) => id === question.id)?.text;
  if (!roundtable || text === undefined) return null;
  const here = statements.filter((statement) => statement.roundtable.id === roundtable.id);
  const answers = here.filter((statement) => statement.answers.includes(question.number));
  const count = delegationsIn(answers).size;
  const answered =
    answers.length > 0 && count === 0
      ? say('reading.answered.unnamed', { answers: answers.length })
      : say('reading.answered', { count, of: delegationsIn(here).size });
  return { text, answered };
}

/** The delegations that said these things. A group that was spoken for counts in the place of the one who spoke. */
export function delegationsIn(statements: readonly Pick<StatementView, 'speakers'>[]): Set<string> {
  return new Set(statements.flatMap(({ speakers }) => whoIn(speakers).flatMap(({ slug }) => slug ?? [])));
}
