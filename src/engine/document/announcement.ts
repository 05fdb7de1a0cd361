import type { Block, Item, ReadRoundtable, Span } from '#engine/types.ts';
import type { Heading } from './headings.ts';
import { spanOf } from './headings.ts';
import { itemOf } from './lists.ts';

const asks =
  /\b(?:submit|post|send|share)\b.{0,40}\b(?:comments?|suggestions?|contributions?)|comments are (?:welcome|invited|open)|open for comments?|vos commentaires|vos contributions|sus comentarios|sus contribuciones|reserves the right to/i;

/** A page that asks for comments: description, guiding questions, notices at the end. Undefined for anything else. */
export function announced(
  text: string,
  page: Block[],
  headings: Heading[],
): { roundtables: ReadRoundtable[]; closing: Span[] } | undefined {
  const asking = page.findIndex(
    (block) => block.kind === 'paragraph' && block.text.length < 300 && asks.test(block.text),
  );
  if (asking < 0 || page.some((block) => /report by the|rapport du rapporteur|informe del relator/i.test(block.text)))
    return undefined;
  const dotted = headings.filter((one) => one.number.includes('.'));
  const chosen = dotted.length ? dotted : headings.slice(-1);
  const closing = page
    .slice(firstNotice(page, asking))
    .filter((block) => block.kind === 'paragraph' || block.kind === 'heading');
  const roundtables = chosen.map((heading, i) =>
    roundtableOf(text, page, heading, chosen[i + 1]?.at ?? firstNotice(page, asking)),
  );
  return { roundtables, closing: closing.map((block) => spanOf(text, block)) };
}

/** Notices start with the line that asks, or with one just before it. */
function firstNotice(page: Block[], asking: number): number {
  let at = asking;
  while (at > 0 && page[at - 1]!.kind === 'paragraph' && /please note|\bnote that|reserves/i.test(page[at - 1]!.text))
    at--;
  return at;
}

function roundtableOf(text: string, page: Block[], heading: Heading, stop: number): ReadRoundtable {
  const within = page.slice(heading.at + 1, stop);
  const asked = (block: Block) =>
    block.kind === 'bullet' || block.kind === 'numbered' || (block.kind === 'paragraph' && /\?\s*$/.test(block.text));
  const questions: Item[] = within.filter(asked).map((block) => itemOf(text, block));
  const description = within
    .filter((block) => block.kind === 'paragraph' && !asked(block))
    .map((block) => spanOf(text, block));
  const last = page[stop - 1]!;
  return {
    number: heading.number,
    title: heading.title,
    start: heading.block.start,
    end: last.end,
    description,
    coChairs: [],
    models: [],
    tools: [],
    questions,
    panel: [],
    interventions: [],
    mainIssues: [],
    meansOfImplementation: [],
  };
}
