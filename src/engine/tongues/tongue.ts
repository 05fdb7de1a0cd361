import type { ActClass } from '#engine/types.ts';

/** How a verb form can stand in a clause; bits, as one form can be several ("supported"). */
export const FINITE = 1;
export const PARTICIPLE = 2;
export const BASE = 4;
export const GERUND = 8;

/** One way to report speech: the words that must follow its head, and the class of act. */
export interface Sense {
  act: ActClass;
  lemma: string;
  forms: number;
  /** null stands for a gap of up to four words. */
  steps: (Set<string> | null)[];
  particles: Set<string> | null;
  needsParticle: boolean;
  /** Spanish "-se", French "se": counts only with the reflexive word before it. */
  reflexive: boolean;
}

export type Phrases = Map<string, string[][]>;

/** The small words of a language, and its verbs. All in lower case. */
export interface Tongue {
  code: 'en' | 'fr' | 'es';
  determiners: Set<string>;
  and: Set<string>;
  contrast: Set<string>;
  pronouns: Set<string>;
  firstPerson: Set<string>;
  /** "the delegation", "the speaker": whoever spoke last. */
  anaphors: Set<string>;
  /** "this", "the proposal": whatever was said last. */
  echoes: Phrases;
  behalf: Phrases;
  support: Phrases;
  oppose: Phrases;
  alongside: Phrases;
  topic: Phrases;
  about: Set<string>;
  introducers: Set<string>;
  adverbs: Set<string>;
  adverbEnding: RegExp;
  negations: Set<string>;
  auxiliaries: Set<string>;
  copulas: Set<string>;
  reflexives: Set<string>;
  by: Set<string>;
  relatives: Set<string>;
  quantifiers: Set<string>;
  crowd: Set<string>;
  others: Phrases;
  offices: Set<string>;
  roles: Map<string, string>;
  of: Set<string>;
  asides: Phrases;
  connectives: Set<string>;
  clauseStarts: Set<string>;
  impersonal: Set<string>;
  nouns: Map<string, ActClass>;
  ought: RegExp;
  senses: Map<string, Sense[]>;
}

export const words = (list: string): Set<string> => new Set(list.trim().split(/\s+/));

/** Every word of the first list before every word of the second, as phrases are written. */
export const each = (before: string, after: string): string =>
  before
    .split(' ')
    .flatMap((first) => after.split(' ').map((second) => `${first} ${second}`))
    .join(' | ');

/** "on behalf of | for": phrases by their first word, longest first. */
export function phrases(list: string): Phrases {
  const found: Phrases = new Map();
  for (const phrase of list.trim().split(/\s*\|\s*/)) {
    const row = phrase.split(' ');
    found.set(
      row[0]!,
      [...(found.get(row[0]!) ?? []), row].sort((a, b) => b.length - a.length),
    );
  }
  return found;
}
