import type { Attribution } from '#engine/types.ts';
import type { Act, Doubt } from './act.ts';
import { answersBefore, share, withoutReason } from './answer.ts';
import { nextAfter } from './boundary.ts';
import type { Next } from './boundary.ts';
import { messageStart, pastAddressees, trimmed } from './message.ts';
import { low } from './reader.ts';
import type { Reader } from './reader.ts';
import { relationAt } from './relation.ts';
import type { Subject } from './subject.ts';
import { isComma } from './verb.ts';
import type { Verb } from './verb.ts';

/**
 * All acts of a clause that starts with a subject and its verb, up to the end of the sentence: coordinated and
 * participial predicates of the same speakers, and the clauses of other speakers that follow.
 */
export function actsFrom(reader: Reader, subject: Subject, verb: Verb, attribution: Attribution, topic: string): Act[] {
  const acts: Act[] = [];
  const beside = isComma(reader, verb.end) ? relationAt(reader, verb.end + 1) : undefined;
  if (beside && beside.kind === 'behalf' && isComma(reader, beside.end)) {
    follow(
      reader,
      acts,
      { ...subject, behalf: [...subject.behalf, ...beside.names] },
      verb,
      beside.end + 1,
      false,
      attribution,
      topic,
      false,
    );
    return acts;
  }
  const start = messageStart(reader, verb);
  const gerund = reader.tongue.code === 'en' && low(reader, verb.head).endsWith('ing');
  follow(reader, acts, subject, verb, start.at, start.clause, attribution, topic, gerund);
  share(acts);
  return acts;
}

/** Acts of a speaker whose verb is left out, from the first word of what was said. */
export function actsWithoutVerb(reader: Reader, subject: Subject, from: number, attribution: Attribution): Act[] {
  const acts: Act[] = [];
  follow(reader, acts, subject, null, from, false, attribution, '', false);
  return acts;
}

function follow(
  reader: Reader,
  acts: Act[],
  subject: Subject,
  verb: Verb | null,
  from: number,
  clause: boolean,
  attribution: Attribution,
  topic: string,
  gerund: boolean,
): void {
  const act: Act = {
    subject,
    verb,
    from,
    to: from,
    attribution,
    topic,
    refersBack: false,
    doubts: doubtsOf(reader, subject, verb, attribution),
  };
  acts.push(act);
  let after = verb ? pastAddressees(reader, from) : from;
  let closed = false;
  for (;;) {
    const next = nextAfter(reader, after, { verb, gerund, clause });
    if (!closed) [act.from, act.to] = trimmed(reader, from, next.end);
    if (!closed && verb && low(reader, from) === ';' && next.sort === 'end')
      [act.to, act.refersBack] = [act.from, true];
    closed = true;
    if (act.to <= act.from && low(reader, next.end) === ';') act.refersBack = true;
    if (
      act.to <= act.from &&
      verb &&
      verb.sense.act !== 'supported' &&
      verb.sense.act !== 'opposed' &&
      verb.end > verb.head + 1 &&
      (whole(reader, verb) || (next.sort !== 'frame' && next.sort !== 'verb'))
    )
      [act.from, act.to] = objectIn(reader, verb);
    withoutReason(reader, act);
    answersBefore(reader, act);
    if (next.sort === 'relation') {
      for (let one: Next | undefined = next; one?.sort === 'relation'; one = one.also)
        act.subject = { ...act.subject, [one.kind]: [...act.subject[one.kind], ...one.names] };
      after = next.after;
      closed = !goesOn(reader, after);
      continue;
    }
    if (next.sort === 'view') {
      const [start, end] = trimmed(reader, next.from, reader.row.length);
      acts.push({
        ...act,
        verb: null,
        act: 'stated',
        from: start,
        to: end,
        attribution: 'continuation',
        refersBack: false,
      });
      return;
    }
    if (next.sort === 'denial') {
      acts.push({ ...act, subject: next.subject, verb: null, act: 'opposed', attribution: 'elliptical' });
      after = next.after;
      continue;
    }
    if (next.sort === 'end') return;
    const carried: Subject = { ...subject, oppose: [] };
    if (next.sort === 'gap')
      return follow(reader, acts, next.subject, null, next.from, clause, 'elliptical', topic, gerund);
    const start = messageStart(reader, next.verb);
    if (next.sort === 'frame') {
      const same = next.subject.sorts.has('pronoun') || next.subject.sorts.has('anaphor');
      const speaker = same ? { ...carried, passedOver: 0 } : next.subject;
      return follow(
        reader,
        acts,
        speaker,
        next.verb,
        start.at,
        start.clause,
        same ? 'pronoun' : attributionOf(next.subject),
        topic,
        false,
      );
    }
    if (next.from) start.at = next.from;
    const { alongside, support, oppose, behalf } = next.beside;
    const joint = {
      ...carried,
      names: [...carried.names, ...alongside],
      support: [...carried.support, ...support],
      oppose,
      behalf: [...carried.behalf, ...behalf],
    };
    const how: Attribution = next.sort === 'gerund' ? 'participial' : alongside.length ? 'joint' : 'coordinated';
    return follow(
      reader,
      acts,
      joint,
      next.verb,
      start.at,
      start.clause,
      how,
      next.sort === 'gerund' ? '' : topic,
      next.sort === 'gerund',
    );
  }
}

