import type { Item, ReadDocument, ReadRoundtable } from '#engine/types.ts';

/** A document's structure as an indented outline for a terminal. */
export function outline(document: ReadDocument): string {
  const { title, subtitle, rapporteur, roundtables, overallIssues } = document;
  return [
    title?.text ?? '(no title)',
    ...(subtitle ? [subtitle.text] : []),
    ...(rapporteur
      ? [`Rapporteur: ${[rapporteur.name.text, rapporteur.capacity?.text].filter(Boolean).join(', ')}`]
      : []),
    ...roundtables.flatMap(roundtableLines),
    ...list('Overall issues', overallIssues, 0),
  ].join('\n');
}

function roundtableLines(roundtable: ReadRoundtable): string[] {
  return [
    '',
    `RT ${roundtable.number}  ${roundtable.title.text}`,
    ...(roundtable.coChairs.length > 0
      ? [`  Co-chairs: ${roundtable.coChairs.map((chair) => chair.name).join(', ')}`]
      : []),
    ...list('Models', roundtable.models, 1),
    ...list('Tools', roundtable.tools, 1),
    ...list('Guiding questions', roundtable.questions, 1),
    ...(roundtable.panel.length > 0
      ? ['  Panel', ...roundtable.panel.map((one) => `    ${one.name}, ${one.capacity}`)]
      : []),
    ...(roundtable.interventions.length > 0 ? ['  In speaking order'] : []),
    ...roundtable.interventions.map((said, i) => {
      const note = [said.capacity === 'delegate' ? '' : said.capacity, said.mode === 'oral' ? '' : said.mode].filter(
        Boolean,
      );
      const who = said.person ?? said.actors.join(', ');
      return `    ${String(i + 1).padStart(2)}  ${who}${note.length > 0 ? ` (${note.join(', ')})` : ''}`;
    }),
    ...list('Main issues', roundtable.mainIssues, 1),
    ...list('Means of implementation', roundtable.meansOfImplementation, 1),
  ];
}

function list(title: string, items: Item[], depth: number): string[] {
  if (items.length === 0) return [];
  const indent = '  '.repeat(depth);
  const lines = (items: Item[], depth: number): string[] =>
    items.flatMap((item) => [`${'  '.repeat(depth)}– ${item.text}`, ...lines(item.children, depth + 1)]);
  return [`${indent}${title}`, ...lines(items, depth + 1)];
}
