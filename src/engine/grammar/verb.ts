import { BASE, FINITE, GERUND, PARTICIPLE } from '#engine/tongues/tongue.ts';
import type { Sense } from '#engine/tongues/tongue.ts';
import { low } from './reader.ts';
import type { Reader } from './reader.ts';

/** A reporting verb found in a row of tokens. */
export interface Verb {
  sense: Sense;
  /** The first token of the verb as printed, and the one after its last. */
  head: number;
  end: number;
  negated: boolean;
  passive: boolean;
}

export type Mood = 'finite' | 'plural' | 'gerund' | 'participle';

/**
 * The verb of a clause whose subject ends just before `at`: adverbs, auxiliaries and negations may come first.
 * 'plural' also takes the bare form ("the Co-Chairs lay down", "we urge"); 'gerund' asks for "noting".
 */
export function verbAt(reader: Reader, at: number, mood: Mood): Verb | undefined {
  const { tongue } = reader;
  let negated = false;
  let auxiliary = false;
  let copula = -1;
  let reflexive = false;
  let wish = -1;
  let i = at;
  for (let steps = 0; steps < 9; steps++) {
    const word = low(reader, i);
    if (copula < 0 || !tongue.copulas.has(word)) {
      const heads =
        copula < 0 && tongue.copulas.has(word)
          ? pick(reader, i, mood === 'gerund' ? GERUND : FINITE | (auxiliary ? BASE : 0), reflexive, true)
          : undefined;
      if (heads && !tongue.by.has(low(reader, heads.end))) return { ...heads, negated, passive: false };
      const denied = copula < 0 && tongue.code === 'en' ? deniedPattern(reader, i, mood) : undefined;
      if (denied) return denied;
    }
    if (tongue.negations.has(word)) negated = true;
    else if (tongue.copulas.has(word)) copula = i;
    else if (tongue.reflexives.has(word)) reflexive = true;
    else if (tongue.auxiliaries.has(word) && !reportsHere(reader, i)) {
      auxiliary = true;
      if (wishes.test(word)) wish = i;
    } else if (isComma(reader, i) && steps > -1 && isAdverb(reader, i + 1) && isComma(reader, i + 2) && copula < 0)
      i += 2;
    else if (!isAdverb(reader, i) || (tongue.senses.has(word) && pick(reader, i, FINITE, reflexive, false))) break;
    i++;
  }
  const passive = copula >= 0 && !reflexive;
  const wanted = formsWanted(mood, auxiliary, copula >= 0, reflexive, reader);
  const found =
    pick(reader, i, wanted, reflexive, false) ??
    (wish < 0 ? undefined : pick(reader, wish, FINITE | BASE, false, false));
  if (!found || isNoun(reader, found)) return undefined;
  if (found.sense.lemma === 'would like')
    return { ...found, head: wouldAt(reader, found.head), negated, passive: false };
  if (passive && found.sense.forms & GERUND && !(found.sense.forms & PARTICIPLE))
    return { ...found, negated, passive: false };
  const start = tongue.code === 'en' || negated ? found.head : firstOfGroup(reader, at, found.head);
  return { ...found, head: start, negated: negated !== noneInside(reader, found), passive };
}

/** "was not in favour of": the pattern goes on after the negation. */
function deniedPattern(reader: Reader, at: number, mood: Mood): Verb | undefined {
  if (!reader.tongue.copulas.has(low(reader, at)) || !reader.tongue.negations.has(low(reader, at + 1)))
    return undefined;
  for (const sense of reader.tongue.senses.get(low(reader, at)) ?? []) {
    if (!sense.steps.length || !(sense.forms & (mood === 'gerund' ? GERUND : FINITE))) continue;
    const own = follow(reader, at + 1, sense);
    const end = own > 0 ? own : follow(reader, at + 2, sense);
    if (end > 0) return { sense, head: at, end, negated: own < 0, passive: false };
  }
  return undefined;
}

