import { clausesOf, type Clause, type Readable, type Weighed } from '#engine/polarity/clauses.ts';

/** What a clause of a report denies or affirms against its source. */
export interface Denial {
  /** Where it is sure; otherwise a person has to look. */
  isSure: boolean;
  /** The report denies what was said, or says what was denied. */
  isAdded: boolean;
  /** The word on which they part. */
  word: Weighed;
  /** The clause that was said, as it stands; null where none speaks of the same. */
  said: string | null;
}

/** The clauses of a text, and the text. */
export interface Heard {
  text: string;
  clauses: Clause[];
}

export function heard(text: string, language: Readable): Heard {
  return { text, clauses: clausesOf(text, language) };
}

/**
 * Every clause of `own` that says the opposite of what it comes from. Each is laid beside the clauses of the sources that
 * share most of its words, rare words weighing more; the words both have are then compared: said here, denied there. Sure
 * only where the two share most of what they say and agree on nothing; where they part and agree at once, or where a "not"
 * finds no counterpart, nobody but a reader can tell.
 */
export function denialsIn(own: string, language: Readable, sources: readonly Heard[], without: ReadonlySet<string>) {
  const clauses = sources.flatMap(({ clauses }) => clauses);
  const weights = weightsOf(clauses);
  const said = eachOnce(sources);
  const found: Denial[] = [];
  for (const clause of clausesOf(own, language, true)) {
    const words = clause.words.filter(({ stem }) => !without.has(stem));
    if (words.length === 0) continue;
    const denial = judged({ ...clause, words }, said, weights);
    if (denial) found.push(denial);
  }
  return found;
}

interface Said {
  text: string;
  clause: Clause;
  byStem: ReadonlyMap<string, Weighed[]>;
}

/** What was said, and what was said again with the same words only once: a text of one clause repeated is no longer. */
function eachOnce(sources: readonly Heard[]): Said[] {
  const said = new Map<string, Said>();
  for (const { text, clauses } of sources)
    for (const clause of clauses) {
      const same = JSON.stringify([
        clause.denies,
        clause.words.map(({ stem, sign, isFocus }) => [stem, sign, isFocus]),
      ]);
      if (!said.has(same)) said.set(same, { text, clause, byStem: Map.groupBy(clause.words, ({ stem }) => stem) });
    }
  return [...said.values()];
}

interface Compared extends Said {
  shared: number;
  agreed: number;
  parted: Weighed[];
  /** They part where one of them has its "not". */
  atFocus: boolean;
  count: number;
}

/** How near to the best alignment another one counts as well. */
const near = 0.85;
/** How much of a clause has to be found in the other for its opposite to be sure. */
const enough = 0.6;

function judged(clause: Clause, said: readonly Said[], weights: ReadonlyMap<string, number>): Denial | null {
  const weightOf = ({ stem }: Weighed) => weights.get(stem) ?? 1;
  const compared = said.map((one) => compare(clause, one, weightOf)).filter(({ shared }) => shared > 0);
  const most = Math.max(0, ...compared.map(({ shared }) => shared));
  const best = compared.filter(({ shared }) => shared >= most * near);
  const isPlain = (one: Compared) => one.parted.length === 0;
  const focus = clause.words.find(({ isFocus }) => isFocus) ?? clause.words[0]!;
  if (best.length === 0) return clause.denies ? { isSure: false, isAdded: true, word: focus, said: null } : null;
  const plain = best.filter(isPlain);
  if (plain.some((one) => !clause.denies || one.clause.denies || one.agreed > 0)) return elsewhere(clause, plain, said);
  if (plain.length > 0) return { isSure: false, isAdded: true, word: focus, said: textOf(plain[0]!) };
  const [first] = best.toSorted((a, b) => b.shared - a.shared) as [Compared];
  const whole = [...new Set(clause.words.map(({ stem }) => stem))].reduce((sum, stem) => sum + (weights.get(stem) ?? 1), 0); // prettier-ignore
  const isSure = best.every(({ agreed, atFocus, count }) => agreed === 0 && atFocus && count >= 2) && most >= whole * enough; // prettier-ignore
  const word = first.parted.find(({ isFocus }) => isFocus) ?? first.parted[0]!;
  return { isSure, isAdded: word.sign < 0, word, said: textOf(first) };
}

/** Of what the clauses beside it do not have: a clause of its own that is told with the other sign. */
function elsewhere(clause: Clause, plain: readonly Compared[], said: readonly Said[]): Denial | null {
  const met = new Set(plain.flatMap(({ clause: { words } }) => words.map(({ stem }) => stem)));
  const rest = new Map(clause.words.filter(({ stem, sign }) => sign !== 0 && !met.has(stem)).map((word) => [word.stem, word])); // prettier-ignore
  for (const one of said) {
    const theirs = one.clause.words.filter(({ sign }) => sign !== 0);
    const parted = theirs.flatMap(({ stem, sign, isFocus }) => {
      const word = rest.get(stem);
      return word?.sign === -sign && isOnly(stem, sign, said) ? [{ word, atFocus: isFocus || word.isFocus }] : [];
    });
    if (parted.length < theirs.length * enough) continue;
    const word = parted.find(({ atFocus }) => atFocus)?.word;
    if (word) return { isSure: false, isAdded: word.sign < 0, word, said: textOf(one) };
  }
  return null;
}

/** Whether a word is nowhere said with another sign. */
function isOnly(stem: string, sign: number, said: readonly Said[]): boolean {
  return said.every(({ clause: { words } }) => words.every((word) => word.stem !== stem || word.sign === sign));
}

function textOf({ text, clause }: Said): string {
  return text.slice(clause.start, clause.end);
}

function compare(own: Clause, said: Said, weightOf: (word: Weighed) => number): Compared {
  const result: Compared = { ...said, shared: 0, agreed: 0, parted: [], atFocus: false, count: 0 };
  for (const [stem, mine] of Map.groupBy(own.words, ({ stem }) => stem)) {
    const others = said.byStem.get(stem);
    if (!others) continue;
    const word = mine.find(({ sign }) => sign !== 0) ?? mine[0]!;
    result.count++;
    result.shared += weightOf(word);
    const signs = others.map(({ sign }) => sign);
    if (signs.includes(word.sign) && word.sign !== 0) result.agreed += weightOf(word);
    else if (word.sign !== 0 && signs.some((sign) => sign === -word.sign)) {
      result.parted.push(word);
      if (word.isFocus || others.some(({ isFocus }) => isFocus)) result.atFocus = true;
    }
    // Where another word of the clause decides, a "not" on both sides, or on neither, is the same.
    else if (word.sign <= 0 && signs.some((sign) => sign <= 0)) result.agreed += weightOf(word) / 2;
  }
  return result;
}

/** A word that many clauses have tells little of which one is meant. */
function weightsOf(clauses: readonly Clause[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { words } of clauses)
    for (const stem of new Set(words.map(({ stem }) => stem))) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  return new Map([...counts].map(([stem, count]) => [stem, 1 / Math.sqrt(count)]));
}
