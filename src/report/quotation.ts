/** A text as it is compared, and for each of its code units the place in the original where that unit begins. */
export interface Normalised {
  text: string;
  /** One longer than `text`: the last entry is the original's length. Ends are looked up with `ends`. */
  starts: number[];
  ends: number[];
}

interface Place {
  start: number;
  end: number;
}

// One Korean syllable, or one character with its accents: what composition (NFC) never reaches across.
const clusters = /[\u1100-\u1112][\u1161-\u1175][\u11a8-\u11c2]?|[\uac00-\ud7a3][\u11a8-\u11c2]|\P{M}\p{M}*|\p{M}+/gu;
const unseen = /^[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]$/;
const quotationMark = /^["“”„‟«»‹›'‘’‚‛]$/;
const dash = /^[-‐‑‒–—―−]$/;

/**
 * The form in which a quotation and its source are compared: composed characters (NFC), one kind of quotation mark, dash
 * and space, "…" for three stops, nothing that cannot be seen, and no space inside guillemets. Letters, their case,
 * digits and all other signs stay as they are, so that a near match is no match.
 */
export function normalise(original: string): Normalised {
  let text = '';
  const starts: number[] = [];
  const ends: number[] = [];
  const add = (units: string, start: number, end: number) => {
    text += units;
    for (let i = 0; i < units.length; i++) {
      starts.push(start);
      ends.push(end);
    }
  };
  const dropSpace = () => {
    if (!text.endsWith(' ')) return;
    text = text.slice(0, -1);
    starts.pop();
    ends.pop();
  };
  let afterGuillemet = false;
  for (const { 0: cluster, index } of original.matchAll(clusters)) {
    const end = index + cluster.length;
    if (unseen.test(cluster)) continue;
    if (/^\s$/.test(cluster)) {
      if (!text.endsWith(' ') && !afterGuillemet) add(' ', index, end);
      continue;
    }
    if (/^[»›]$/.test(cluster)) dropSpace();
    afterGuillemet = /^[«‹]$/.test(cluster);
    if (quotationMark.test(cluster)) add("'", index, end);
    else if (dash.test(cluster)) add('-', index, end);
    else if (cluster === '…') add('...', index, end);
    else add(cluster.normalize('NFC'), index, end);
  }
  return { text, starts, ends };
}

/**
 * Where the words stand in the source, in UTF-16 code units of the source, so that `source.slice(start, end)` is what was
 * said; null unless they are there exactly once, as whole words. "regular" is not in "irregular", and a sentence without
 * its "not" is in no source.
 */
export function findQuotation(words: string, source: string | Normalised): Place | null {
  const places = everyPlace(words, typeof source === 'string' ? normalise(source) : source, 2);
  return places.length === 1 ? places[0]! : null;
}

/** Whether the words stand in the source at least once, exactly. */
export function isIn(words: string, source: string | Normalised): boolean {
  return everyPlace(words, typeof source === 'string' ? normalise(source) : source, 1).length > 0;
}

function everyPlace(words: string, source: Normalised, most: number): Place[] {
  const wanted = normalise(words).text.trim();
  const places: Place[] = [];
  if (wanted === '') return places;
  for (
    let at = source.text.indexOf(wanted);
    at >= 0 && places.length < most;
    at = source.text.indexOf(wanted, at + 1)
  ) {
    const last = at + wanted.length;
    if (cutsAWord(source.text, at) || cutsAWord(source.text, last)) continue;
    places.push({ start: source.starts[at]!, end: source.ends[last - 1]! });
  }
  return places;
}

// Scripts that put no space between words: there, any character may begin or end one.
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** Whether a word stands on both sides of this place (UTF-16 code units). */
export function cutsAWord(text: string, at: number): boolean {
  const before = /.$/su.exec(text.slice(Math.max(0, at - 2), at))?.[0] ?? '';
  const after = String.fromCodePoint(text.codePointAt(at) ?? 32);
  const isWord = (sign: string) => /[\p{L}\p{M}\p{N}]/u.test(sign) && !unspaced.test(sign);
  return isWord(before) && isWord(after);
}

const closing: Record<string, string[]> = { '“': ['”'], '«': ['»'], '„': ['“', '”'], '"': ['"'] };

/**
 * The quotations in a sentence, outermost only and without their marks, with offsets into the sentence: “ ”, " ", « » and
 * „ “, one inside the other or not. A mark that is never closed quotes nothing. Reads each mark once, however many there are.
 */
export function quotationsIn(sentence: string): (Place & { text: string })[] {
  const found: (Place & { text: string })[] = [];
  const marks = [...sentence.matchAll(/[“”„«»"]/g)];
  const closedBy = closers(marks.map(([sign]) => sign));
  for (let at = 0; at < marks.length; at++) {
    const close = closedBy[at]!;
    if (close < 0) continue;
    const [start, end] = [marks[at]!.index + 1, marks[close]!.index];
    const text = sentence.slice(start, end);
    if (text.trim() !== '') found.push({ start, end, text });
    at = close;
  }
  return found;
}

/** For each mark which one closes it, or -1: the first of its closing marks that is not inside of another quotation. */
function closers(signs: readonly string[]): number[] {
  const closedBy: number[] = [];
  // Where each kind of quotation, opened before a mark, closes; from the last mark to the first.
  const none = signs.map(() => -1);
  const closes = new Map(Object.keys(closing).map((opening) => [opening, [...none, -1]]));
  for (let at = signs.length - 1; at >= 0; at--) {
    const sign = signs[at]!;
    closedBy[at] = closes.get(sign)?.[at + 1] ?? -1;
    const next = closedBy[at]! < 0 ? at + 1 : closedBy[at]! + 1;
    for (const [opening, from] of closes) from[at] = closing[opening]!.includes(sign) ? at : from[next]!;
  }
  return closedBy;
}

/** The words with what stands around them, at most 40 code units each side and never half a character. */
export function surroundings(source: string, { start, end }: Place, reach = 40): { before: string; after: string } {
  const half = (at: number) => /[\udc00-\udfff]/.test(source[at] ?? '') && /[\ud800-\udbff]/.test(source[at - 1] ?? '');
  let from = Math.max(0, start - reach);
  let to = Math.min(source.length, end + reach);
  if (half(from)) from += 1;
  if (half(to)) to -= 1;
  return { before: source.slice(from, start), after: source.slice(end, to) };
}
