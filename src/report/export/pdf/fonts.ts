import { existsSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import subsetFont from 'subset-font';

/** The families, in the order in which a letter is looked for, and the packages their pieces lie in. */
const packages = [
  {
    family: 'Noto Sans',
    name: 'noto-sans',
    pieces: ['latin', 'latin-ext', 'cyrillic', 'cyrillic-ext', 'greek', 'greek-ext', 'vietnamese', 'devanagari'],
  },
  { family: 'Noto Naskh Arabic', name: 'noto-naskh-arabic', pieces: ['arabic', 'symbols', 'math'] },
  // Chinese comes in about a hundred numbered pieces, by how often its signs are used.
  { family: 'Noto Sans SC', name: 'noto-sans-sc', pieces: null },
];

export const families = packages.map(({ family }) => family);

interface Piece {
  file: string;
  ranges: [first: number, last: number][];
}

/**
 * The fonts a text needs, regular and bold, each cut down to the text's own letters: a page of Chinese takes some tens of
 * kilobytes of the five megabytes there are. Also the characters for which no font has a letter.
 */
export async function fontsFor(text: string, modules: string): Promise<{ fonts: Uint8Array[]; missing: string[] }> {
  const wanted = new Set([...new Set(text), ' '].filter((letter) => !/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(letter)));
  const fonts: Uint8Array[] = [];
  for (const piece of packages.flatMap(({ name, pieces }) =>
    piecesOf(join(modules, '@fontsource-variable', name), name, pieces),
  )) {
    const letters = [...wanted].filter((letter) => isIn(letter.codePointAt(0)!, piece.ranges));
    if (letters.length === 0) continue;
    const file = await readFile(piece.file);
    for (const wght of [400, 700])
      fonts.push(await subsetFont(file, letters.join(''), { targetFormat: 'sfnt', variationAxes: { wght } }));
    // The first family that has a letter gives it.
    for (const letter of letters) wanted.delete(letter);
  }
  return { fonts, missing: [...wanted].sort() };
}

function piecesOf(folder: string, name: string, pieces: string[] | null): Piece[] {
  const ranges = JSON.parse(readFileSync(join(folder, 'unicode.json'), 'utf8')) as Record<string, string>;
  return (pieces ?? Object.keys(ranges).filter((piece) => piece.startsWith('['))).flatMap((piece) => {
    const file = join(folder, 'files', `${name}-${piece.replace(/[[\]]/g, '')}-wght-normal.woff2`);
    return ranges[piece] && existsSync(file) ? [{ file, ranges: rangesIn(ranges[piece]) }] : [];
  });
}

/** “U+4e00-4e0f,U+4e11”, as style sheets write it. */
function rangesIn(written: string): Piece['ranges'] {
  return written.split(',').map((range) => {
    const [first, last] = range
      .replace(/^U\+/i, '')
      .split('-')
      .map((code) => Number.parseInt(code, 16));
    return [first!, last ?? first!];
  });
}

function isIn(code: number, ranges: Piece['ranges']): boolean {
  return ranges.some(([first, last]) => code >= first && code <= last);
}
