import type { Act } from './act.ts';
import { actsFrom, attributionOf } from './clause.ts';
import { actsFromAside, echoEnd, frontMessage, leading, mayLead, pastAdverbs } from './leading.ts';
import { trimmed } from './message.ts';
import { low } from './reader.ts';
import type { Reader } from './reader.ts';
import { subjectAt } from './subject.ts';
import { verbOf } from './verbOf.ts';
import type { Subject } from './subject.ts';
import { verbAt } from './verb.ts';
import type { Verb } from './verb.ts';

/** A clause with a subject and an active verb, wherever in the sentence it begins, and what stands before it. */
export function openingActs(reader: Reader): Act[] {
  const { row } = reader;
  for (let at = 0; at < row.length && at < 90; at = nextStart(reader, at)) {
    const start = pastAdverbs(reader, at);
    const beside = at > 0 ? withGerund(reader, start) : undefined;
    if (beside) return beside;
    const subject = subjectAt(reader, start) ?? (at === 0 ? unsaid(reader, start) : undefined);
    if (!subject) continue;
    const resolved = resolve(reader, subject);
    if (!resolved) continue;
    const verb = verbOf(reader, resolved);
    if (!verb || verb.passive || (at > 0 && !mayLead(reader, at))) continue;
    if (
      resolved.sorts.has('anaphor') &&
      verb.sense.act === 'procedural' &&
      doesThings.test(low(reader, resolved.end - 1))
    )
      return [];
    const acts = withLeading(reader, at, resolved, verb);
    return isAgenda(reader, resolved, verb) ? acts.filter((act) => act.verb !== verb) : acts;
  }
  return [];
}

/** "Her Government had opened three schools": done at home, and not in the meeting. */
const doesThings = /^(?:government|country|gouvernement|pays|gobierno|país)$/;

/** "Talks went on, with the EU calling for more time": speakers brought in by the side. */
function withGerund(reader: Reader, at: number): Act[] | undefined {
  if (!/^(?:with|avec|con)$/.test(low(reader, at))) return undefined;
  const subject = subjectAt(reader, at + 1);
  if (!subject || subject.sorts.has('pronoun') || subject.sorts.has('anaphor')) return undefined;
  const verb = verbAt(reader, subject.end, 'gerund');
  return verb && !verb.passive ? actsFrom(reader, subject, verb, attributionOf(subject), '') : undefined;
}

const meetings =
  /^(?:(?:ad hoc |open-ended )*(?:working|contact|drafting) group(?: [ivx\d]+)?|(?:main |drafting |preparatory |executive |standing |steering )?committee|commission|conference|council|plenary|groupe de travail|comité|commission|conférence|grupo de trabajo|comité|comisión|conferencia|plenaria)$/i;

const outcome = /^(?:conclusions|agenda|report|decisions?|resolutions?|draft|programme|minutes)$/;

/** "Delegates considered the agenda": what a meeting does is nobody's point. */
function isAgenda(reader: Reader, subject: Subject, verb: Verb): boolean {
  if (
    /^(?:adopt|approve)$/.test(verb.sense.lemma) &&
    outcome.test(low(reader, reader.tongue.determiners.has(low(reader, verb.end)) ? verb.end + 1 : verb.end))
  )
    return true;
  return (
    !reader.tongue.introducers.has(low(reader, verb.end)) &&
    (subject.sorts.has('crowd')
      ? !subject.names.length
      : subject.names.length === 1 && meetings.test(subject.names[0]!)) &&
    /^(?:discuss|consider|address|debate|adopt|elect|establish|exchange|examiner|discuter|débattre|aborder|debatir|examinar|abordar|amend|close|open|adjourn|resume|convene)$/.test(
      verb.sense.lemma,
    )
  );
}

/** "También señaló que …", "Also called for …": a verb with no subject goes on with who spoke last. */
function unsaid(reader: Reader, at: number): Subject | undefined {
  if (!reader.scene.last || reader.scene.author !== undefined || (at === 0 && reader.tongue.code === 'en'))
    return undefined;
  const verb = verbAt(reader, at, 'finite');
  if (!verb || verb.passive || reader.tongue.by.has(low(reader, verb.end))) return undefined;
  return {
    names: [],
    behalf: [],
    support: [],
    oppose: [],
    sorts: new Set(['pronoun']),
    plural: false,
    passedOver: 0,
    end: at,
  };
}

function nextStart(reader: Reader, at: number): number {
  let i = at + 1;
  while (i < reader.row.length && ![',', ':', ';', '–'].includes(low(reader, i - 1))) i++;
  return i;
}

/** Pronouns and "the delegation" stand for who spoke last; "I" for whose text it is. */
export function resolve(reader: Reader, subject: Subject): Subject | undefined {
  const { scene } = reader;
  if (subject.sorts.has('first')) {
    const who = scene.author ?? scene.rapporteur;
    return who ? { ...subject, names: [who, ...subject.names] } : undefined;
  }
  if (scene.author !== undefined) return isAuthor(reader, subject) ? { ...subject, names: [scene.author] } : undefined;
  if (!subject.sorts.has('pronoun') && !subject.sorts.has('anaphor')) return subject;
  if (subject.sorts.has('anaphor') && scene.delegation && scene.last?.stale && ofDelegation(reader, subject))
    return { ...subject, names: [...scene.delegation, ...subject.names] };
  if (!scene.last) return undefined;
  if (low(reader, subject.end - 1) === 'latter') return { ...subject, names: scene.last.names.slice(-1) };
  return {
    ...subject,
    names: [...scene.last.names, ...subject.names],
    behalf: [...scene.last.behalf, ...subject.behalf],
  };
}

const ofDelegation = (reader: Reader, subject: Subject) =>
  /^(?:delegation|délégation|delegación)$/.test(low(reader, subject.end - 1));

/** "Our organisation believes …", "Caritas calls for …" in Caritas's own text. */
function isAuthor(reader: Reader, subject: Subject): boolean {
  const author = reader.scene.author!;
  if (subject.sorts.has('anaphor')) return /^(?:our|notre|nuestr[ao])$/.test(low(reader, subject.end - 2));
  return subject.names.includes(author) || subject.names.includes(reader.register.find(author)?.name ?? author);
}

function withLeading(reader: Reader, at: number, subject: Subject, verb: Verb): Act[] {
  const lead = leading(reader, at);
  const whole: Subject = {
    ...subject,
    behalf: [...subject.behalf, ...lead.behalf],
    support: [...subject.support, ...lead.support],
    oppose: [...subject.oppose, ...lead.oppose],
  };
  const acts = actsFrom(reader, whole, verb, attributionOf(whole), lead.topic);
  const first = acts[0]!;
  if (first.refersBack && at > 0 && subject.sorts.has('first')) frontMessage(reader, first, at);
  const aside = actsFromAside(reader, whole, verb);
  const before = lead.participles.map(([gerund, from, to]): Act => {
    const [start, end] = trimmed(reader, from, to);
    return {
      subject: { ...whole, oppose: [] },
      verb: gerund,
      from: start,
      to: end,
      attribution: 'participial',
      topic: '',
      refersBack: echoEnd(reader, from) > 0,
      doubts: [],
    };
  });
  return [...before, ...aside, ...acts];
}
