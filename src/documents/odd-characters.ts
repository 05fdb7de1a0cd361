import { DocumentRefusal } from '#documents/refusal.ts';
import type { DocumentWarning } from '#documents/warnings.ts';

// No word of any language is this long; a run without a blank is data, and would stall every reader after us.
const longestWord = 100_000;

/**
 * Characters that make a text read differently from what it says – direction overrides, zero-width characters, tag
 * characters (Boucher and Anderson, "Trojan Source", 2021) – and control characters, each with its place.
 * Joiners are left in peace where scripts and emoji need them, direction marks where the text has right-to-left letters.
 * Refuses `text_not_prose` for a run of 100,000 characters without a blank.
 */
export function oddCharacters(text: string): DocumentWarning[] {
  const suspects = suspectOffsets(text);
  if (suspects.length === 0) return [];
  const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u.test(text);
  const odd = suspects.filter((at) => isOdd(text, at, rightToLeft));
  const warnings: DocumentWarning[] = [];
  const unseen = odd.filter((at) => text.charCodeAt(at) >= 0xa0);
  const controls = odd.filter((at) => text.charCodeAt(at) < 0xa0);
  if (unseen.length > 0)
    warnings.push({ code: 'odd_characters', values: { places: places(text, unseen), count: unseen.length } });
  if (controls.length > 0) {
    warnings.push({ code: 'control_characters', values: { places: places(text, controls), count: controls.length } });
  }
  return warnings;
}

// One pass over the code units: it also runs on texts of 100 MB.
function suspectOffsets(text: string): number[] {
  const found: number[] = [];
  let wordStart = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit <= 0x20) {
      wordStart = at + 1;
      if (unit !== 0x20 && unit !== 0x0a && unit !== 0x0d && unit !== 0x09 && unit !== 0x0c && found.length < 10_000)
        found.push(at);
      continue;
    }
    if (at - wordStart > longestWord) {
      throw new DocumentRefusal('text_not_prose', { line: lineOf(text, wordStart), characters: longestWord });
    }
    if (unit < 0x7f || (unit > 0xad && unit < 0x61c)) continue;
    if (isSuspect(unit) && found.length < 10_000) found.push(at);
  }
  return found;
}

function isSuspect(unit: number): boolean {
  if (unit < 0xa0) return unit !== 0x85;
  if (unit === 0xad || unit === 0x61c || unit === 0x180e || unit === 0xfeff || unit === 0xdb40) return true;
  return (unit >= 0x200b && unit <= 0x200f) || (unit >= 0x202a && unit <= 0x202e) || (unit >= 0x2060 && unit <= 0x2069);
}

function isOdd(text: string, at: number, rightToLeft: boolean): boolean {
  const unit = text.charCodeAt(at);
  if (unit === 0x200e || unit === 0x200f || unit === 0x61c) return !rightToLeft;
  // A soft hyphen is how word processors break words; only inside a name would it matter, and it is left out of none.
  if (unit === 0xad) return false;
  if (unit === 0x200c || unit === 0x200d)
    return /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\s]/u.test(text.charAt(at - 1) || ' ');
  // U+E0100–E01EF choose the form of an ideograph; below them lie the tag characters, which spell unseen words.
  if (unit === 0xdb40)
    return text.charCodeAt(at + 1) < 0xdd00 && !text.slice(Math.max(0, at - 16), at).includes('\u{1F3F4}');
  return true;
}

function places(text: string, offsets: number[]): string {
  const shown = offsets.slice(0, 5).map((at) => {
    const line = lineOf(text, at);
    const column = at - text.lastIndexOf('\n', at - 1);
    return `U+${text.codePointAt(at)!.toString(16).toUpperCase().padStart(4, '0')} in line ${line}, character ${column}`;
  });
  return shown.join('; ') + (offsets.length > 5 ? `; and ${offsets.length - 5} more` : '');
}

function lineOf(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at !== -1 && at < offset; at = text.indexOf('\n', at + 1)) line++;
  return line;
}
