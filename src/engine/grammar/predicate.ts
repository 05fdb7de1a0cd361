import { BASE } from '#engine/tongues/tongue.ts';
import { nobody } from './boundary.ts';
import type { Current, Next } from './boundary.ts';
import { low } from './reader.ts';
import type { Reader } from './reader.ts';
import { relationAt } from './relation.ts';
import { isAdverb, isComma, verbAt } from './verb.ts';
import type { Verb } from './verb.ts';

/** "but will require" goes on with what was said; "but could not support" is an act. */
const hypothetical = /^(?:to|will|must|should|can|may|might|have|do|does|à)$/;

/** "…, but stressed that", "and, with the EU, suggested", "; called for". */
export function sameSubject(
  reader: Reader,
  k: number,
  c: number,
  current: Current,
  pause: boolean,
  conjunction: boolean,
): Next | undefined {
  const { tongue } = reader;
  let d = c;
  const beside = nobody();
  if (conjunction && isComma(reader, d)) {
    const relation = relationAt(reader, d + 1);
    if (relation && isComma(reader, relation.end)) {
      beside[relation.kind].push(...relation.names);
      d = relation.end + 1;
    } else d = afterAside(reader, d);
  }
  const last = current.verb ? low(reader, current.verb.end - 1) : '';
  if (d > c && beside.alongside.length && low(reader, d) === last && current.verb?.sense.particles?.has(last))
    return { sort: 'verb', end: k, verb: current.verb, beside, from: d + 1 };
  if (/^(?:informed|shared)$/.test(low(reader, d)) && reader.row[d + 1]?.sort === 'word' && !told(reader, d + 1))
    return undefined;
  if (hypothetical.test(low(reader, d)) || (current.gerund && !(pause && conjunction))) return undefined;
  const bare = !!current.verb && isBase(reader, current.verb);
  const verb =
    verbAt(reader, d, bare ? 'plural' : 'finite') ??
    (conjunction && tongue.code !== 'en' ? verbAt(reader, d, 'participle') : undefined);
  if (
    !verb ||
    verb.passive ||
    low(reader, verb.end) === 'by' ||
    (tongue.by.has(low(reader, verb.end)) && tongue.code !== 'es')
  )
    return undefined;
  if (current.verb && !agrees(reader, current.verb, verb)) return undefined;
  if (!pause && current.verb && ownClause(reader, current.verb, verb)) return undefined;
  if ((!pause && !conjunction) || (bare && !(pause && conjunction))) return undefined;
  if (!conjunction && isComma(reader, verb.end)) return undefined;
  return { sort: 'verb', end: k, verb, beside };
}

/** "free, prior and informed consent" informs nobody; "shared responsibility" is a thing. */
const told = (reader: Reader, at: number) =>
  /^(?:lessons|experiences?|information|practices|findings|data|details|examples)$/.test(low(reader, at)) ||
  reader.tongue.determiners.has(low(reader, at)) ||
  reader.tongue.crowd.has(low(reader, at)) ||
  reader.row[at]!.upper ||
  low(reader, at) === 'that';

/**
 * "said that his delegation supported the text and hoped …": what the delegation did goes on being said of it; but
 * "stressed that her country had paid and urged others to pay" turns to others, in the tense of the report.
 */
function ownClause(reader: Reader, verb: Verb, next: Verb): boolean {
  const at = reader.tongue.introducers.has(low(reader, verb.end)) ? verb.end + 1 : verb.end;
  const own =
    /^(?:his|her|its|their|sa|su|leur)$/.test(low(reader, at)) &&
    /^(?:delegation|government|country|group|délégation|gouvernement|pays|groupe|delegación|gobierno|país|grupo)$/.test(
      low(reader, at + 1),
    );
  const turns =
    low(reader, at + 2) === 'had' &&
    (next.sense.act === 'proposed' || next.sense.act === 'questioned' || next.sense.lemma === 'thank');
  return own && !turns;
}

function afterAside(reader: Reader, comma: number): number {
  for (let i = comma + 1; i < comma + 12 && reader.row[i]; i++) if (isComma(reader, i)) return i + 1;
  return comma;
}

const isBase = (reader: Reader, verb: Verb) =>
  !!(verb.sense.forms & BASE) && verb.sense.lemma === low(reader, verb.head) && !helped(reader, verb);

/** "did not support": the auxiliary carries the tense, and a plain past may follow. */
function helped(reader: Reader, verb: Verb): boolean {
  for (let i = verb.head - 1; i >= Math.max(0, verb.head - 3); i--) {
    if (reader.tongue.auxiliaries.has(low(reader, i))) return true;
    if (!reader.tongue.negations.has(low(reader, i)) && !isAdverb(reader, i)) return false;
  }
  return false;
}

/** Verbs of one report stand in one tense; a plural noun ("requests", "states") or a present is not one of them. */
export function agrees(reader: Reader, current: Verb, next: Verb): boolean {
  const { code, auxiliaries, reflexives, copulas } = reader.tongue;
  const word = (verb: Verb) => low(reader, verb.head);
  if (code === 'fr') {
    const compound = (verb: Verb) =>
      auxiliaries.has(word(verb)) ||
      (reflexives.has(word(verb)) && copulas.has(low(reader, verb.head + 1))) ||
      copulas.has(word(verb)) ||
      /[éi]e?s?$/.test(word(verb));
    return compound(current) === compound(next);
  }
  if (code === 'es') {
    const past = (verb: Verb) =>
      /(?:ó|ron|jo|so|vo|no|zo)$/.test(word(verb)) || auxiliaries.has(word(verb)) || reflexives.has(word(verb));
    return past(current) === past(next) || reflexives.has(word(next));
  }
  const present = (verb: Verb) => word(verb).endsWith('s') && !/(?:was|ss)$/.test(word(verb));
  return present(current) === present(next);
}
