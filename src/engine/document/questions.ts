import type { Item, Point } from '#engine/types.ts';

// Guiding questions printed as running text: "The Co-Chairs lay down some guiding questions on A; B; C. They talked about D."

const guiding =
  /\b(?:guiding questions|questions? directrices|preguntas (?:guía|orientadoras))\b\s*(?:on|about|regarding|:|sur|sobre)?\s*/i;

export function runningQuestions(text: string, points: Point[]): Item[] {
  const at = points.findIndex((point) => guiding.test(point.message));
  if (at < 0) return [];
  const point = points[at]!;
  const hit = guiding.exec(point.message)!;
  const items = pieces(text, point.messageStart + hit.index + hit[0].length, point.messageEnd);
  for (const next of points.slice(at + 1)) {
    if (next.attribution !== 'pronoun' || next.actors.join() !== point.actors.join() || next.start - point.end > 3)
      break;
    items.push(itemAt(text, next.messageStart, next.messageEnd));
  }
  return items;
}

/** Parts at semicolons, and at a comma between two phrases each long enough and complete to be a question. */
function pieces(text: string, start: number, end: number): Item[] {
  const items: Item[] = [];
  for (let from = start; from < end;) {
    let to = text.indexOf(';', from);
    if (to < 0 || to > end) to = end;
    for (const cut of commas(text, from, to)) {
      items.push(itemAt(text, from, cut));
      from = cut + 1;
    }
    items.push(itemAt(text, from, to));
    from = to + 1;
  }
  return items.filter((item) => item.text.length > 2);
}

function* commas(text: string, start: number, end: number): Generator<number> {
  let from = start;
  let coordinated = start;
  for (let at = text.indexOf(',', start); at >= 0 && at < end; at = text.indexOf(',', at + 1)) {
    const left = text.slice(from, at).trim().split(/\s+/);
    const closed = /\b(?:and|et|y)\b/.test(text.slice(coordinated, at));
    const afterArticle = /^(?:a|an|the|un|une|una|le|la|el)$/i.test(left.at(-2) ?? '');
    const right = text
      .slice(at + 1, end)
      .trim()
      .split(/\s+/);
    coordinated = at;
    if (left.length < 8 || right.length < 8 || !closed || afterArticle) continue;
    yield at;
    from = at + 1;
  }
}

function itemAt(text: string, start: number, end: number): Item {
  while (start < end && /\s/.test(text[start]!)) start++;
  while (end > start && /[\s,.;]/.test(text[end - 1]!)) end--;
  return { start, end, text: text.slice(start, end), children: [] };
}
