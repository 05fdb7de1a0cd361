// Words of a stretch of text, each with its place in the original: nothing is ever normalised in place,
// so an offset found in a token is an offset into what the person wrote.

export interface Token {
  text: string;
  /** Lower case, composed accents, straight apostrophe: what the grammar compares. */
  low: string;
  start: number;
  end: number;
  sort: 'word' | 'number' | 'mark';
  /** Begins with a capital. */
  upper: boolean;
  /** Two letters or more, all capitals: NORWAY, AOSIS. */
  capitals: boolean;
}

const pieces =
  /(?:\p{Lu}\.){2,}|(?:[ldjmnstcLDJMNSTC]|[Qq]u|[Ll]orsqu|[Pp]uisqu|jusqu)['’](?=\p{L})(?!s\b|t\b|ll\b|re\b)|['’](?:s|S|t|re|ve|ll|d|m)(?![\p{L}\p{M}])|\p{L}[\p{L}\p{M}\p{N}]*(?:[-‐‑+][\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*\+?|\p{N}+(?:[.,]\p{N}+)*(?:[-–/]\p{N}+)*|[^\s*_\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\p{M}]/gu;

const quotes = /[“”„«»]/;
const lowerMark: Record<string, string> = {
  '—': '–',
  '―': '–',
  '‑': '-',
  '’': "'",
  '‘': "'",
  '：': ':',
  '，': ',',
  '؛': ';',
};

/** Tokens of `text.slice(start, end)`, with offsets into `text`. Linear in the length of the stretch. */
export function tokens(text: string, start = 0, end = text.length): Token[] {
  const found: Token[] = [];
  const stretch = start === 0 && end === text.length ? text : text.slice(start, end);
  pieces.lastIndex = 0;
  for (let hit = pieces.exec(stretch); hit; hit = pieces.exec(stretch)) {
    const word = hit[0];
    const at = start + hit.index;
    found.push(tokenOf(word, at, stretch, hit.index));
  }
  return found;
}

const letter = /\p{L}/u;
const number = /^\p{N}/u;

function tokenOf(word: string, at: number, stretch: string, index: number): Token {
  const first = word.charCodeAt(0);
  const plain = first < 128;
  const isLetter = plain ? (first | 32) >= 97 && (first | 32) <= 122 : letter.test(word);
  const sort =
    isLetter || (word.length > 1 && (first === 39 || first === 8217)) ? 'word' : number.test(word) ? 'number' : 'mark';
  let low = word.toLowerCase();
  if (sort === 'mark') low = spacedDash(word, stretch, index) ?? (quotes.test(word) ? '"' : (lowerMark[word] ?? word));
  else if (!isAscii(low)) low = low.normalize('NFC').replace(/’/g, "'").replace(/[‐‑]/g, '-');
  const upper = sort === 'word' && word[0] !== word[0]!.toLowerCase();
  const capitals = upper && word.length > 1 && word === word.toUpperCase() && letter.test(word.slice(1));
  return { text: word, low, start: at, end: at + word.length, sort, upper, capitals };
}

/** A hyphen with a space before it stands for a dash. */
function spacedDash(word: string, stretch: string, index: number): string | undefined {
  if (word !== '-') return undefined;
  return index > 0 && /\s/.test(stretch[index - 1]!) ? '–' : '-';
}

function isAscii(word: string): boolean {
  for (let i = 0; i < word.length; i++) if (word.charCodeAt(i) > 127) return false;
  return true;
}

/** A word as the register compares it: no accents, no case, one kind of apostrophe and hyphen. */
export function folded(word: string): string {
  const low = word.toLowerCase();
  if (isAscii(low)) return low;
  return low
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/[’‘]/g, "'")
    .replace(/[‐‑]/g, '-');
}
