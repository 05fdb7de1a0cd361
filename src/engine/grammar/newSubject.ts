import type { Current, Next } from './boundary.ts';
import { agrees } from './predicate.ts';
import { low } from './reader.ts';
import type { Reader } from './reader.ts';
import { speakerAt } from './speaker.ts';
import { subjectAt } from './subject.ts';
import { verbOf } from './verbOf.ts';
import type { Subject } from './subject.ts';
import { isAdverb, isComma, verbAt } from './verb.ts';

/** ", and Peru called for …", "while Norway preferred …", "; Japan opposed …", "with Chile adding that". */
export function otherSubject(
  reader: Reader,
  k: number,
  c: number,
  from: number,
  current: Current,
  pause: boolean,
  conjunction: boolean,
  contrast: boolean,
): Next | undefined {
  const semicolon = low(reader, k) === ';';
  const together = pause && (low(reader, c) === 'with' || low(reader, c) === 'avec' || low(reader, c) === 'con');
  if (low(reader, k) === ',' && !conjunction && !together) return amountOf(reader, k, current);
  if (!(semicolon || together || (conjunction && (pause || contrast)) || (conjunction && !current.clause)))
    return undefined;
  let at = together ? c + 1 : c;
  while (isAdverb(reader, at) || (isComma(reader, at) && isAdverb(reader, at - 1))) at++;
  if (!speakerAt(reader, at)) return undefined;
  const subject = subjectAt(reader, at);
  if (!subject) return undefined;
  const vague = !subject.sorts.has('held') && !subject.sorts.has('role') && !subject.sorts.has('person');
  const beside = conjunction && !!current.verb && low(reader, current.verb.head).endsWith('ing');
  if (together || (beside && verbAt(reader, subject.end, 'gerund'))) {
    const verb = verbAt(reader, subject.end, 'gerund');
    return verb && k >= from ? { sort: 'frame', end: k, verb, subject } : undefined;
  }
  const verb =
    verbAt(reader, subject.end, subject.plural ? 'plural' : 'finite') ??
    (pause && !vague ? verbOf(reader, subject) : undefined);
  if (verb && !verb.passive && low(reader, verb.end) !== 'by') {
    if (current.verb && !agrees(reader, current.verb, verb)) return undefined;
    if (!pause && !contrast && (vague || speakerEndsAt(reader, k))) return undefined;
    if (subject.sorts.has('crowd') && current.clause && !contrast && !semicolon) return undefined;
    if (!semicolon && subject.sorts.has('pronoun') && current.clause && low(reader, subject.end - 1) === 'it')
      return undefined;
    return { sort: 'frame', end: k, verb, subject };
  }
  return gapAt(reader, k, subject, current, pause, vague);
}

function speakerEndsAt(reader: Reader, k: number): boolean {
  return !!reader.register.meet(reader.row, k - 1) || reader.row[k - 1]!.capitals;
}

/** "Norway called for caution, and Peru for speed": the verb is left out. */
function gapAt(
  reader: Reader,
  k: number,
  subject: Subject,
  current: Current,
  pause: boolean,
  vague: boolean,
): Next | undefined {
  if (vague || !pause || !current.verb) return undefined;
  const denied = deniedAt(reader, subject.end);
  if (denied > 0) return { sort: 'denial', end: k, subject, after: denied };
  if (measured(reader, subject, current)) return { sort: 'gap', end: k, subject, from: subject.end };
  const particle = low(reader, subject.end);
  const last = low(reader, current.verb.end - 1);
  if (particle !== last || !current.verb.sense.particles?.has(last)) return undefined;
  return { sort: 'gap', end: k, subject, from: subject.end + 1 };
}

/** ", Mali one year": a speaker and an amount right after a comma. */
function amountOf(reader: Reader, k: number, current: Current): Next | undefined {
  const subject = speakerAt(reader, k + 1) ? subjectAt(reader, k + 1) : undefined;
  if (subject && low(reader, subject.end) === 'against' && (reader.row[subject.end + 1]?.sort ?? 'mark') === 'mark')
    return { sort: 'denial', end: k, subject, after: subject.end + 1 };
  return subject && measured(reader, subject, current)
    ? { sort: 'gap', end: k, subject, from: subject.end }
    : undefined;
}

/** "…, but Chad could not": the same, refused. Where it ends, else -1. */
function deniedAt(reader: Reader, at: number): number {
  const { auxiliaries, copulas, negations } = reader.tongue;
  let i = at;
  while (auxiliaries.has(low(reader, i)) || copulas.has(low(reader, i))) i++;
  const denies = i > at && (negations.has(low(reader, i)) || negations.has(low(reader, i - 1)));
  if (negations.has(low(reader, i))) i++;
  return denies && (!reader.row[i] || reader.row[i]!.sort === 'mark') ? i : -1;
}

/** "Ghana proposed six months, Mali one year": another amount of the same thing, up to the end of the clause. */
function measured(reader: Reader, subject: Subject, current: Current): boolean {
  const amount = (at: number) =>
    reader.row[at]?.sort === 'number' ||
    /^(?:a|an|one|none)$/.test(low(reader, at)) ||
    reader.tongue.quantifiers.has(low(reader, at));
  if (!subject.sorts.has('held') || current.clause || !current.verb) return false;
  const first = isComma(reader, subject.end) ? subject.end + 1 : subject.end;
  if (!amount(first) || !amount(current.verb.end)) return false;
  for (let i = first + 1; reader.row[i] && reader.row[i]!.sort !== 'mark'; i++)
    if (verbAt(reader, i, 'finite')) return false;
  return true;
}
