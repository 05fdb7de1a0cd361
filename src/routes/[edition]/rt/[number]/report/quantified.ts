import { patternOf } from '#statements/rules.ts';

const counted =
  '(?:\\s+(?:of the\\s+)?(?:delegations?|states?|speakers?|participants?|organisations?|members?|commenters?))?';

/**
 * Where a sentence prints its quantifier, in UTF-16 code units of the sentence, with the noun that follows it: “Several
 * delegations”. A sentence that puts the count in other words carries it at its end.
 */
export function placeOfQuantifier(sentence: string, quantifier: string): { from: number; to: number } {
  const found = new RegExp(`(?<![\\p{L}\\p{N}])${patternOf(quantifier)}${counted}(?![\\p{L}\\p{N}])`, 'iu').exec(
    sentence,
  );
  return found
    ? { from: found.index, to: found.index + found[0].length }
    : { from: sentence.length, to: sentence.length };
}
