/** A word of a text as a leak is looked for: whatever dress it came in. */
export interface PlainWord {
  /** Small letters of the Latin alphabet without accents, where they look like them. */
  word: string;
  /** UTF-16 code units into the text. */
  start: number;
  end: number;
  /** Begins with a capital. */
  isCapital: boolean;
  /** Two capitals or more: "RoK", "UNHCR". */
  isAcronym: boolean;
  /** What stands between this word and the next: "-", ".", "' ", " " … */
  gap: string;
  isFirst: boolean;
}

// Letters of other alphabets that look like Latin ones, in both cases.
const looksLike: Record<string, string> = {};
const lookalikes: [alike: string, latin: string][] = [
  ['авсԁеһіјԛорѕԝхуґкмтьгпѵӏ', 'abcdehijqopswxyrkmtbrnvl'],
  ['αβεικνορτυχγηςσω', 'abeiknoptuxynoow'],
];
for (const [alike, latin] of lookalikes) [...alike].forEach((sign, i) => (looksLike[sign] = latin[i]!));
Object.assign(looksLike, { в: 'b', н: 'h', ß: 'ss', ı: 'i', ł: 'l', ø: 'o', đ: 'd', ð: 'd', þ: 'th', æ: 'ae', œ: 'oe', ɡ: 'g', ɑ: 'a', ǃ: 'l' }); // prettier-ignore

// After "Ms." no sentence begins.
const titles = new Set('mr ms mrs dr prof st m mme mlle sr sra dra'.split(' '));
const dash = /^[-‐‑‒–—―−]$/;
const letter = /[\p{L}\p{N}]/u;

/** The words of a text: without accents, unseen characters, widths and styles, in small letters. */
export function plainWords(text: string): PlainWord[] {
  const found: PlainWord[] = [];
  let open: (PlainWord & { capitals: number }) | null = null;
  let at = 0;
  let isFirst = true;
  for (const sign of text) {
    const start = at;
    at += sign.length;
    if (/[\p{Cf}\ufe00-\ufe0f]/u.test(sign)) continue;
    const plain = sign.normalize('NFKD').replace(/\p{M}/gu, '');
    if (plain === '') continue;
    if (!letter.test(plain)) {
      const last = found.at(-1);
      if (/[.!?:;]/.test(sign) && !titles.has(last?.word ?? '')) isFirst = true;
      open = null;
      if (last) last.gap += dash.test(plain) ? '-' : plain;
      continue;
    }
    const low = [...plain.toLowerCase()].map((one) => looksLike[one] ?? one).join('');
    const isCapital = plain !== plain.toLowerCase();
    if (!open) {
      open = { word: '', start, end: at, isCapital, isAcronym: false, gap: '', isFirst, capitals: 0 };
      found.push(open);
      isFirst = false;
    }
    open.word += low;
    open.end = at;
    if (isCapital) open.capitals++;
    open.isAcronym = open.capitals > 1;
  }
  return found;
}

/** The words of a name, in the same form. */
export function plainName(name: string): string[] {
  return plainWords(name).map(({ word }) => word);
}
