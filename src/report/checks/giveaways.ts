import { theRegister, type Register } from '#engine/register.ts';
import { giveawaysOf } from '#engine/register/giveaways.ts';
import { instrumentsIn } from '#engine/instruments.ts';
import { keyOf, type Speaker } from '#report/draft-record.ts';
import { smallWordsIn } from '#report/realise.ts';
import type { SourceStatement, Sources } from './finding.ts';
import { voicesIn } from './ground.ts';
import { plainName } from './plain-words.ts';

/** Words by which somebody who spoke can be told. */
export interface Giveaway {
  words: string[];
  what: 'name' | 'adjective' | 'place' | 'person' | 'programme';
  whose: string;
  /** Only where it stands with a capital: "Turkey", "Nice", "Marsh" are also words. */
  capital: boolean;
  /** Only in capitals: "US", "WHO". */
  acronym: boolean;
}

/** Everything that gives a speaker away, by its first word. */
export function giveawaysIn(sources: Sources, register: Register): Map<string, Giveaway[]> {
  const found: Giveaway[] = [];
  const voices = new Map(sources.statements.flatMap(voicesIn).map((one) => [keyOf(one), one]));
  for (const voice of voices.values()) found.push(...namesOf(voice, register));
  for (const { people, speakers } of sources.statements)
    for (const person of people) found.push(...personOf(person.name, speakers[0]?.name ?? person.name));
  found.push(...programmes(sources));
  const byFirst = new Map<string, Giveaway[]>();
  for (const one of found) {
    if (one.words.length === 0 || (one.words.length === 1 && one.words[0]!.length < 2)) continue;
    for (const first of new Set([one.words[0]!, one.words.join('')]))
      byFirst.set(first, [...(byFirst.get(first) ?? []), one]);
  }
  // Longest first, so that "Guinea-Bissau" is not "Guinea".
  for (const some of byFirst.values()) some.sort((a, b) => b.words.length - a.words.length);
  return byFirst;
}

// Names of States, cities and peoples that are words of English, French or Spanish in small letters.
const alsoWords = new Set(
  `turkey chad china polish guinea male nice cork split bath salto david colon porto bata lae faro lima georgia jersey march mobile reading perth
  hue leeds darwin galle batam malo medan cali cartago puebla limon valencia santiago victoria cuenca concepcion constantine rosario kara keren bremen
  dutch swedish danish thai togo niger mali oman peru cuba iran lao kano gao nadi weno lagos aden homs osh aleppo georgetown kingston freetown castries suisse marsh
  united states american americans indian indians english french spanish latin portsmouth livingstone`.split(/\s+/),
);

function namesOf(voice: Speaker, register: Register): Giveaway[] {
  const actor = register.find(voice.name);
  const state = voice.kind === 'state' || voice.kind === 'observer' || !voice.kind ? giveawaysOf(codeOf(voice, register)) : undefined; // prettier-ignore
  const whose = voice.name;
  const names = [voice.name, actor?.name, actor?.formalName, ...(actor?.aliases ?? []), ...(state?.names ?? [])].filter((name) => name !== undefined); // prettier-ignore
  const short = names.flatMap((name) => [...shortened(name), name.replace(/^(?:City|Town|Municipality|Republic|Kingdom|State) of (?:the )?/i, '')]); // prettier-ignore
  const all = [...new Set([...names, ...short])];
  const codes = [actor?.code, ...all.filter(isAcronym), ...initials(voice)].filter((code) => code !== undefined);
  return [
    ...all.filter((name) => !isAcronym(name)).map((name) => giveaway(name, 'name', whose)),
    ...codes.map((code): Giveaway => ({ words: plainName(code), what: 'name', whose, capital: false, acronym: true })),
    ...(state?.adjectives ?? []).map((adjective) => giveaway(adjective, 'adjective', whose)),
    ...(state?.places ?? []).map((place) => giveaway(place, 'place', whose)),
  ];
}

/** The register of an edition may hold a State without its code; the standing names know it. */
function codeOf({ name }: Speaker, register: Register): string {
  const codes = [register.find(name)?.code, theRegister().find(name)?.code];
  return codes.find((code) => code && giveawaysOf(code)) ?? '';
}

function giveaway(name: string, what: Giveaway['what'], whose: string): Giveaway {
  const words = plainName(name);
  return { words, what, whose, capital: words.length === 1 && alsoWords.has(words[0]!), acronym: false };
}

function isAcronym(name: string): boolean {
  return /^[\p{Lu}\p{N}.&-]{2,9}s?$/u.test(name);
}

