import { constituencyOf, type Constituency } from '#analysis/rules.ts';
import { keyOf, type Speaker } from './draft-record.ts';

// Names that take an article in a sentence: by how they begin, and by the word they end with.
const begins = `Bahamas|Comoros|Gambia|Maldives|Netherlands|Niger|Philippines|Sudan|United|Russian|Dominican Republic|Czech|Central
  |Democratic|Republic|Islamic|Syrian Arab|Marshall|Solomon|Cook|Holy See|Plurinational|Bolivarian|State of|Lao People|City of
  |Organi[sz]ation|Committee|Chair|Group|European|African|Arab|League|Commonwealth|least|International|World|Inter-|Office
  |Special Rapporteur|Global Forum|Sovereign`;
const endsWith = `Council|Association|Federation|Union|Network|Committee|[Gg]roup|Forum|Organi[sz]ation|Commission|Coalition|Bank
  |Confederation|Institute|Foundation|Secretariat|League|Alliance|Initiative|countries|States`;
const joined = (words: string) => words.replace(/\s*\n\s*/g, '');
const withArticle = new RegExp(`^(?:${joined(begins)})(?![a-z])|(?<![A-Za-z])(?:${joined(endsWith)})$`);

/** A name as it stands inside a sentence: "the United States", "Kenya", "IOM". */
export function inSentence(printed: string): string {
  const name = quotingNobody(printed);
  const isAcronym = /^[\p{Lu}\p{N}-]+$/u.test(name);
  return !isAcronym && withArticle.test(name) && !/^the /i.test(name) ? `the ${name}` : name.replace(/^The /, 'the ');
}

/** A name or title whose quotation marks are single, for in a report double ones stand only around what somebody said. */
export function quotingNobody(name: string): string {
  const single = name.replace(/[“„]|«\s*/g, '‘').replace(/”|\s*»/g, '’');
  return single.split('"').reduce((said, part, i) => said + (i % 2 === 1 ? '‘' : '’') + part);
}

/** "A", "A and B", "A, B and C". */
export function listed(names: readonly string[]): string {
  return names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

export function capital(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

/** How a report may speak of people, under its attribution policy. */
export interface Naming {
  /** Several speakers as the subject of a sentence. */
  subject(speakers: readonly Speaker[]): string;
  /** As supporters or opponents, beside the subject. */
  others(speakers: readonly Speaker[]): string;
  /** What the subject is called when the next sentence goes on: "it", "they", or the same again. */
  again(speakers: readonly Speaker[]): string;
  /** How many there were, as the policy counts them: "11 States, 3 international organisations and 8 others". */
  counted(speakers: readonly Speaker[]): string;
  isOpen: boolean;
}

const plural: Record<Constituency, string> = {
  states: 'States',
  international_organisations: 'international organisations',
  civil_society: 'civil society organisations',
  trade_unions: 'trade unions',
  enterprises: 'enterprises',
  local_authorities: 'local authorities',
  academia: 'experts',
};

const singular: Record<Constituency, string> = {
  states: 'a State',
  international_organisations: 'an international organisation',
  civil_society: 'a civil society organisation',
  trade_unions: 'a trade union',
  enterprises: 'an enterprise',
  local_authorities: 'a local authority',
  academia: 'an expert',
};

/**
 * Attributed: by name. By constituency: by its word, but never one with fewer than three speakers, who could be told
 * apart. Not attributed: nobody.
 */
export function namingFor(attribution: string, speakers: readonly Speaker[]): Naming {
  if (attribution === 'attributed') return open;
  const size = new Map<Constituency, Set<string>>();
  for (const speaker of speakers) {
    const constituency = constituencyOf(speaker.kind ?? '');
    if (constituency) size.set(constituency, (size.get(constituency) ?? new Set()).add(keyOf(speaker)));
  }
  const word = (speaker: Speaker) => {
    const constituency = attribution === 'by_constituency' ? constituencyOf(speaker.kind ?? '') : null;
    return constituency && (size.get(constituency)?.size ?? 0) >= 3 ? singular[constituency] : 'a participant';
  };
  return {
    subject: (some) => listed(some.length > 0 ? some.map(word) : ['a participant']),
    others: (some) => (some.length === 1 ? 'one other' : `${some.length} others`),
    again: (some) => (some.length > 1 ? 'they' : 'the speaker'),
    counted: (some) => {
      const everyone = new Map(some.map((one) => [keyOf(one), one]));
      const shown = (Object.keys(plural) as Constituency[]).filter(
        (one) => attribution === 'by_constituency' && (size.get(one)?.size ?? 0) >= 3,
      );
      const of = (one: Constituency) => [...everyone.values()].filter(({ kind }) => constituencyOf(kind ?? '') === one).length; // prettier-ignore
      const parts = shown.map((one) => [of(one), of(one) === 1 ? singular[one].replace(/^an? /, '') : plural[one]] as const).filter(([count]) => count > 0); // prettier-ignore
      const rest = everyone.size - parts.reduce((sum, [count]) => sum + count, 0);
      if (parts.length === 0) return String(everyone.size);
      return listed([...parts.map(([count, word]) => `${count} ${word}`), ...(rest > 0 ? [rest === 1 ? 'one other' : `${rest} others`] : [])]); // prettier-ignore
    },
    isOpen: false,
  };
}

const open: Naming = {
  counted: (speakers) => String(new Set(speakers.map(keyOf)).size),
  subject: (speakers) => (speakers.length > 0 ? listed(speakers.map(({ name }) => inSentence(name))) : 'a speaker'),
  others: (speakers) => listed(speakers.map(({ name }) => inSentence(name))),
  again: (speakers) =>
    speakers.length > 1
      ? 'they'
      : speakers[0]?.slug
        ? 'it'
        : inSentence(speakers[0]?.name ?? 'the speaker').replace(/ \(.*\)$/, ''),
  isOpen: true,
};
