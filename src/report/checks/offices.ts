import { patternOf } from '#statements/rules.ts';
import type { Sources } from './finding.ts';

// Offices in English, French and Spanish, in the singular: whoever holds one is known by it.
const families: [office: string, words: string][] = [
  ['prime minister', 'prime minister|premi[eè]re? ministre|primer ministro|primera ministra|head of government|chef du gouvernement'],
  ['minister', '(?:deputy |vice[- ]|junior |foreign |interior )?minister|min\\.|vice[- ]?ministre|ministre|vice[- ]?ministr[oa]|ministr[oa]|secretary of state|state secretary|secr[eé]taire d[’\']état|secretari[oa] de estado'],
  ['mayor', '(?:deputy |vice[- ]|lord )?mayor(?:ess)?|maire(?:sse)?|bourgmestre|alcalde(?:sa)?|intendenta?'],
  ['ambassador', 'ambassador|ambassad(?:eur|rice)|embajador(?:a)?|permanent representative|représentante? permanente?|representante permanente'],
  ['president', '(?:vice[- ])?president|(?:vice-)?président(?:e)?|(?:vice)?president[ea]'],
  ['envoy', '(?:special )?envoy|envoyée? spéciale?|enviad[oa] especial|special representative|représentante? spéciale?|representante especial'],
  ['special rapporteur', 'special rapporteur|independent expert|rapporteure? spéciale?|relator(?:a)? especial'],
  ['commissioner', '(?:high )?commissioner|(?:haut[- ])?commissaire|(?:alt[oa] )?comisionad[oa]'],
  ['director general', 'director[- ]general|direct(?:eur|rice) générale?|director(?:a)? general|executive director|directeur exécutif|director(?:a)? ejecutiv[oa]'],
  ['secretary general', '(?:deputy )?(?:secretary[- ]general|general secretary)|secrétaire générale?|secretari[oa] general'],
  ['principal secretary', 'principal secretary|permanent secretary|cabinet secretary'],
  ['governor', '(?:deputy )?governor|gouverneure?|gobernador(?:a)?'],
  ['chief of mission', 'chief of mission|head of mission|chef de mission|jefe de misión|jefa de misión'],
  ['bishop', '(?:arch)?bishop|(?:arch)?évêque|(?:arz)?obispo|imam|grand mufti|rabbi'],
]; // prettier-ignore

const article = "(?:the|le|la|el|his excellency|her excellency|h\\.e\\.|our|its|their)\\s+|l[’']";

interface OfficeMet {
  start: number;
  end: number;
  whose: string;
}

/** From this many holders on, an office no longer tells who holds it. */
const enough = 3;

/** The offices that too few of those who spoke hold for them not to be known by it, ready to be looked for in a sentence. */
export function officesIn({ statements }: Sources): (text: string) => OfficeMet[] {
  const holders = new Map<string, Map<string, string>>();
  for (const { people, speakers } of statements)
    for (const { name, function: office } of people) {
      const family = families.find(
        ([, words]) => office && new RegExp(`(?<!\\p{L})(?:${words})(?!\\p{L})`, 'iu').test(office),
      );
      for (const held of [family?.[0], office].filter((one) => one !== undefined && one !== null))
        holders.set(held, (holders.get(held) ?? new Map()).set(name, speakers[0]?.name ?? name));
    }
  const few = [...holders].filter(([, people]) => people.size < enough);
  const patterns = few.map(([office, people]) => {
    const words = families.find(([family]) => family === office)?.[1] ?? patternOf(office);
    const whose = [...people.values()].join(', ');
    const isFamily = families.some(([family]) => family === office);
    return { whose, isFamily, pattern: new RegExp(`(?<!\\p{L})(${article})?(${words})(?![\\p{L}])`, 'giu') };
  });
  return (text) =>
    patterns.flatMap(({ pattern, whose, isFamily }) =>
      [...text.matchAll(pattern)].flatMap((hit) => {
        const [all, before, words] = hit;
        const start = hit.index + all.length - words!.length;
        // "A minister cannot read every file" is about ministers; "the Minister" and "a Special Envoy" are somebody.
        const isSomebody = before !== undefined || /^\p{Lu}/u.test(words!) || (!isFamily && / /.test(words!));
        const isOfMany = /^\s+(?:of|de|d[’'])\s+(?:an?|any|every|un|une|una)\s/i.test(
          text.slice(start + words!.length),
        );
        return isSomebody && !isOfMany ? [{ start, end: start + words!.length, whose }] : [];
      }),
    );
}
