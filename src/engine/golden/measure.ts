import type { ActClass, Point } from '#engine/types.ts';
import type { Register } from '#engine/register.ts';

// How a reading is compared with a labelled text: for each labelled act, one to one, the same actors, the same class
// of act, and messages alike. Tokens are compared without case, punctuation, marks of bold, or a leading introducer.

/** One labelled act, as in the labelled files: one row an act. */
export interface Labelled {
  id: string;
  sentence: string;
  actors: string[];
  act: string;
  act_surface: string;
  message: string;
  attribution: string;
  on_behalf_of?: string[];
  relation?: { supported_by?: string[]; opposed_by?: string[] };
  act_ok?: string[];
  confidence?: string;
  construction?: string;
  language?: string;
}

const classes: Record<ActClass, string> = {
  stated: 'mention say speak refer note talk about cite recall observe state explain project',
  emphasised: 'emphasize stress highlight underscore focus on underline insist',
  questioned: 'question ask',
  proposed: 'suggest propose recommend call for urge request hope encourage',
  supported: 'support welcome commend applaud appreciate congratulate agree',
  opposed: 'oppose reject object',
  concern: 'express concern note with concern be concerned caution warn regret',
  presented: 'present',
  committed: 'announce commit pledge',
  procedural: 'open introduce invite lay down thank apologize conclude',
};

/** The class a labelled lemma belongs to; a class's own name stands for itself. */
export function classOfLemma(lemma: string): ActClass | undefined {
  if (lemma in classes) return lemma as ActClass;
  for (const [name, lemmas] of Object.entries(classes)) if (` ${lemmas} `.includes(` ${lemma} `)) return name as ActClass;
  return undefined;
}

const introducers = new Set("that on to for of about que qu' de d' à a sur sobre en por".split(' '));

export function messageTokens(message: string): string[] {
  const found = message.replace(/\*\*/g, '').normalize('NFC').toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return introducers.has(found[0] ?? '') ? found.slice(1) : found;
}

/** Token-F1 of two messages, 0 to 1, as bags of words. */
export function likeness(one: string, other: string): number {
  const [a, b] = [messageTokens(one), messageTokens(other)];
  if (!a.length || !b.length) return a.length === b.length ? 1 : 0;
  const left = new Map<string, number>();
  for (const word of b) left.set(word, (left.get(word) ?? 0) + 1);
  let shared = 0;
  for (const word of a) {
    const count = left.get(word) ?? 0;
    if (count > 0) {
      shared++;
      left.set(word, count - 1);
    }
  }
  return (2 * shared) / (a.length + b.length);
}

export interface Strictness {
  likeness: number;
  /** Compare the class of act. */
  act: boolean;
  /** Compare the printed verb. */
  verb: boolean;
}

/** Pairs labelled acts with points, best likeness first, each used once. */
export function paired(labelled: Labelled[], points: Point[], register: Register, strict: Strictness): Map<Labelled, Point> {
  const candidates: { row: Labelled; point: Point; score: number }[] = [];
  for (const row of labelled)
    for (const point of points) {
      if (!sameSentence(row.sentence, point.sentence) || !sameActors(row.actors, point.actors, register)) continue;
      if (strict.act && !sameAct(row, point)) continue;
      if (strict.verb && !sameVerb(row.act_surface, point.verb)) continue;
      const score = likeness(row.message, point.message);
      if (score >= strict.likeness) candidates.push({ row, point, score });
    }
  candidates.sort((a, b) => b.score - a.score);
  const pairs = new Map<Labelled, Point>();
  const used = new Set<Point>();
  for (const { row, point } of candidates) {
    if (pairs.has(row) || used.has(point)) continue;
    pairs.set(row, point);
    used.add(point);
  }
  return pairs;
}

const flat = (words: string) => words.replace(/\*+/g, '').replace(/\s+/g, ' ').trim();
const sameSentence = (one: string, other: string) => flat(one) === flat(other);

export function sameActors(wanted: string[], given: string[], register: Register): boolean {
  const key = (name: string) => (register.find(name)?.name ?? name).toLowerCase().replace(/[^\p{L}\p{N}()]+/gu, ' ').trim();
  const [a, b] = [wanted.map(key).sort(), given.map(key).sort()];
  return a.length === b.length && a.every((name, i) => name === b[i]);
}

export function sameAct(row: Labelled, point: Point): boolean {
  const accepted = [row.act, ...(row.act_ok ?? [])].map(classOfLemma);
  return accepted.includes(point.act) || (row.act_surface === '' && point.act === 'stated');
}

function sameVerb(wanted: string, given: string): boolean {
  const bare = (verb: string) => verb.toLowerCase().replace(/\b(?:that|also|que)\b/g, '').replace(/ on$/, '').replace(/\s+/g, ' ').trim();
  return bare(wanted) === bare(given);
}
