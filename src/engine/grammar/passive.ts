import type { Act } from './act.ts';
import { subjectOf } from './act.ts';
import { actsFrom, attributionOf } from './clause.ts';
import { trimmed } from './message.ts';
import { low, phraseEnd } from './reader.ts';
import type { Reader } from './reader.ts';
import { namesAt } from './relation.ts';
import { subjectAt } from './subject.ts';
import { isAdverb, isComma, verbAt } from './verb.ts';
import type { Verb } from './verb.ts';

/** "The text was supported by Norway, but opposed by Japan"; "It was noted that …", said by nobody named. */
export function passiveActs(reader: Reader): Act[] {
  const { row, tongue } = reader;
  for (let i = 0; i < row.length; i++) {
    if (!tongue.copulas.has(low(reader, i)) && !(tongue.code === 'es' && low(reader, i) === 'se')) continue;
    const group = groupStart(reader, i);
    const verb = verbAt(reader, i, 'finite');
    if (tongue.code === 'es' && low(reader, i) === 'se') {
      if (verb && i < 3 && low(reader, verb.end) === 'que') return [unnamed(reader, verb)];
      if (verb && i < 3 && /(?:ar|er|ir)$/.test(low(reader, verb.end))) return [unnamed(reader, verb, verb.end)];
      continue;
    }
    if (!verb?.passive) continue;
    const by = byAt(reader, verb.end);
    if (by < 0) {
      if (impersonal(reader, group) && tongue.introducers.has(low(reader, verb.end)))
        return impersonalActs(reader, verb, verb.end, []);
      const [from, to] = trimmed(reader, messageFrom(reader, group), group);
      const told =
        to > from &&
        phraseEnd(reader, from, tongue.echoes) === to &&
        /^(?:support|endorse|welcome|share|oppose|contest|challenge)$/.test(verb.sense.lemma);
      if (told && (verb.end === row.length || row[verb.end]!.sort === 'mark'))
        return chain(reader, group, verb, [], verb.end);
      continue;
    }
    const list = namesAt(reader, by + 1, 'support');
    if (!list) continue;
    if (impersonal(reader, group) && tongue.introducers.has(low(reader, list.end)))
      return impersonalActs(reader, verb, list.end, list.names);
    return chain(reader, group, tongue.code === 'en' ? verb : { ...verb, head: group }, list.names, list.end);
  }
  return [];
}

/** The auxiliaries and adverbs before the copula belong to the verb, not to what was said. */
function groupStart(reader: Reader, at: number): number {
  let i = at;
  while (
    i > 0 &&
    (reader.tongue.auxiliaries.has(low(reader, i - 1)) ||
      isAdverb(reader, i - 1) ||
      reader.tongue.negations.has(low(reader, i - 1)))
  )
    i--;
  return i;
}

function byAt(reader: Reader, at: number): number {
  for (let i = at; i < at + 3; i++) if (reader.tongue.by.has(low(reader, i))) return i;
  return -1;
}

const impersonal = (reader: Reader, group: number) =>
  group > 0 && reader.tongue.impersonal.has(low(reader, group - 1)) && group <= 12;

/** "It was noted that …, but several delegations disagreed": said by nobody named, up to where another speaks. */
function impersonalActs(reader: Reader, verb: Verb, end: number, names: string[]): Act[] {
  const subject = subjectOf(names);
  if (!names.length) subject.sorts = new Set(['crowd']);
  const [first, ...others] = actsFrom(reader, subject, { ...verb, end, passive: false }, 'passive', '');
  const said = {
    ...first!,
    verb: { ...verb, passive: false },
    attribution: names.length ? 'passive' : 'quantified',
  } as Act;
  return [{ ...said, doubts: end === verb.end ? ['bare'] : [] }, ...others];
}

function unnamed(reader: Reader, verb: Verb, start = verb.end + 1): Act {
  const [from, to] = trimmed(reader, start, reader.row.length);
  const subject = subjectOf([]);
  subject.sorts = new Set(['crowd']);
  return {
    subject,
    verb: { ...verb, passive: false },
    from,
    to,
    attribution: 'quantified',
    topic: '',
    refersBack: false,
    doubts: ['bare'],
  };
}

