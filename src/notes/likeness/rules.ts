// How alike two short texts are, by the words that carry them. Cheap enough for every keystroke.

const common = new Set(
  'the a an of to in on for and or with by at as is are was were be been it its that this those these they their we our he she his her not no also would could should shall will may can must has have had from into who which what how when where there than then all any each more most such other de la le les el los las un une una des du et y en que qui por para con sur dans'.split(
    ' ',
  ),
);

/** Words that carry a text, folded and cut to their stem. */
export function carrying(text: string): Set<string> {
  const words = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []; // prettier-ignore
  return new Set(words.filter((word) => !common.has(word)).map(stem));
}

function stem(word: string): string {
  return word.length > 5
    ? word.replace(/(?:ations?|ements?|ingly|ing|edly|ed|ies|es|s|ly)$/, '')
    : word.replace(/s$/, '');
}

/** 0 to 1: twice the words that both have, of all they have; 1 for the same words in whatever case and stops. */
export function sameAs(one: string, other: string): number {
  return likeness(carrying(one), carrying(other));
}

function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size + b.size === 0) return 1;
  let shared = 0;
  for (const word of a) if (b.has(word)) shared++;
  return (2 * shared) / (a.size + b.size);
}

export interface Candidate {
  words: ReadonlySet<string>;
}

/** How much of what was typed a longer text holds, 0 to 1: what a line may be about. */
export function heldBy(typed: ReadonlySet<string>, text: ReadonlySet<string>): number {
  if (typed.size < 2) return 0;
  let shared = 0;
  for (const word of typed) if (text.has(word)) shared++;
  return shared / Math.min(typed.size, text.size || 1);
}

/** The candidate that holds most of what was typed, where it is at least half of it and two words. */
export function likeliestOf<C extends Candidate>(
  typed: string,
  candidates: readonly C[],
): { is: C; share: number } | null {
  const words = carrying(typed);
  let best: { is: C; share: number } | null = null;
  for (const is of candidates) {
    const share = heldBy(words, is.words);
    if (share >= 0.5 && share > (best?.share ?? 0) && share * Math.min(words.size, is.words.size) >= 2)
      best = { is, share: Math.min(1, share) };
  }
  return best;
}
