import type { Reason } from '#record/refusals.ts';

export const paperKinds = ['concept_note', 'background_paper', 'programme'] as const;
export type PaperKind = (typeof paperKinds)[number];
export type PaperState = 'draft' | 'circulated' | 'revised' | 'endorsed';

/** Where a paper may go from where it stands. */
const paperMoves: Record<PaperState, readonly PaperState[]> = {
  draft: ['circulated'],
  // "The Secretariat shall circulate the paper in advance"; comments on it lead to a revision.
  circulated: ['revised', 'endorsed'],
  revised: ['revised', 'endorsed'],
  // What the co-chairs have endorsed is not changed any more; a new paper can be.
  endorsed: [],
};

export function paperRefusal(from: string, to: PaperState): Reason | null {
  const allowed = paperMoves[from as PaperState] ?? [];
  return allowed.includes(to) ? null : { code: 'paper.cannot_move', values: { from, to } };
}

/** A new version of a draft is a draft; of anything that was circulated it is a revision. */
export function stateOfNewVersion(from: string): PaperState {
  return from === 'draft' ? 'draft' : 'revised';
}

export const longestPaper = 200_000;
export const mostParagraphs = 1000;

export interface PaperParagraph {
  /** Null for a heading. */
  number: number | null;
  text: string;
}

/**
 * A paper's text in numbered paragraphs: parted by blank lines, numbers that are printed already dropped, lines of a
 * paragraph joined. A heading (`# …`, or a short line without a full stop above other text) has no number.
 */
export function paragraphsIn(text: string): PaperParagraph[] {
  const blocks = text
    .replace(/\r\n?/g, '\n')
    .split(/\n[ \t]*\n+/)
    .map((block) => block.trim())
    .filter((block) => block !== '');
  let number = 0;
  return blocks.map((block, i) => {
    if (isHeading(block, i === blocks.length - 1)) return { number: null, text: block.replace(/^#+\s*/, '') };
    number += 1;
    return { number, text: joined(block.replace(/^(\d{1,3}[.)]|§\s*\d{1,3})\s+/, '')) };
  });
}

function isHeading(block: string, isLast: boolean): boolean {
  if (/^#+\s+\S/.test(block) && !block.includes('\n')) return true;
  return !isLast && !block.includes('\n') && block.length <= 90 && !/[.!?:;…»”"]$/.test(block) && !/^([-•*]|\d)/.test(block); // prettier-ignore
}

/** Items of a list keep their lines; anything else was only wrapped. */
function joined(block: string): string {
  return block.replace(/\s*\n\s*(?![-•*]\s)/g, ' ').replace(/[ \t]+\n/g, '\n');
}
