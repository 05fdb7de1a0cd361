import { DocumentRefusal } from '#documents/refusal.ts';
import { latin1 } from '#documents/recognise.ts';
import type { DocumentWarning } from '#documents/warnings.ts';

export type Decoded = { text: string; encoding: string; warnings: DocumentWarning[] };

/**
 * Bytes of a text file as a string: UTF-16 where a byte-order mark says so, else UTF-8; in a UTF-8 file with stray
 * Windows-1252 bytes those are read as such and their lines named; a file without any UTF-8 is read as Windows-1252.
 * The byte-order mark is dropped, line ends are kept as they are. `declared` is the encoding an HTML page names for itself, used only where it is not UTF-8.
 * Refuses `file_binary` (zero bytes, or control characters throughout) and `encoding_unknown` (no reading makes sense).
 */
export function decode(bytes: Uint8Array, declared?: string): Decoded {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return checked(strictly(bytes, 'utf-16le'));
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return checked(strictly(bytes, 'utf-16be'));
  const utf8 = tryUtf8(bytes);
  if (utf8 !== null) return checked({ text: utf8, encoding: 'utf-8', warnings: [] });
  if (declared && declaredDecoder(declared)) return checked(strictly(bytes, declared));
  return checked(notQuiteUtf8(bytes));
}

function checked(decoded: Decoded): Decoded {
  if (decoded.text.includes('\0')) throw new DocumentRefusal('file_binary');
  if (mostlyControls(decoded.text.slice(0, 100_000))) throw new DocumentRefusal('file_binary');
  return decoded;
}

// Tab, line ends, form feed and escape occur in text; other control characters only now and then.
function mostlyControls(sample: string): boolean {
  let controls = 0;
  for (let at = 0; at < sample.length; at++) {
    const unit = sample.charCodeAt(at);
    if (unit === 0x7f || (unit < 0x20 && !(unit >= 0x09 && unit <= 0x0d) && unit !== 0x1b)) controls++;
  }
  return controls > sample.length / 100;
}

function strictly(bytes: Uint8Array, encoding: string): Decoded {
  try {
    return {
      text: new TextDecoder(encoding, { fatal: true }).decode(bytes),
      encoding: encoding.toLowerCase(),
      warnings: [],
    };
  } catch {
    throw new DocumentRefusal('encoding_unknown');
  }
}

function tryUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function declaredDecoder(label: string): boolean {
  try {
    return !/^utf-?(8|16)/i.test(label) && Boolean(new TextDecoder(label));
  } catch {
    return false;
  }
}

// The shape of a character of two to four bytes in UTF-8; any other byte above 7F is a stray one.
const utf8OrStray = /[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}|[\x80-\xff]/g;

function notQuiteUtf8(bytes: Uint8Array): Decoded {
  const raw = latin1(bytes);
  if (raw.includes('\0')) throw new DocumentRefusal('file_binary');
  const strayLines: number[] = [];
  let anyUtf8 = false;
  let strayBytes = 0;
  const lines = lineCounter(raw);
  const text = raw.replace(utf8OrStray, (found, at: number) => {
    const character = found.length > 1 ? wellKnown(found) : null;
    if (character !== null) {
      anyUtf8 = true;
      return character;
    }
    strayBytes += found.length;
    const line = lines(at);
    if (strayLines.at(-1) !== line) strayLines.push(line);
    return found.replace(/[^]/g, (byte) => highHalf[byte.charCodeAt(0) - 0x80]!);
  });
  // Western European text has an accent in every few words at most; more means Cyrillic, Arabic, Chinese in another encoding.
  if (strayBytes * 5 > raw.length) throw new DocumentRefusal('encoding_unknown');
  const read = text.replace(/^\ufeff/, '');
  if (!anyUtf8) return { text: read, encoding: 'windows-1252', warnings: [{ code: 'encoding_guessed', values: {} }] };
  const values = { lines: numbersInWords(strayLines), count: strayLines.length };
  return { text: read, encoding: 'utf-8 with windows-1252', warnings: [{ code: 'encoding_mixed', values }] };
}

// The line an offset is on, for offsets asked in ascending order.
function lineCounter(text: string): (offset: number) => number {
  let line = 1;
  let next = text.indexOf('\n');
  return (offset) => {
    while (next !== -1 && next < offset) {
      line++;
      next = text.indexOf('\n', next + 1);
    }
    return line;
  };
}

const highHalf = new TextDecoder('windows-1252').decode(Uint8Array.from({ length: 128 }, (_, n) => n + 0x80));

// The few sequences a language uses come again and again; null: the shape of UTF-8 but not a character.
const known = new Map<string, string | null>();

function wellKnown(sequence: string): string | null {
  if (known.size > 10_000) known.clear();
  if (!known.has(sequence)) known.set(sequence, tryUtf8(Buffer.from(sequence, 'latin1')));
  return known.get(sequence)!;
}

function numbersInWords(numbers: number[]): string {
  const shown = numbers.slice(0, 20).join(', ');
  return numbers.length > 20 ? `${shown}, and ${numbers.length - 20} more` : shown;
}
