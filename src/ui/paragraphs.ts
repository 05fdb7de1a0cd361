import type { Passage } from './passage.ts';
import { plainly } from './plainly.ts';

/**
 * A text as its paragraphs: parted where a line is empty. `marks` are half-open ranges of UTF-16 code units into the
 * whole text and go with the paragraphs they fall in.
 */
export function paragraphsOf(text: string, lang?: string, marks: { from: number; to: number }[] = []): Passage[] {
  return [...text.matchAll(/\S(?:(?!\n\s*\n)[\s\S])*/g)].map(({ 0: words, index }) => {
    const inside = marks
      .filter(({ from, to }) => from < index + words.length && to > index)
      .map(({ from, to }) => ({ from: Math.max(0, from - index), to: Math.min(words.length, to - index) }));
    return {
      text: plainly(words.trimEnd()),
      ...(lang ? { lang } : {}),
      ...(inside.length > 0 ? { marks: inside } : {}),
    };
  });
}