/** "an amendment, seconded by Chile, to add …": the relation stood inside what was said. */
const goesOn = (reader: Reader, at: number) => isComma(reader, at) && /^(?:to|which|that)$/.test(low(reader, at + 1));

/** "expressed disappointment and asked …": a verb with its object, that waits for nothing. */
const whole = (reader: Reader, verb: Verb) =>
  verb.sense.steps.length > 1 && verb.sense.act === 'concern' && !verb.sense.particles?.has(low(reader, verb.end - 1));

/** "pidieron aclaraciones", "took the floor": the verb's own words are all that was said. */
function objectIn(reader: Reader, verb: Verb): [number, number] {
  let from = verb.head + 1;
  while (
    from < verb.end &&
    (reader.tongue.senses.has(low(reader, from)) || reader.tongue.auxiliaries.has(low(reader, from)))
  )
    from++;
  const particle = verb.sense.particles?.has(low(reader, verb.end - 1)) ? 1 : 0;
  return verb.sense.steps.length && verb.sense.lemma !== 'be' && !saysNothing.test(low(reader, verb.end - particle - 1))
    ? trimmed(reader, from, verb.end - particle)
    : [verb.end, verb.end];
}

/** "Botswana made recommendations.": that something was said, and not what. */
const saysNothing =
  /^(?:up|out|back|recommendations?|statements?|comments?|remarks?|floor|views|suggestions?|presentations?|proposals?)$/;

export function attributionOf(subject: Subject): Attribution {
  if (subject.sorts.has('pronoun')) return subject.names.length ? 'pronoun' : 'quantified';
  if (subject.sorts.has('anaphor')) return 'anaphoric';
  if (subject.sorts.has('chairs')) return 'collective';
  if (subject.sorts.has('first')) return 'first_person';
  if (!subject.names.length) return 'quantified';
  return subject.names.length > 1 ? 'joint' : 'direct';
}

function doubtsOf(reader: Reader, subject: Subject, verb: Verb | null, attribution: Attribution): Doubt[] {
  const doubts: Doubt[] = [];
  if (subject.passedOver > 0) doubts.push(subject.passedOver > 8 ? 'long-reach' : 'aside');
  if (subject.sorts.has('unknown')) doubts.push('unknown');
  if (!verb) doubts.push('inherited');
  else if (attribution === 'coordinated' && low(reader, verb.head - 2) !== ',') doubts.push('no-comma');
  return doubts;
}