/** The first agent, then ", but opposed by …", "and rejected by …" on the same message. */
function chain(reader: Reader, group: number, verb: Verb, names: string[], end: number): Act[] {
  const { tongue } = reader;
  const [from, to] = trimmed(reader, messageFrom(reader, group), group);
  const refersBack = to > from && phraseEnd(reader, from, tongue.echoes) === to;
  const act = (who: string[], how: Verb): Act => {
    const subject = subjectOf(who);
    if (!who.length) subject.sorts = new Set(['crowd']);
    const shared = /^(?:share|partager|compartir)$/.test(how.sense.lemma) ? { act: 'supported' as const } : {};
    return { subject, verb: how, from, to, attribution: 'passive', topic: '', refersBack, doubts: [], ...shared };
  };
  const acts = [act(names, verb)];
  let last = end;
  for (let at = end; at < reader.row.length;) {
    let i = isComma(reader, at) || low(reader, at) === ';' ? at + 1 : at;
    if (!tongue.and.has(low(reader, i)) && !tongue.contrast.has(low(reader, i))) break;
    i++;
    while (phraseEnd(reader, i, tongue.echoes) > 0) i = phraseEnd(reader, i, tongue.echoes);
    const next = verbAt(reader, i, 'participle') ?? passiveAt(reader, i);
    const by = next ? byAt(reader, next.end) : -1;
    const list = by > 0 ? namesAt(reader, by + 1, 'support') : undefined;
    if (!next || !list) break;
    acts.push(act(list.names, next));
    at = list.end;
    last = at;
  }
  return [...acts, ...agentGoesOn(reader, last, names), ...after(reader, last)];
}

/** "opened by the Deputy High Commissioner, who stressed …": the agent goes on to say something. */
export function agentGoesOn(reader: Reader, at: number, names: string[]): Act[] {
  if (!isComma(reader, at) || !/^(?:who|qui|quien|quienes)$/.test(low(reader, at + 1)) || !names.length) return [];
  const verb = verbAt(reader, at + 2, 'plural');
  return verb && !verb.passive ? actsFrom(reader, subjectOf(names), verb, 'passive', '') : [];
}

/** "…, while the EU reserved its position": another speaker's clause after the agents. */
function after(reader: Reader, at: number): Act[] {
  const { tongue } = reader;
  let i = isComma(reader, at) || low(reader, at) === ';' ? at + 1 : at;
  if (i === at && !tongue.contrast.has(low(reader, i))) return [];
  while (tongue.and.has(low(reader, i)) || tongue.contrast.has(low(reader, i)) || isAdverb(reader, i)) i++;
  const subject = subjectAt(reader, i);
  const verb =
    subject && !subject.sorts.has('pronoun') && !subject.sorts.has('first')
      ? verbAt(reader, subject.end, subject.plural ? 'plural' : 'finite')
      : undefined;
  return subject && verb && !verb.passive ? actsFrom(reader, subject, verb, attributionOf(subject), '') : [];
}

function passiveAt(reader: Reader, at: number): Verb | undefined {
  const verb = verbAt(reader, at, 'finite');
  return verb?.passive ? verb : undefined;
}

/** What was said begins after a topic ("On finance, the text was …") or after a connective. */
function messageFrom(reader: Reader, group: number): number {
  const { tongue } = reader;
  let from = 0;
  if (phraseEnd(reader, 0, tongue.topic) > 0 || /^(?:in|during|after|at|following)$/.test(low(reader, 0)))
    for (let i = 1; i < group - 1; i++) if (isComma(reader, i)) from = i + 1;
  for (let i = from; i < group; i++) if (low(reader, i) === ';') from = i + 1;
  while (from < group && (tongue.connectives.has(low(reader, from)) || isComma(reader, from))) from++;
  return from;
}
