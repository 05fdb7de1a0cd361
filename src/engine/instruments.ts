import type { Instrument } from './types.ts';
import { instrumentNames } from './register/instruments.ts';

const patterns = instrumentNames.map(([name, words]) => ({
  name,
  pattern: new RegExp(`(?<![\\p{L}\\p{N}])(?:${words})(?![\\p{L}\\p{N}])`, 'giu'),
}));
/** One look that tells whether any name can be there, as most messages hold none. */
const any =
  /agenda|compact|pacte|pacto|convention|convenci|covenant|charter|declaration|déclaration|declaración|protocol|sustainable|développement durable|desarrollo sostenible|SDG|ODD|ODS|sendai|framework|cadre|marco|treaty|CRC|CEDAW|ICRMW|CERD|ICCPR|ICESCR|principles|international law|droit international|derecho internacional|guidelines|human rights day|paris|accord|acuerdo|national law/i;

/**
 * The instruments a stretch of text refers to, in order, by name or acronym: the 2030 Agenda, the Global Compacts,
 * conventions, covenants, unnamed "existing conventions" and "international law". Offsets are into `text`.
 */
export function instrumentsIn(text: string, start = 0, end = text.length): Instrument[] {
  const stretch = text.slice(start, end);
  if (!any.test(stretch)) return [];
  const found: Instrument[] = [];
  for (const { name, pattern } of patterns) {
    pattern.lastIndex = 0;
    for (let hit = pattern.exec(stretch); hit; hit = pattern.exec(stretch)) {
      const from = start + hit.index;
      const to = from + hit[0].length;
      if (!found.some((one) => one.start < to && from < one.end))
        found.push({ name, start: from, end: to, text: hit[0] });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}
