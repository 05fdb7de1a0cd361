import type { Block, Span } from '#engine/types.ts';

/** A heading that names a numbered roundtable, cluster or session. */
export interface Heading {
  block: Block;
  /** Its place among the blocks. */
  at: number;
  number: string;
  title: Span;
}

const numbered =
  /^(?:\**\s*)(?:round\s?-?table|rt|session|cluster|table\s+ronde|mesa\s+redonda|working\s+group|groupe|taller|atelier|workshop)\s*(\d+(?:\.\d+)*)\s*(?:[:.–—-]+\s*)?(.*?)\**$/iu;

export function headingOf(text: string, block: Block, at: number): Heading | undefined {
  if (block.kind === 'bullet' || block.text.length > 220 || /[.!]$/.test(block.text)) return undefined;
  const hit = numbered.exec(block.text);
  if (!hit) return undefined;
  const name = hit[2]!.trim();
  const start = name ? block.start + block.text.lastIndexOf(name) : block.end;
  return {
    block,
    at,
    number: hit[1]!,
    title: { start, end: start + name.length, text: text.slice(start, start + name.length) },
  };
}

/** The span of a block without the bold marks around it. */
export function spanOf(text: string, block: Span): Span {
  let { start, end } = block;
  while (start < end && text[start] === '*') start++;
  while (end > start && text[end - 1] === '*') end--;
  return { start, end, text: text.slice(start, end) };
}

/** The title: the first heading, or the first short line that does not end like a sentence. */
export function titleOf(text: string, page: Block[]): Span | null {
  const early = page.slice(0, 6);
  const chosen =
    early.find((block, at) => headingOf(text, block, at)) ??
    early.find((block) => block.kind === 'heading') ??
    early.find((block) => block.kind === 'paragraph' && block.text.length < 140 && !/[.!?:]\**$/.test(block.text));
  return chosen ? spanOf(text, chosen) : null;
}
