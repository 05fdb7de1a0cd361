import type { Block, Span } from '#engine/types.ts';
import { blocks } from './blocks.ts';

// Where sentences end. Written by hand rather than with Intl.Segmenter: the segmenter breaks after "Mr." and "H.E.",
// and differs from one runtime to the next, while a stored offset must mean the same thing for ever.

const abbreviations = new Set(
  (
    'mr mrs ms dr prof amb hon rev st sr jr gen col lt capt no nos art arts para paras vol ch sec fig ed eds al etc vs cf ' +
    'approx dept inc ltd co corp jan feb mar apr jun jul aug sept sep oct nov dec e.g i.e h.e p pp u.s u.k u.n ' +
    'm mme mlle mm me sra dra srta excmo excma pág págs núm ee.uu ud uds rt'
  ).split(' '),
);
const neverEnds = new Set(
  'mr mrs ms dr prof amb hon rev e.g i.e h.e m mme mlle sra dra srta cf vs nos approx excmo'.split(' '),
);

/**
 * The sentences of a text, block by block, in order. A bullet, a heading and a label line are sentences of their own.
 * Offsets are UTF-16 code units into `text`. A sentence cut by a page break comes out whole.
 */
export function sentences(text: string): Span[] {
  return blocks(text).flatMap((block) => sentencesOf(text, block));
}

const stop = /[.!?…。؟]+["'”’»)\]*]*(?=[\s\u00a0]|$)/g;

export function sentencesOf(text: string, block: Pick<Block, 'start' | 'end'>): Span[] {
  const found: Span[] = [];
  const words = text.slice(block.start, block.end);
  let from = 0;
  stop.lastIndex = 0;
  for (let hit = stop.exec(words); hit; hit = stop.exec(words)) {
    const after = hit.index + hit[0].length;
    if (after < words.length && !ends(words, hit.index, after, from)) continue;
    push(text, block.start + from, block.start + after, found);
    from = after + (paragraphNumber.exec(words.slice(after, after + 10))?.[0].length ?? 0);
  }
  push(text, block.start + from, block.end, found);
  return found;
}

function push(text: string, start: number, end: number, found: Span[]): void {
  while (start < end && /\s/.test(text[start]!)) start++;
  while (end > start && /\s/.test(text[end - 1]!)) end--;
  if (end > start) found.push({ start, end, text: text.slice(start, end) });
}

/** "… was adopted. 12. The Chair said": a paragraph's number met in the middle of a run-on page. */
const paragraphNumber = /^[\s\u00a0]+\d{1,3}\.(?=[\s\u00a0]+["'“‘«]?\p{Lu})/u;

const opens = /^[\s\u00a0]+["'“‘«([*¿¡–—-]*\s?[\p{Lu}\p{N}\p{Lo}]/u;

function ends(words: string, dot: number, after: number, from: number): boolean {
  if (!opens.test(words.slice(after, after + 12))) return false;
  if (words[dot] !== '.') return true;
  let at = dot;
  while (at > from && /[\p{L}\p{M}.]/u.test(words[at - 1]!)) at--;
  const word = words.slice(at, dot);
  const low = word.toLowerCase();
  if (neverEnds.has(low)) return false;
  if (/^\p{Lu}$/u.test(word))
    return (
      !/^[\s\u00a0]+\p{Lu}\p{Ll}/u.test(words.slice(after, after + 6)) ||
      /\s(?:A|I)$/.test(words.slice(Math.max(0, dot - 2), dot)) ||
      (/\p{Ll}\s\p{Lu}$/u.test(words.slice(Math.max(0, dot - 3), dot)) && startsAnew(words.slice(after)))
    );
  if (/^(?:\p{Lu}\.)+\p{Lu}$/u.test(word)) return startsAnew(words.slice(after));
  if (abbreviations.has(low))
    return startsAnew(words.slice(after)) && !/^[\s\u00a0]+\p{N}/u.test(words.slice(after, after + 4));
  if (/^\p{N}{1,3}$/u.test(words.slice(Math.max(from, dot - 3), dot).trim()) && dot - from <= 4) return false;
  return true;
}

/** After "U.S." or "etc." only a word that usually opens a sentence ends the one before. */
const startsAnew = (rest: string) =>
  /^[\s\u00a0]+(?:The|He|She|It|They|In|On|This|These|That|Those|There|Several|Some|Many|One|As|However|Le|La|Les|El|Los|Las|Il|Elle|En)\b/.test(
    rest,
  );
