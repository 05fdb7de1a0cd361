import type { WholeReport } from '#report/export/whole.ts';
import { xml, type Xml } from '#report/export/xml.ts';
import { namespaces } from './document.ts';

/** For each paragraph's number, the list it is counted in: a new one wherever the report's numbers leave a gap. */
export function runsOfNumbers(report: WholeReport): Map<number, number> {
  const runs = new Map<number, number>();
  let list = 0;
  let expected = Number.NaN;
  for (const { number } of report.sections.flatMap(({ paragraphs }) => paragraphs)) {
    if (number !== expected) list += 1;
    runs.set(number, list);
    expected = number + 1;
  }
  return runs;
}

export function numberingPart(report: WholeReport): Xml {
  const firsts = new Map<number, number>();
  for (const [number, list] of runsOfNumbers(report)) if (!firsts.has(list)) firsts.set(list, number);
  return xml(
    'w:numbering',
    namespaces,
    xml(
      'w:abstractNum',
      { 'w:abstractNumId': 0 },
      xml('w:multiLevelType', { 'w:val': 'singleLevel' }),
      xml(
        'w:lvl',
        { 'w:ilvl': 0 },
        xml('w:start', { 'w:val': 1 }),
        xml('w:numFmt', { 'w:val': 'decimal' }),
        xml('w:lvlText', { 'w:val': '%1.' }),
        xml('w:lvlJc', { 'w:val': 'left' }),
        xml('w:pPr', {}, xml('w:ind', { 'w:left': 567, 'w:hanging': 567 })),
      ),
    ),
    [...firsts].map(([list, first]) =>
      xml(
        'w:num',
        { 'w:numId': list },
        xml('w:abstractNumId', { 'w:val': 0 }),
        xml('w:lvlOverride', { 'w:ilvl': 0 }, xml('w:startOverride', { 'w:val': first })),
      ),
    ),
  );
}
