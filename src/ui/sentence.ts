import type { Passage } from './passage.ts';
import type { Link, Tag } from './tag.ts';

/** One thing a sentence rests on: who (several where they spoke jointly), then where (“intervention 9, 10:51”), then perhaps the exact words. */
export type Source = { tags?: Tag[]; text?: string; href?: string; quote?: Passage; note?: string; links?: Link[] };

/** “Several delegations”, computed: `from` and `to` are its place in the sentence, in UTF-16 code units. */
export type Quantifier = {
  from: number;
  to: number;
  /** the word as the scale names it, to open the drawer with: “Several” */
  word: string;
  count: number;
  of: number;
  /** what the word means on this report's scale, as a sentence */
  rule: string;
  /** none where the attribution policy names nobody */
  names: Tag[];
  opposed?: Tag[];
  /** how many opposed, where their names are not given */
  against?: number;
  links?: Link[];
};

/** How many are on record against, named or not: it is always printed beside the count. */
export function opposedTo({ against, opposed }: Quantifier): number {
  return against ?? opposed?.length ?? 0;
}

/** A sentence of a report. One without sources says so, in red, where its letter would be. */
export type Sentence = {
  letter: string;
  text: string;
  sources: Source[];
  /** instead of a long list in the margin: “12 delegations, 15 passages”; the list opens under it */
  brief?: string;
  quantifier?: Quantifier;
};

/** A further passage of the source before it has no line of its own. */
export function isNamed({ tags, text }: Source): boolean {
  return Boolean(tags?.length || text);
}

/** Whether there is more to a source than its line: the words themselves, or a way to them. */
export function opensWords({ quote, note, links }: Source): boolean {
  return Boolean(quote || note || links?.length);
}

/** a, b … z, aa, ab …: the letter of the sentence at this place (0 is the first). */
export function letterAt(place: number): string {
  const last = String.fromCharCode(97 + (place % 26));
  return place < 26 ? last : letterAt(Math.floor(place / 26) - 1) + last;
}
