import type { Token } from '#engine/reading/tokens.ts';
import type { Register } from '#engine/register.ts';
import type { Phrases, Tongue } from '#engine/tongues/tongue.ts';

/** One sentence being read: its tokens, the language's small words, who is on the register, what went before. */
export interface Reader {
  text: string;
  row: Token[];
  tongue: Tongue;
  register: Register;
  scene: Scene;
}

/** What the sentences before have set: who spoke last, who chairs, whose text it is. */
export interface Scene {
  author: string | undefined;
  /** The rapporteur of a report: who says "I" in it. */
  rapporteur: string | undefined;
  coChairs: string[];
  last: Speakers | undefined;
  /** Whose delegation was named with its country: "the delegation", in a later paragraph, is theirs. */
  delegation: string[] | undefined;
  /** Surnames met with a first name, acronyms met in brackets, and the names they stand for. */
  surnames: Map<string, string>;
}

export interface Speakers {
  names: string[];
  behalf: string[];
  role: boolean;
  /** A paragraph has ended since. */
  stale?: boolean;
}

export const low = (reader: Reader, at: number): string => reader.row[at]?.low ?? '';

/** Where a phrase of the list ends when it begins at `at`, else -1. The longest wins. */
export function phraseEnd(reader: Reader, at: number, list: Phrases): number {
  const candidates = list.get(low(reader, at));
  if (!candidates) return -1;
  for (const phrase of candidates) {
    let i = 1;
    while (i < phrase.length && low(reader, at + i) === phrase[i]) i++;
    if (i === phrase.length) return at + i;
  }
  return -1;
}
