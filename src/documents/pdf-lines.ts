/** A stretch of text on a page: lower left corner and width in points, size of its letters, and how it looks. */
export type Piece = {
  text: string;
  x: number;
  y: number;
  width: number;
  size: number;
  bold: boolean;
  rightToLeft: boolean;
};

/** A line of print: its pieces in reading order with blanks between words, and where it stands. */
export type Line = {
  runs: { text: string; bold: boolean }[];
  text: string;
  x: number;
  right: number;
  y: number;
  size: number;
  firstWord: number;
};

/** The pieces of a page, in the order they were printed, as lines. */
export function pageLines(pieces: Piece[]): Line[] {
  const rows: Piece[][] = [];
  for (const piece of pieces) {
    const row = rows.at(-1);
    const last = row?.at(-1);
    // A raised figure is on the line it belongs to; a piece far to the left at the same height is another column.
    const sameRow = row && last && Math.abs(piece.y - row[0]!.y) < Math.max(piece.size, row[0]!.size) * 0.5;
    if (sameRow && (piece.rightToLeft || last.rightToLeft || piece.x > last.x - last.size)) row.push(piece);
    else rows.push([piece]);
  }
  return rows.map(lineOf).filter((line) => line.text !== '');
}

function lineOf(row: Piece[]): Line {
  const pieces = inReadingOrder(row);
  const runs: Line['runs'] = [];
  pieces.forEach((piece, n) => {
    const before = pieces[n - 1];
    const gap = before ? Math.max(piece.x - (before.x + before.width), before.x - (piece.x + piece.width)) : 0;
    const blank =
      before && gap > Math.max(piece.size, before.size) * 0.18 && !/\s$/.test(before.text) && !/^\s/.test(piece.text);
    const text = (blank ? ' ' : '') + plainLetters(piece.text);
    const last = runs.at(-1);
    if (last && (last.bold === piece.bold || text.trim() === '')) last.text += text;
    else runs.push({ text, bold: piece.bold });
  });
  const text = runs
    .map((run) => run.text)
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
  const x = Math.min(...row.map((piece) => piece.x));
  const right = Math.max(...row.map((piece) => piece.x + piece.width));
  const size = sizeOfMost(row);
  const firstWord = ((right - x) / Math.max(1, text.length)) * (text.split(' ')[0]?.length ?? 0);
  return { runs, text, x, right, y: row[0]!.y, size, firstWord };
}

// In a line that is mostly right-to-left, pieces printed from left to right are turned round; figures and Latin words keep theirs.
function inReadingOrder(row: Piece[]): Piece[] {
  const letters = (wanted: boolean) =>
    row
      .filter((piece) => piece.rightToLeft === wanted && piece.text.trim() !== '')
      .map((piece) => piece.text)
      .join('').length;
  if (letters(true) <= letters(false)) return row;
  const printed = row.filter((piece) => piece.text !== '');
  if (printed.length < 2 || printed[0]!.x > printed.at(-1)!.x) return row;
  const ordered: Piece[] = [];
  let latin: Piece[] = [];
  for (const piece of printed.toReversed()) {
    if (!piece.rightToLeft && piece.text.trim() !== '') latin.unshift(piece);
    else {
      ordered.push(...latin, piece);
      latin = [];
    }
  }
  return [...ordered, ...latin];
}

// Printed forms of letters (ligatures, Arabic shapes) back to the letters themselves; zero bytes are never text.
function plainLetters(text: string): string {
  return text
    .replace(/[\ufb00-\ufb06\ufb1d-\ufdff\ufe70-\ufefc]+/g, (shapes) => shapes.normalize('NFKC'))
    .replaceAll('\0', '');
}

function sizeOfMost(row: Piece[]): number {
  const longest = row.reduce((a, b) => (b.text.trim().length > a.text.trim().length ? b : a));
  return longest.size;
}

/** Running heads, feet and page numbers: lines that stand first or last on at least three pages, figures aside. */
export function withoutRepeatedLines(pages: Line[][]): { pages: Line[][]; dropped: string[] } {
  const counts = new Map<string, number>();
  for (const page of pages)
    for (const line of edgeLines(page)) counts.set(pattern(line), (counts.get(pattern(line)) ?? 0) + 1);
  const needed = Math.max(3, pages.length / 3);
  const dropped = new Set<string>();
  const kept = pages.map((page) => {
    const edges = edgeLines(page);
    return page.filter((line) => {
      const repeats = edges.includes(line) && (counts.get(pattern(line)) ?? 0) >= needed;
      if (repeats) dropped.add(line.text.replace(/\d+/g, 'N'));
      return !repeats;
    });
  });
  return { pages: kept, dropped: [...dropped] };
}

// Running lines are set apart from the text: at most three at the top or foot, with more than a line's room towards it.
function edgeLines(page: Line[]): Line[] {
  const down = page.toSorted((a, b) => b.y - a.y);
  return [...setApart(down), ...setApart(down.toReversed())];
}

function setApart(inwards: Line[]): Line[] {
  for (let n = 1; n <= 3; n++) {
    const [line, next] = [inwards[n - 1], inwards[n]];
    if (line && (!next || Math.abs(line.y - next.y) > Math.max(line.size, next.size) * 1.6)) {
      return inwards.slice(0, n).filter((running) => running.text.length <= 90);
    }
  }
  return [];
}

function pattern(line: Line): string {
  if (/^[-–|/. ]*(\d{1,4}|[ivxlc]{1,7})[-–|/. ]*$/i.test(line.text)) return 'page number';
  return `${line.text.replace(/\d+/g, '#')} at ${Math.round(line.y / 4)}`;
}
