// Numbers as people write them, in English, French and Spanish, so that "forty", "quarante" and "40" are one.

const words = new Map<string, number>();
const enter = (list: string, from: number, step = 1) =>
  list.split(' ').forEach((row, i) => row.split('|').forEach((word) => words.set(word, from + i * step)));
enter('two|deux|dos three|trois|tres four|quatre|cuatro five|cinq|cinco six|seis seven|sept|siete eight|huit|ocho nine|neuf|nueve ten|dix|diez eleven|onze|once twelve|douze|doce|dozen|douzaine|docena thirteen|treize|trece fourteen|quatorze|catorce fifteen|quinze|quince sixteen|seize|dieciséis seventeen|dix-sept|diecisiete eighteen|dix-huit|dieciocho nineteen|dix-neuf|diecinueve', 2); // prettier-ignore
enter('twenty|vingt|veinte thirty|trente|treinta forty|quarante|cuarenta fifty|cinquante|cincuenta sixty|soixante|sesenta seventy|soixante-dix|setenta eighty|quatre-vingts|quatre-vingt|ochenta ninety|quatre-vingt-dix|noventa', 20, 10); // prettier-ignore
enter('hundred|cent|cents|cien|ciento|cientos|hundreds', 100);
enter('thousand|mille|mil|thousands', 1000);
enter('million|millions|millón|millones', 1_000_000);
enter('billion|milliard|milliards|billions', 1_000_000_000);
enter('half|moitié|mitad', 0.5);
// "Once" is English for one time far more often than Spanish for eleven, and "once" and "dix" are rare alone.
words.delete('once');

// "First" is said of many things that nobody counted; the others are counted.
const ordinals = new Map<string, string>();
`second seconde deuxième segundo segunda; third troisième tercero tercera tercer; fourth quatrième cuarto cuarta; fifth cinquième quinto quinta; sixth sixième sexto sexta;
  seventh septième séptimo séptima; eighth huitième octavo octava; ninth neuvième noveno novena; tenth dixième décimo décima; twice; thrice; double`
  .split(';')
  .forEach((row) =>
    row
      .trim()
      .split(' ')
      .forEach((word) => ordinals.set(word, row.trim().split(' ')[0]!)),
  );

const units = new Map([...['one', 'un', 'une', 'uno', 'una'].map((word) => [word, 1] as const), ...words]);
const piece = /\p{N}+(?:[.,:]\p{N}+)*|\p{L}[\p{L}\p{M}]*(?:-\p{L}[\p{L}\p{M}]*)*/gu;

export interface NumberMet {
  value: string;
  start: number;
  end: number;
}

/** The numbers in a text with their values; "one" alone is a pronoun more often than a number and is left out. */
export function numbersIn(text: string): NumberMet[] {
  const found: NumberMet[] = [];
  for (const { 0: word, index } of text.matchAll(piece)) {
    const value = /^\p{N}/u.test(word) ? digits(word) : spelled(word.toLowerCase());
    if (value !== null) found.push({ value, start: index, end: index + word.length });
  }
  return found;
}

/** Any script's digits, without marks of thousands: "1,140" and "٤٠". */
function digits(word: string): string {
  const western = [...word].map((sign) => (/\p{Nd}/u.test(sign) ? String(digitValue(sign)) : sign)).join('');
  const plain = /^\d{1,3}(?:[.,]\d{3})+$/.test(western) ? western.replace(/[.,]/g, '') : western;
  return plain.replace(/^0+(?=\d)/, '').replace(/,/g, '.');
}

function digitValue(sign: string): number {
  const code = sign.codePointAt(0)!;
  let zero = code;
  while (zero > 0 && code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--;
  // Digits come in runs of ten, and runs may touch: the value is the place in the run.
  return (code - zero) % 10;
}

function spelled(word: string): string | null {
  const whole = words.get(word);
  if (whole !== undefined) return String(whole);
  if (ordinals.has(word)) return ordinals.get(word)!;
  const parts = word.split(/-(?:et-|y-)?/);
  if (parts.length !== 2) return null;
  const [tens, unit] = parts.map((part) => units.get(part));
  if (tens !== undefined && unit !== undefined && tens >= 20 && unit < 20) return String(tens + unit);
  // "A two-page agreement".
  const first = words.get(parts[0]!);
  return first === undefined ? null : String(first);
}
