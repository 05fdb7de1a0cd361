import { sentences } from '#engine/reading/sentences.ts';

/**
 * Text from anywhere in sentences, in their order. Every sign that is not a blank is in one of them: what the reading
 * leaves out at a sentence's beginning, as a paragraph's number, goes with the sentence.
 */
export function sentencesIn(text: string): string[] {
  const ends = sentences(text).map(({ end }) => end);
  const cuts = [0, ...ends.slice(0, -1), text.length];
  return cuts
    .slice(0, -1)
    .map((from, i) =>
      text
        .slice(from, cuts[i + 1])
        .trim()
        .replace(/\s+/g, ' '),
    )
    .filter((sentence) => sentence !== '');
}