/** "some support was voiced": a bare form with a copula after it is a noun. */
const isNoun = (reader: Reader, { sense, head, end }: Pick<Verb, 'sense' | 'head' | 'end'>) =>
  reader.tongue.code === 'en' && low(reader, head) === sense.lemma && /^(?:was|were|is)$/.test(low(reader, end));

const wishes = /^(?:like|wish|wishes|wished|want|wanted)$/;

/** "would like to see more": the auxiliary is part of what is printed. */
function wouldAt(reader: Reader, like: number): number {
  for (let i = like - 1; i >= Math.max(0, like - 3); i--) if (low(reader, i) === 'would') return i;
  return like;
}

/** "had no objection to", "saw no merit in": the pattern holds its own negation. */
function noneInside(reader: Reader, { sense, head, end }: Pick<Verb, 'sense' | 'head' | 'end'>): boolean {
  if (!sense.steps.includes(null)) return false;
  for (let i = head + 1; i < end; i++) if (none.test(low(reader, i))) return true;
  return false;
}

const none = /^(?:no|aucune?|ningun[ao]|ningún)$/;

function formsWanted(mood: Mood, auxiliary: boolean, copula: boolean, reflexive: boolean, reader: Reader): number {
  if (mood === 'gerund') return GERUND;
  if (mood === 'participle') return PARTICIPLE;
  if (copula) return reflexive ? PARTICIPLE : PARTICIPLE | (reader.tongue.code === 'en' ? GERUND : 0);
  if (auxiliary) return BASE | PARTICIPLE;
  return mood === 'plural' ? FINITE | BASE : FINITE;
}

/** In French and Spanish the auxiliary is part of what is printed: "a souligné", "s'est opposée". */
function firstOfGroup(reader: Reader, at: number, head: number): number {
  let i = at;
  while (i < head && (isAdverb(reader, i) || isComma(reader, i)) && !reader.tongue.auxiliaries.has(low(reader, i))) i++;
  return i;
}

/** "wished", "felt", "wanted" are verbs of their own unless another verb follows. */
function reportsHere(reader: Reader, at: number): boolean {
  const word = low(reader, at);
  if (!reader.tongue.senses.has(word)) return false;
  if (reader.tongue.code === 'fr') return !nextIsBase(reader, at + 1);
  if (word === 'had' || word === 'has' || word === 'have') return !!pick(reader, at, FINITE, false, true);
  return !nextIsBase(reader, at + 1);
}

function nextIsBase(reader: Reader, at: number): boolean {
  let i = at;
  while (['to', 'not', 'également', 'à'].includes(low(reader, i)) || isAdverb(reader, i)) i++;
  return (reader.tongue.senses.get(low(reader, i)) ?? []).some((sense) => sense.forms & BASE);
}

const notAdverbs = new Set(
  'italy family supply assembly reply apply july comply rely multiply imply monopoly anomaly butterfly bully ally élément'.split(
    ' ',
  ),
);

export function isAdverb(reader: Reader, at: number): boolean {
  const word = low(reader, at);
  return (
    reader.tongue.adverbs.has(word) ||
    (word.length > 4 && reader.tongue.adverbEnding.test(word) && !notAdverbs.has(word))
  );
}

export const isComma = (reader: Reader, at: number): boolean => low(reader, at) === ',';

/** "agreed to sixty days" is not "agreed to meet": the preposition belongs to the verb when a thing follows. */
function agreedTo(reader: Reader, sense: Sense, end: number): number {
  if (sense.lemma !== 'agree' || low(reader, end) !== 'to') return end;
  const next = reader.row[end + 1];
  const thing =
    next &&
    (next.sort === 'number' || next.low === '"' || reader.tongue.determiners.has(next.low) || numbers.test(next.low));
  return thing ? end + 1 : end;
}

const numbers = /^(?:two|three|four|five|six|seven|eight|nine|ten|sixty|thirty|twenty|annual|some|such|further)$/;