/** "S. Korea", "N. Zealand": the first of two words by its letter. */
function shortened(name: string): string[] {
  return /^(?:North|South|East|West|New|Saint|Nouvelle|Corea) \p{Lu}/u.test(name) ? [`${name[0]} ${name.slice(name.indexOf(' ') + 1)}`] : []; // prettier-ignore
}

/** The letters an organisation of three words or more is known by. */
function initials({ name, kind }: Speaker): string[] {
  const capitals = name.match(/(?<!\p{L})\p{Lu}/gu) ?? [];
  return kind !== 'state' && capitals.length >= 3 ? [capitals.join('')] : [];
}

const particles = /^(?:de|da|do|dos|du|del|della|di|van|von|der|den|la|le|el|al|bin|ibn|ben|abu|y)$/i;
const titles = /^(?:Mr|Ms|Mrs|Dr|Prof|H\.?E|Sir|Dame|Hon)\.?$/i;

function personOf(name: string, whose: string): Giveaway[] {
  const words = plainName(name.split(/\s+/).filter((word) => !titles.test(word)).join(' ')); // prettier-ignore
  if (words.length < 2) return [];
  const last = words.length > 2 && particles.test(words.at(-2)!) ? words.slice(-2) : words.slice(-1);
  return [
    { words, what: 'person', whose, capital: false, acronym: false },
    { words: last, what: 'person', whose, capital: last.length === 1, acronym: false },
  ];
}

// "the Quetzal Return Desk", "Fonds national pour les communes": capitals, joined by small words.
const named =
  /(?<![\p{L}\p{N}])\p{Lu}[\p{L}\p{N}'’-]+(?:\s+(?:(?:of|for|on|the|and|de|du|des|la|le|les|los|las|del|para|pour|y|et)\s+){0,3}\p{Lu}[\p{L}\p{N}'’-]+)*/gu; // prettier-ignore

/** Programmes, plans, laws and places that one speaker alone has named, and that the programme does not name. */
function programmes(sources: Sources): Giveaway[] {
  const { statements } = sources;
  const small = smallWordsIn([...statements.map(({ body }) => body), ...sources.programme]);
  const known = new Set(sources.programme.flatMap(plainName));
  const bodies = statements.map((statement) => ({ statement, text: ` ${plainName(statement.body).join(' ')} ` }));
  const others = (statement: SourceStatement, phrase: string) =>
    bodies.some((one) => !isSame(one.statement, statement) && one.text.includes(` ${phrase} `));
  const found = new Map<string, Giveaway>();
  for (const statement of statements) {
    const whose = statement.speakers[0]?.name ?? '';
    for (const { 0: name, index } of statement.body.matchAll(named)) {
      if (instrumentsIn(name).length > 0) continue;
      const isOpening = /(?:^|[.!?:;“"«]\s*|\n\s*)$/.test(statement.body.slice(0, index));
      const parts = name.split(/\s+/);
      if (isOpening && small.has(parts[0]!.toLowerCase())) parts.shift();
      const words = plainName(parts.join(' ')).filter((_, i, all) => all.length > 1 || i === 0);
      if (words.length > 1 && words.some((word) => !known.has(word)) && !others(statement, words.join(' ')))
        found.set(words.join(' '), { words, what: 'programme', whose, capital: false, acronym: false });
      // The one word of a name that is nothing but a name tells as much.
      parts.forEach((part, i) => {
        const [word = ''] = plainName(part);
        const isWord = word.length < 5 || small.has(part.toLowerCase()) || known.has(word) || (isOpening && i === 0 && parts.length === 1); // prettier-ignore
        if (!isWord && !others(statement, word))
          found.set(word, { words: [word], what: 'programme', whose, capital: true, acronym: false });
      });
    }
  }
  return [...found.values()];
}

function isSame(one: SourceStatement, other: SourceStatement): boolean {
  return one.speakers[0] !== undefined && other.speakers[0] !== undefined && keyOf(one.speakers[0]) === keyOf(other.speakers[0]); // prettier-ignore
}

/** Instruments, by their short names, that one speaker alone has named; with whose they are. */
export function instrumentsOfOne({ statements, programme }: Sources): Map<string, string> {
  const known = new Set(programme.flatMap((text) => instrumentsIn(text).map(({ name }) => name)));
  const by = new Map<string, Set<string>>();
  for (const { body, speakers } of statements)
    for (const { name } of instrumentsIn(body)) by.set(name, (by.get(name) ?? new Set()).add(speakers[0]?.name ?? ''));
  return new Map([...by].filter(([name, whose]) => whose.size === 1 && !known.has(name)).map(([name, [whose]]) => [name, whose!])); // prettier-ignore
}
