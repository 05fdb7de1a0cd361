import type { Reason } from '#record/refusals.ts';
import { cutsAWord, isIn, quotationsIn } from '#report/quotation.ts';

/** The words before and after a place in a sentence; `at` in UTF-16 code units. */
export function partsOf(text: string, at: number): [string, string] {
  return [text.slice(0, at).trimEnd(), text.slice(at).trimStart()];
}

/** A sentence is split between two words, and never in the middle of what it quotes. */
export function splitRefusal(text: string, at: number): Reason | null {
  const [first, second] = partsOf(text, at);
  if (first === '' || second === '') return 'sentence.nothing_to_split';
  if (cutsAWord(text, at)) return 'sentence.split_in_word';
  const cut = quotationsIn(text).find(({ start, end }) => start <= at && at <= end);
  return cut ? { code: 'sentence.split_in_quotation', values: { words: cut.text } } : null;
}

interface Resting {
  kind: string;
  quotation: string | null;
  fact: unknown;
}

/**
 * Which of the two parts each citation belongs to: the one that quotes its words, or uses its word for how many; both where
 * neither or both do. A part that would be left with nothing rests on all of it.
 */
export function shares(parts: readonly [string, string], citations: readonly Resting[]): [boolean, boolean][] {
  const shares = citations.map((citation): [boolean, boolean] => {
    const [first, second] = parts.map((part) => isUsedIn(part, citation)) as [boolean, boolean];
    return first === second ? [true, true] : [first, second];
  });
  const isBare = [0, 1].map((part) => shares.every((share) => !share[part]));
  return shares.map(([first, second]) => [first || isBare[0]!, second || isBare[1]!]);
}

function isUsedIn(part: string, { kind, quotation, fact }: Resting): boolean {
  if (kind === 'count') {
    const { quantifier } = fact as { quantifier: string };
    return part.toLowerCase().includes(quantifier.toLowerCase());
  }
  if (quotation === null) return false;
  return quotationsIn(part).some(({ text }) => isIn(text, quotation) || isIn(quotation, text));
}

// Scripts that put no space between sentences.
const unspacedEnd = /[。！？」』）]$/u;

/** Two sentences as one. */
export function joined(first: string, second: string): string {
  return unspacedEnd.test(first) ? first + second : `${first} ${second}`;
}

/** What stood before the words of the second of two joined sentences; null where these end it no more. */
export function beforeJoined(text: string, second: string): string | null {
  const first = text.endsWith(second) ? text.slice(0, text.length - second.length).trimEnd() : '';
  return first !== '' && joined(first, second) === text ? first : null;
}
