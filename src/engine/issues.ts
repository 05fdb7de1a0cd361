/** Something points may belong to: a guiding question, an issue with its name, an opening "On X,". */
export interface Seed {
  key: string;
  /** Its words, and those of the points a person has put under it. */
  text: string;
}

export interface Suggested {
  seed: string;
  point: string;
  /** 0 to 1: the mean of the two measures. Not a probability. */
  score: number;
}

/** From this score on a suggestion is worth a look. */
export const worthALook = 0.2;

/**
 * Which points may belong to which seed, best first: how much of the seed's weight in words (inverse document frequency,
 * without the words that half the roundtable uses) the point holds, and the cosine of character 3- to 5-grams weighted
 * alike (the two measures of the key-point literature that need no trained weights). Each point comes once, with its best
 * seed. Suggestions only: what belongs together is a person's to say.
 */
export function suggestIssues(seeds: readonly Seed[], points: readonly { id: string; text: string }[]): Suggested[] {
  if (seeds.length === 0 || points.length === 0) return [];
  const words = weighing(points.map(({ text }) => wordsOf(text)), points.length); // prettier-ignore
  const grams = weighing(points.map(({ text }) => gramsOf(text)), points.length); // prettier-ignore
  const known = seeds.map(({ key, text }) => ({ key, words: new Set(wordsOf(text)), grams: vectorOf(gramsOf(text), grams) })); // prettier-ignore
  const suggested = points.flatMap(({ id, text }) => {
    const [own, vector] = [new Set(wordsOf(text)), vectorOf(gramsOf(text), grams)];
    const scored = known.map((seed) => ({ seed: seed.key, point: id, score: (containment(seed.words, own, words) + cosine(seed.grams, vector)) / 2 })); // prettier-ignore
    const best = scored.reduce((a, b) => (b.score > a.score ? b : a));
    return best.score >= worthALook ? [best] : [];
  });
  return suggested.sort((a, b) => b.score - a.score);
}

/**
 * Things with a name that may be the same, best first: how much of one's name the other's name and words hold, and the cosine
 * of all their words, weighted as above. Only between what does not come from the same place. Which of them are the same is
 * a person's to say.
 */
export function alike(named: readonly Named[]): Alike[] {
  const texts = named.map(({ name, said }) => `${name} ${said}`);
  const words = weighing(texts.map(wordsOf), texts.length);
  const grams = weighing(texts.map(gramsOf), texts.length);
  const known = named.map(({ key, from, name }, i) => ({ key, from, name: new Set(wordsOf(name)), words: new Set(wordsOf(texts[i]!)), grams: vectorOf(gramsOf(texts[i]!), grams) })); // prettier-ignore
  const pairs = known.flatMap((one, i) =>
    known.slice(i + 1).flatMap((other) => {
      if (other.from === one.from) return [];
      const held = Math.max(containment(one.name, other.words, words), containment(other.name, one.words, words));
      const score = (held + cosine(one.grams, other.grams)) / 2;
      return score >= worthALook ? [{ one: one.key, other: other.key, score }] : [];
    }),
  );
  return pairs.sort((a, b) => b.score - a.score);
}

export interface Named {
  key: string;
  /** Where it comes from: a roundtable, a speaker. */
  from: string;
  name: string;
  /** What was said under that name. */
  said: string;
}

export interface Alike {
  one: string;
  other: string;
  /** 0 to 1, as of a suggestion. */
  score: number;
}

const common = new Set(
  'the a an of to in on for and or with by at as is are was were be been it its that this those these they their them we our us not no also would could should shall will may can must has have had from into who which what how when where there than then all any more most such other about where why people migrants migrant migration need needs needed'.split(' '), // prettier-ignore
);

function wordsOf(text: string): string[] {
  const words = folded(text).match(/[\p{L}\p{N}]{2,}/gu) ?? [];
  return words.filter((word) => !common.has(word)).map((word) => (word.length > 5 ? word.replace(/(?:ations?|ements?|ing|ied|ed|ies|es|s)$/, '') : word.replace(/s$/, ''))); // prettier-ignore
}

function gramsOf(text: string): string[] {
  const words = wordsOf(text).map((word) => ` ${word} `);
  return words.flatMap((word) => [3, 4, 5].flatMap((n) => Array.from({ length: Math.max(0, word.length - n + 1) }, (_, i) => word.slice(i, i + n)))); // prettier-ignore
}

function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** The inverse document frequency of every term; nothing for one that more than half of the texts hold. */
function weighing(texts: readonly string[][], count: number): (term: string) => number {
  const held = new Map<string, number>();
  for (const text of texts) for (const term of new Set(text)) held.set(term, (held.get(term) ?? 0) + 1);
  return (term) => {
    const times = held.get(term) ?? 0;
    return count > 8 && times > count / 2 ? 0 : Math.log(1 + count / (times + 0.5));
  };
}

function containment(seed: ReadonlySet<string>, point: ReadonlySet<string>, weight: (term: string) => number): number {
  let [shared, all] = [0, 0];
  for (const term of seed) {
    all += weight(term);
    if (point.has(term)) shared += weight(term);
  }
  // A long seed is never held whole: three words' worth are enough.
  const enough = Math.min(all, 3 * weight(''));
  return enough === 0 ? 0 : Math.min(1, shared / enough);
}

type Vector = { weights: Map<string, number>; length: number };

function vectorOf(terms: readonly string[], weight: (term: string) => number): Vector {
  const weights = new Map<string, number>();
  for (const term of terms) weights.set(term, (weights.get(term) ?? 0) + weight(term));
  return { weights, length: Math.hypot(...weights.values()) };
}

function cosine(a: Vector, b: Vector): number {
  if (a.length === 0 || b.length === 0) return 0;
  const [small, large] = a.weights.size < b.weights.size ? [a, b] : [b, a];
  let dot = 0;
  for (const [term, weight] of small.weights) dot += weight * (large.weights.get(term) ?? 0);
  return dot / (a.length * b.length);
}
