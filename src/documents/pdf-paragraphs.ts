import type { Line } from '#documents/pdf-lines.ts';

type Block = { lines: Line[]; kind: 'paragraph' | 'heading' | 'item' };

const bullet = /^([•‣◦▪●○■□–—*·⁃]|-)\s+/;
const label = /^(\(?(\d{1,3}|[a-z]|[ivxlc]{1,5})[.)]|\d{1,2}(\.\d{1,2}){1,3}\.?)\s+\S/i;

/**
 * The lines of all pages as text: lines of one paragraph joined by blanks, words broken at a line end made whole,
 * headings (larger print) and paragraphs apart by a blank line, items as "- ", bold as **bold**.
 * A line ends its paragraph when the next stands further down than lines do, is of another size, begins an item or is
 * indented, or when its own first word would still have fitted on the line before.
 */
export function paragraphs(pages: Line[][]): string {
  const bodySize = mostCommon(
    pages.flat().flatMap((line) => Array<number>(Math.ceil(line.text.length / 20)).fill(Math.round(line.size * 2) / 2)),
  );
  const spacing = lineSpacing(pages);
  const blocks: Block[] = [];
  let before: Line | null = null;
  for (const page of pages) {
    const edges = rightEdges(page, spacing);
    page.forEach((line, n) => {
      const goesOn =
        blocks.length > 0 &&
        before !== null &&
        (n === 0 ? runsOver(before, line, bodySize) : sameBlock(before, line, edges.get(before)!, spacing, bodySize));
      if (goesOn) blocks.at(-1)!.lines.push(line);
      else blocks.push({ lines: [line], kind: kindOf(line, bodySize) });
      before = line;
    });
  }
  const compounds = wordsWithHyphen(pages);
  return written(blocks.map((block) => ({ kind: block.kind, text: blockText(block, compounds) })));
}

// Lines of one paragraph stand at most two sizes apart; what is further apart says nothing about spacing.
function lineSpacing(pages: Line[][]): number {
  const gaps = pages.flatMap((page) => page.slice(1).map((line, n) => ({ gap: page[n]!.y - line.y, size: line.size })));
  return mostCommon(gaps.filter(({ gap, size }) => gap > 0 && gap < size * 2).map(({ gap }) => Math.round(gap)));
}

function kindOf(line: Line, bodySize: number): Block['kind'] {
  if (bullet.test(line.text)) return 'item';
  return line.size > bodySize * 1.12 ? 'heading' : 'paragraph';
}

function sameBlock(before: Line, line: Line, edge: number, spacing: number, bodySize: number): boolean {
  const gap = before.y - line.y;
  if (gap <= 0 || gap > Math.max(spacing, line.size) * 1.45) return false;
  if (Math.abs(before.size - line.size) > line.size * 0.12) return false;
  if (kindOf(line, bodySize) === 'item' || (label.test(line.text) && line.x <= before.x + 1)) return false;
  if (line.x > before.x + line.size * 0.8 && !bullet.test(before.text) && !label.test(before.text)) return false;
  const rightToLeft = /^[^A-Za-z]*[\u0590-\u08ff]/.test(line.text);
  return rightToLeft || before.right + line.firstWord + line.size * 0.25 > edge;
}

// A paragraph goes on overleaf when its last line ended in the middle of a sentence and the next page begins with a small letter.
function runsOver(before: Line, line: Line, bodySize: number): boolean {
  return (
    Math.abs(before.size - line.size) < 0.5 &&
    line.size <= bodySize * 1.12 &&
    !/[.!?:;]["”’)]?$/.test(before.text) &&
    /^[\p{Ll}\p{Lo}]/u.test(line.text)
  );
}

// The right edge a line could have filled: that of the column it stands in, which ends where the print jumps up again,
// or of the passage, where two of its lines end at the same place (a quotation set narrower, for one).
function rightEdges(page: Line[], spacing: number): Map<Line, number> {
  const edges = new Map<Line, number>();
  for (const column of split(page, (last, line) => line.y > last.y + line.size)) {
    const columnEdge = Math.max(...column.map((line) => line.right));
    for (const passage of split(column, (last, line) => last.y - line.y > Math.max(spacing, line.size) * 1.45)) {
      const widest = Math.max(...passage.map((line) => line.right));
      const justified = passage.length > 2 && passage.filter((line) => widest - line.right < 2).length > 1;
      for (const line of passage) edges.set(line, justified ? widest : columnEdge);
    }
  }
  return edges;
}

function split(lines: Line[], parts: (last: Line, line: Line) => boolean): Line[][] {
  const groups: Line[][] = [];
  for (const line of lines) {
    const last = groups.at(-1)?.at(-1);
    if (last && !parts(last, line)) groups.at(-1)!.push(line);
    else groups.push([line]);
  }
  return groups;
}

function blockText(block: Block, compounds: Set<string>): string {
  const runs: Line['runs'] = [];
  const add = (text: string, bold: boolean) => {
    const last = runs.at(-1);
    if (last && last.bold === bold) last.text += text;
    else runs.push({ text, bold });
  };
  block.lines.forEach((line, n) => {
    const next = block.lines[n + 1];
    line.runs.forEach((run, at) => {
      const lineEnds = at === line.runs.length - 1 && next;
      add(lineEnds ? joined(run.text.trimEnd(), next.text, compounds) : run.text, run.bold);
    });
  });
  const text = runs
    .map((run) => (run.bold && block.kind !== 'heading' ? marked(run.text) : run.text))
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
  return block.kind === 'item' ? text.replace(/^(\*\*)?([•‣◦▪●○■□–—*·⁃]|-)\s+/, '- $1') : text;
}

// "multi-" at a line end keeps its hyphen when the document writes "multi-stakeholder" elsewhere; "confer-" does not.
function joined(end: string, nextText: string, compounds: Set<string>): string {
  const broken = /([\p{L}]+)[-\u00ad\u2010]$/u.exec(end);
  const rest = /^(\p{Ll}+)/u.exec(nextText);
  if (!broken || !rest) return `${end} `;
  const whole = `${broken[1]}-${rest[1]}`.toLowerCase();
  return compounds.has(whole) && !end.endsWith('\u00ad') ? end : end.slice(0, -1);
}

function wordsWithHyphen(pages: Line[][]): Set<string> {
  const words = new Set<string>();
  for (const line of pages.flat())
    for (const [word] of line.text.matchAll(/\p{L}+-\p{L}+/gu)) words.add(word.toLowerCase());
  return words;
}

function marked(text: string): string {
  const core = text.trim();
  if (!/[\p{L}\p{N}]/u.test(core)) return text;
  return text.replace(core, () => `**${core}**`);
}

function written(blocks: { kind: Block['kind']; text: string }[]): string {
  let text = '';
  let before: Block['kind'] | null = null;
  for (const block of blocks) {
    if (block.text === '') continue;
    if (before !== null) text += before === 'item' && block.kind === 'item' ? '\n' : '\n\n';
    text += block.text;
    before = block.kind;
  }
  return text === '' ? '' : `${text}\n`;
}

function mostCommon(numbers: number[]): number {
  const counts = new Map<number, number>();
  for (const one of numbers) counts.set(one, (counts.get(one) ?? 0) + 1);
  return [...counts].reduce((a, b) => (b[1] > a[1] ? b : a), [12, 0])[0];
}
