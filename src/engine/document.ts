import type { Block, ReadDocument, ReadRoundtable, Span } from './types.ts';
import { findPoints } from './points.ts';
import { blocks } from './reading/blocks.ts';
import { chairsOf } from './document/chairs.ts';
import { announced } from './document/announcement.ts';
import { interventionsOf, panelOf } from './document/floor.ts';
import { headingOf, spanOf, titleOf } from './document/headings.ts';
import type { Heading } from './document/headings.ts';
import { isOverall, listsOf } from './document/lists.ts';
import { runningQuestions } from './document/questions.ts';
import { rapporteurOf } from './grammar/header.ts';
import { theRegister } from './register.ts';
import type { Register } from './register.ts';

/**
 * The structure of a document: its title, rapporteur and roundtables, and of each roundtable the co-chairs, models,
 * tools, guiding questions, panel, interventions in speaking order, main issues and means of implementation.
 *
 * A forum page that asks for comments comes out as an announcement: description paragraphs, questions, notices. Any
 * other text comes out as `other`, with its blocks. All spans are UTF-16 offsets into `text`; nothing is refused.
 * `register` makes an edition's own delegations known: they speak and chair under their own names.
 */
export function readDocument(text: string, { register = theRegister() }: { register?: Register } = {}): ReadDocument {
  const page = blocks(text);
  const title = titleOf(text, page);
  const writer = rapporteurOf(page);
  const subtitle = page
    .slice(0, 10)
    .find(
      (block) =>
        block.start !== title?.start &&
        block.text.length < 120 &&
        /\b(?:report|rapport|informe|summary|compte rendu|synthèse|resumen)\b/i.test(block.text) &&
        !/[.?!]$/.test(block.text),
    );
  const headings = page.flatMap((block, at) => headingOf(text, block, at) ?? []);
  const notice = announced(text, page, headings);
  const kind = notice
    ? 'announcement'
    : writer ||
        headings.some((one) => one.number.includes('.')) ||
        page.some((block) => /co-?chaired by|coprésidée? par|copresidida por/i.test(block.text))
      ? 'report'
      : 'other';
  const rest = {
    subtitle: subtitle ? spanOf(text, subtitle) : null,
    number: numberOf(text, title, headings),
    rapporteur: writer
      ? { name: spanOf(text, writer.name), capacity: writer.capacity ? spanOf(text, writer.capacity) : null }
      : null,
    blocks: page,
  };
  if (notice)
    return {
      kind: 'announcement',
      title,
      ...rest,
      roundtables: notice.roundtables,
      overallIssues: [],
      closing: notice.closing,
    };
  const end = endOfRoundtables(page);
  const roundtables = kind === 'report' ? roundtablesOf(text, page, headings, end, register) : [];
  const overall = page.findIndex(isOverall);
  return {
    kind,
    title,
    ...rest,
    roundtables,
    overallIssues: overall < 0 ? [] : listsOf(text, page, overall, page.length).overallIssues,
    closing: closingOf(text, page),
  };
}

function numberOf(text: string, title: Span | null, headings: Heading[]): string {
  if (!title) return '';
  const own = headings.find((one) => one.block.start <= title.start && one.block.end >= title.end);
  const first = own ?? headings.find((one) => text.slice(title.start, title.end).includes(one.number));
  return first ? first.number.split('.')[0]! : (/^\D{0,24}(\d+)/.exec(title.text)?.[1] ?? '');
}

const parting =
  /\b(?:I thank|I apologi[sz]e|thank you,? (?:mr\.? |madam )?(?:co-)?chair|note-takers|we invite you|please note|reserves the right|recogni[sz]e you|conclude my report|je remercie|agradezco)\b/i;

function closingOf(text: string, page: Block[]): Span[] {
  const from = Math.max(0, Math.floor(page.length / 2));
  return page
    .filter((block, at) => at >= from && block.kind === 'paragraph' && parting.test(block.text))
    .map((block) => spanOf(text, block));
}

function endOfRoundtables(page: Block[]): number {
  const at = page.findIndex(
    (block, i) => isOverall(block) || (i > page.length / 2 && block.kind === 'paragraph' && parting.test(block.text)),
  );
  return at < 0 ? page.length : at;
}

/** A roundtable runs from its heading to the next; a report on one alone runs from its first block to its end. */
function roundtablesOf(
  text: string,
  page: Block[],
  headings: Heading[],
  end: number,
  register: Register,
): ReadRoundtable[] {
  const dotted = headings.filter((one) => one.number.includes('.') && one.at < end);
  const chosen = dotted.length
    ? dotted
    : headings.filter((one, i) => one.at < end && headings.findIndex((other) => other.number === one.number) === i);
  const points = findPoints(text, { register });
  return chosen.map((heading, i) => {
    const stop = chosen[i + 1]?.at ?? end;
    const last = page[stop - 1]!;
    const within = points.filter((point) => point.start >= heading.block.start && point.end <= last.end);
    const chairs = chairsOf(text, page.slice(heading.at, stop), register);
    const lists = listsOf(text, page, heading.at + 1, stop);
    const interventions = interventionsOf(text, within, chairs, page.slice(heading.at, stop), register);
    const questions = lists.questions.length ? lists.questions : runningQuestions(text, within);
    return {
      number: heading.number,
      title: heading.title,
      start: heading.block.start,
      end: last.end,
      description: [],
      coChairs: chairs,
      models: lists.models,
      tools: lists.tools,
      questions,
      panel: panelOf(text, interventions, within),
      interventions,
      mainIssues: lists.mainIssues,
      meansOfImplementation: lists.means,
    };
  });
}
