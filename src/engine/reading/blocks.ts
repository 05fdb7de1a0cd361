import type { Block } from '#engine/types.ts';

// A document as laid out: headings, paragraphs, bullets, numbered paragraphs. Lines of a hard-wrapped paragraph are
// joined, and so is a paragraph that a page break cut in the middle of a sentence.

interface Line {
  start: number;
  end: number;
  indent: number;
  blankBefore: boolean;
}

const bullet = /^(?:[-*•·◦▪‣–—o]|\uf0b7)(?=[\s\u00a0])/;
const numbered = /^(?:\(?\d{1,3}[.)]|\(?[a-z][.)]|\(?[ivx]{1,5}[.)]|§\s?\d+\.?)(?=[\s\u00a0])/;
const hashes = /^#{1,6}(?=\s)/;
const closes = /[.!?:;…]["'”’»)\]*]*$/;

/**
 * The blocks of a text, in order. Offsets are UTF-16 code units into `text`; a block's span leaves out its marker
 * and the white space around it. Every line with something on it belongs to exactly one block.
 */
export function blocks(text: string): Block[] {
  return [...eachBlock(text)];
}

/** The same, one at a time, for a text too long to hold all its blocks at once. */
export function* eachBlock(text: string): Generator<Block> {
  let before: Block | undefined;
  for (const line of lines(text)) {
    const block = blockOf(text, line);
    if (before && joins(text, before, block, line)) {
      before.end = block.end;
      before.text = text.slice(before.start, before.end);
      continue;
    }
    if (before) yield before;
    before = block;
  }
  if (before) yield before;
}

function* lines(text: string): Generator<Line> {
  let blankBefore = true;
  for (let at = 0; at <= text.length;) {
    let stop = at;
    while (stop < text.length && !isBreak(text.charCodeAt(stop))) stop++;
    let start = at;
    while (start < stop && isSpace(text.charCodeAt(start))) start++;
    let end = stop;
    while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
    if (end > start) {
      yield { start, end, indent: start - at, blankBefore };
      blankBefore = false;
    } else blankBefore = true;
    at = text.charCodeAt(stop) === 13 && text.charCodeAt(stop + 1) === 10 ? stop + 2 : stop + 1;
  }
}

const isBreak = (code: number) => code === 10 || code === 13 || code === 0x2028 || code === 0x2029 || code === 12;
const isSpace = (code: number) => code === 32 || code === 9 || code === 160 || code === 0x3000 || code === 0xfeff;

function blockOf(text: string, line: Line): Block {
  const words = text.slice(line.start, line.end);
  const mark = hashes.exec(words) ?? bullet.exec(words) ?? numbered.exec(words);
  let start = line.start;
  if (mark) start = skipSpace(text, line.start + mark[0].length, line.end);
  const span = { start, end: line.end, text: text.slice(start, line.end) };
  if (mark && mark[0][0] === '#') return { kind: 'heading', level: mark[0].length, marker: mark[0], ...span };
  if (mark && bullet.test(words))
    return { kind: 'bullet', level: depthOf(line.indent, mark[0]), marker: mark[0], ...span };
  if (mark) return { kind: 'numbered', level: depthOf(line.indent, mark[0]), marker: mark[0], ...span };
  return { kind: looksLikeHeading(span.text) ? 'heading' : 'paragraph', level: 1, marker: '', ...span };
}

function skipSpace(text: string, at: number, end: number): number {
  while (at < end && isSpace(text.charCodeAt(at))) at++;
  return at;
}

/** "  • " at the margin of a page is still the first level; " - " under "- " is the second. */
const depthOf = (indent: number, marker: string) =>
  marker === '•' ? Math.max(0, Math.floor(indent / 4)) : Math.ceil(indent / 3);

const session =
  /^(?:\**)(?:round ?table|rt|session|cluster|table ronde|mesa redonda|workshop|panel|taller|atelier)\s*\d/i;
const lowerWords = /(?:^|\s)[\p{Ll}]{4,}/gu;

function looksLikeHeading(words: string): boolean {
  if (words.length > 140) return false;
  if (session.test(words) && !/[.!?]$/.test(words)) return true;
  if (words.length > 90 || closes.test(words.replace(/:$/, ''))) return false;
  const count = words.split(/\s+/).length;
  if (words === words.toUpperCase() && /\p{Lu}{3}/u.test(words)) return count <= 12;
  if (words.endsWith(':')) return false;
  const small = words.match(lowerWords)?.length ?? 0;
  return count <= 9 && small <= count / 2 && /^[\p{Lu}\p{N}*"“«¿]/u.test(words);
}

function joins(text: string, before: Block, block: Block, line: Line): boolean {
  if (block.marker || block.kind === 'heading' || before.kind === 'heading') return false;
  const ending = before.text.slice(-8);
  const open = !closes.test(ending);
  const small = /^[\p{Ll},]/u.test(block.text);
  if (line.blankBefore) return open && small && before.kind !== 'bullet' && before.text.length > 60;
  if (line.indent > 8 && before.kind === 'paragraph') return false;
  const width = before.text.length - before.text.lastIndexOf('\n') - 1;
  return small
    ? open || width > 45
    : width > 45 && width < 130 && (open || line.indent > 0 || sameParagraph(text, line));
}

/** In hard-wrapped prose the next line goes on whatever its first letter. */
function sameParagraph(text: string, line: Line): boolean {
  const width = line.end - line.start;
  return width > 45 && width < 130 && !text.slice(line.start, line.start + 2).startsWith('**');
}
