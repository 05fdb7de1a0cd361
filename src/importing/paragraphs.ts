import { sentencesOf } from '#engine/reading/sentences.ts';
import type { Block, ReadDocument } from '#engine/types.ts';
import { isIn, quotationsIn } from '#report/quotation.ts';
import { placesOf, sectionOf, type Places } from './places.ts';
import { onOneLine, printed, wordsOf } from './printed.ts';
import { uniqueIn } from './quotation.ts';
import type {
  UnderstoodParagraph,
  UnderstoodRoundtable,
  UnderstoodSentence,
  UnderstoodStatement,
} from './understanding.ts';

/**
 * A report's own paragraphs, block by block: headings kept, every sentence kept, each resting on the statements that were
 * cut from it, or on a question, the programme or the fact that it is printed. The items of a list stay with the line
 * that opens it, unless somebody speaks in them.
 */
export function paragraphsOf(
  text: string,
  document: ReadDocument,
  roundtables: UnderstoodRoundtable[],
): UnderstoodParagraph[] {
  const places = placesOf(document, roundtables);
  const statements = roundtables.flatMap((roundtable) => roundtable.statements);
  const paragraphs: UnderstoodParagraph[] = [];
  let section: UnderstoodParagraph['section'] = 'title';
  document.blocks.forEach((block, i) => {
    const speaks = statements.some((statement) => overlaps(statement, block));
    const roundtable = places.roundtables.find((one) => overlaps(one, block))?.key ?? null;
    section = sectionOf(places, block, document.blocks[i + 1], section);
    if (block.kind === 'heading' && !speaks) {
      const heading = onOneLine(wordsOf(text, block).replace(/^#+\s+/, ''));
      if (heading) paragraphs.push({ section, heading, roundtable, sentences: [] });
      return;
    }
    const sentences = sentencesOf(text, block)
      .map((span) => sentenceOf(text, span, statements, places))
      .filter((sentence) => sentence.text !== '');
    const opened = paragraphs.at(-1);
    if (block.kind === 'bullet' && opened && !opened.heading && !beginsIn(block, statements))
      opened.sentences.push(...sentences);
    else if (sentences.length > 0) paragraphs.push({ section, heading: null, roundtable, sentences });
  });
  return paragraphs;
}

function sentenceOf(
  text: string,
  span: { start: number; end: number },
  statements: UnderstoodStatement[],
  places: Places,
): UnderstoodSentence {
  const passages = statements
    .filter((statement) => overlaps(statement, span))
    .map((statement) => ({ statement: statement.key, quotation: passageOf(text, span, statement) }))
    .filter(({ quotation }) => quotation !== '');
  const questions = places.questions.filter((question) => overlaps(question, span));
  const words = wordsOf(text, span);
  const said = statements.filter(({ key }) => passages.some(({ statement }) => statement === key));
  const rests = passages.length > 0 || questions.length > 0;
  const quotes = quotationsIn(words).every((quotation) => said.some(({ body }) => isIn(quotation.text, body)));
  return {
    text: words,
    start: span.start,
    end: span.end,
    passages,
    questions: questions.map(({ roundtable, question }) => ({ roundtable, question })),
    // What it quotes from nobody in particular rests on its being printed.
    fact: rests && quotes ? null : factOf(places, span),
  };
}

function passageOf(text: string, span: { start: number; end: number }, statement: UnderstoodStatement): string {
  const body = printed(text, statement.start, statement.end);
  return uniqueIn(
    body.text,
    body.at(Math.max(span.start, statement.start)),
    body.at(Math.min(span.end, statement.end)),
  );
}

function factOf(places: Places, span: { start: number; end: number }): UnderstoodSentence['fact'] {
  if (places.coChairs.some((place) => overlaps(place, span))) return 'co_chairs';
  return places.issues.some((place) => overlaps(place, span)) ? 'issue' : 'printed';
}

function beginsIn(block: Block, statements: UnderstoodStatement[]): boolean {
  return statements.some(({ start }) => start >= block.start - block.marker.length - 4 && start < block.end);
}

export function overlaps(one: { start: number; end: number }, other: { start: number; end: number }): boolean {
  return one.start < other.end && other.start < one.end;
}