/** "the Group of African States": a capital in the middle of a line of small letters makes a name of it. */
function isName(reader: Reader, at: number): boolean {
  const token = reader.row[at]!;
  return (
    token.upper && !token.capitals && at > 0 && reader.row[at - 1]!.sort === 'word' && !reader.row[at - 1]!.capitals
  );
}

/** The surest sense of the word at `at` that fits the form wanted and the words that follow. */
function pick(
  reader: Reader,
  at: number,
  wanted: number,
  reflexive: boolean,
  patternOnly: boolean,
): Omit<Verb, 'negated' | 'passive'> | undefined {
  const senses = reader.tongue.senses.get(low(reader, at));
  if (!senses || isName(reader, at)) return undefined;
  for (const sense of senses) {
    if (!(sense.forms & wanted)) continue;
    if (
      sense.reflexive !== reflexive &&
      (sense.reflexive ? !/(?:se|me)$/.test(low(reader, at)) : reflexive && reader.tongue.code === 'fr')
    )
      continue;
    if (patternOnly && !sense.steps.length) continue;
    const end = follow(reader, at + 1, sense);
    if (end > 0) return { sense, head: at, end: holdsObject(sense) ? at + 1 : agreedTo(reader, sense, end) };
  }
  return undefined;
}

/** "saw the mandate as vital", "declared the meeting closed": what was said begins right after the head. */
const holdsObject = ({ steps }: Sense) =>
  steps.length === 2 && steps[0] === null && (steps[1]!.has('as') || steps[1]!.has('closed'));

/** "concluded that", "a demandé si": the word is asked for, but belongs to what was said. */
const opensClause = /^(?:that|que|si|comment|pourquoi|quand|quelles?|quels?|où|ce)$/;

/** "indicated that it could not support": a pattern's gap stays inside one phrase. */
const clausal = /^(?:that|whether|could|would|can|will|should|may|que|qu'|si)$/;

/** Where a sense ends, or -1 when the words it asks for are not there. */
function follow(reader: Reader, at: number, sense: Sense): number {
  let i =
    sense.steps.length && isComma(reader, at) && isAdverb(reader, at + 1) && isComma(reader, at + 2) ? at + 3 : at;
  for (let s = 0; s < sense.steps.length; s++) {
    const step = sense.steps[s]!;
    if (step === null) continue;
    const gap = s > 0 && sense.steps[s - 1] === null ? 5 : 0;
    let skipped = 0;
    if (!gap) while (isAdverb(reader, i) && !step.has(low(reader, i))) i++;
    while (skipped <= gap && !step.has(low(reader, i))) {
      const token = reader.row[i];
      if (!token || token.sort === 'mark' || skipped === gap || clausal.test(token.low)) return -1;
      i++;
      skipped++;
    }
    if (s < sense.steps.length - 1 || !opensClause.test(low(reader, i))) i++;
  }
  if (!sense.particles) return i;
  let p = i;
  if (
    isComma(reader, p) &&
    isAdverb(reader, p + 1) &&
    isComma(reader, p + 2) &&
    sense.particles.has(low(reader, p + 3))
  )
    p += 3;
  while (isAdverb(reader, p) && !sense.particles.has(low(reader, p))) p++;
  if (sense.steps.at(-1) === null)
    for (let gap = 0; gap < 7 && !sense.particles.has(low(reader, p)) && reader.row[p]?.sort === 'word'; gap++) p++;
  if (sense.particles.has(low(reader, p))) return p + 1;
  return sense.needsParticle ? -1 : i;
}

/** "Italy concerned about …", "Kenya in favour of …": the copula of a pattern left out. */
export function withoutCopula(reader: Reader, at: number): Verb | undefined {
  const copula = { en: 'was', fr: 'est', es: 'está' }[reader.tongue.code];
  for (const sense of reader.tongue.senses.get(copula) ?? []) {
    if (!sense.steps.length || !sense.steps[0]?.has(low(reader, at))) continue;
    const end = follow(reader, at, sense);
    if (end > at) return { sense, head: at, end, negated: false, passive: false };
  }
  return undefined;
}
