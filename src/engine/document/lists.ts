import type { Block, Item } from '#engine/types.ts';

// Lists with a line that says what they list: "The main issues discussed were:", "Main social inclusion models:".

type Subject = 'models' | 'tools' | 'questions' | 'mainIssues' | 'means' | 'overallIssues';

const leadIns: [Subject, RegExp][] = [
  [
    'overallIssues',
    /over\s?all\b.*\b(?:issues|points|messages|conclusions)|questions? transversales|conclusiones? generales|principales conclusions générales|cuestiones generales/i,
  ],
  [
    'means',
    /means of implementation|moyens de mise en (?:œuvre|oeuvre)|medios de (?:implementación|ejecución|aplicación)/i,
  ],
  [
    'questions',
    /guiding questions|questions? (?:directrices|d'orientation)|preguntas (?:guía|orientadoras)|following questions|questions:/i,
  ],
  ['models', /\bmodels?\b|\bmodèles?\b|\bmodelos?\b/i],
  ['tools', /\btools?\b|\boutils?\b|\bherramientas?\b|\binstruments:/i],
  [
    'mainIssues',
    /(?:main|key|principal) (?:issues|points|themes|topics|challenges)|issues (?:discussed|raised)|principales? (?:questions|enjeux|points|thèmes)|(?:principales|main) (?:cuestiones|temas|puntos)/i,
  ],
];

export function subjectOfList(block: Block): Subject | undefined {
  if (!/:\**$/.test(block.text) && block.kind !== 'heading') return undefined;
  return leadIns.find(([, pattern]) => pattern.test(block.text))?.[0];
}

export const isOverall = (block: Block): boolean => block.kind !== 'bullet' && subjectOfList(block) === 'overallIssues';

/** Every list between two blocks, under what it lists. Nested bullets are children of the one before. */
export function listsOf(text: string, page: Block[], from: number, to: number): Record<Subject, Item[]> {
  const lists: Record<Subject, Item[]> = {
    models: [],
    tools: [],
    questions: [],
    mainIssues: [],
    means: [],
    overallIssues: [],
  };
  let subject: Subject | undefined;
  for (let i = from; i < to; i++) {
    const block = page[i]!;
    if (block.kind === 'bullet' || block.kind === 'numbered') {
      if (subject) add(lists[subject], block, itemOf(text, block));
      continue;
    }
    subject = subjectOfList(block);
  }
  return lists;
}

function add(list: Item[], block: Block, item: Item): void {
  let row = list;
  for (let depth = 0; depth < block.level && row.length; depth++) row = row.at(-1)!.children;
  row.push(item);
}

/** A bullet without its bold marks and the punctuation or "and" that only joins it to the next. */
export function itemOf(text: string, block: Block): Item {
  let { start, end } = block;
  while (start < end && text[start] === '*') start++;
  // Counted blanks: with as many as there are, a line of nothing but blanks would be tried in all ways.
  const tail =
    /(?:,?\s{0,9}(?:which|that|qui|que) (?:includes?|comprend|incluye)\s{0,9}:|\s{0,9}[,;:]?\s{0,9}(?:and|et|y)?\s{0,9}[,;:]|\s{0,9}[,;]\s{0,9}(?:and|et|y)|\*+)$/.exec(
      text.slice(start, end).trimEnd(),
    );
  if (tail) end = start + tail.index;
  return { start, end, text: text.slice(start, end), children: [] };
}
