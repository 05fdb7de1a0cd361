import { printed } from './person.ts';
import { low, phraseEnd } from './reader.ts';
import type { Reader } from './reader.ts';
import { speakerAt } from './speaker.ts';
import type { Speaker } from './speaker.ts';
import { isAdverb, isComma, verbAt } from './verb.ts';
import type { Mood, Verb } from './verb.ts';

/** Who a clause is said by: joint speakers, and whom they speak for, are supported or opposed by. */
export interface Subject {
  names: string[];
  behalf: string[];
  support: string[];
  oppose: string[];
  sorts: Set<Speaker['sort']>;
  plural: boolean;
  /** How many tokens of asides were passed over to reach the verb: doubt grows with them. */
  passedOver: number;
  end: number;
}

export type Relation = 'behalf' | 'support' | 'oppose' | 'alongside';
const relations: Relation[] = ['oppose', 'support', 'behalf', 'alongside'];

/** The subject that begins at `at`, with everything that hangs on it, up to its verb. */
export function subjectAt(reader: Reader, at: number): Subject | undefined {
  const first = speakerAt(reader, at);
  if (!first) return undefined;
  const subject: Subject = {
    names: [...first.names],
    behalf: [],
    support: [],
    oppose: [],
    sorts: new Set([first.sort]),
    plural: first.plural,
    passedOver: 0,
    end: first.end,
  };
  const alone = first.sort === 'pronoun' || first.sort === 'first';
  for (let turns = 0; turns < 40; turns++) {
    if (joiningIn(reader, subject)) break;
    if (related(reader, subject) || inCapacity(reader, subject) || including(reader, subject)) continue;
    if (alone || !joined(reader, subject)) break;
  }
  return subject;
}

/** "Norway joined Peru and Chile in calling for …": they say it together. */
function joiningIn(reader: Reader, subject: Subject): boolean {
  if (low(reader, subject.end) !== 'joined') return false;
  const list = namesAt(reader, subject.end + 1, 'alongside');
  if (!list || low(reader, list.end) !== 'in' || !verbAt(reader, list.end + 1, 'gerund')) return false;
  subject.names.push(...list.names);
  subject.plural = true;
  subject.end = list.end + 1;
  return true;
}

/** ", for AOSIS,", "(on behalf of …)", ", supported by … and opposed by …". */
function related(reader: Reader, subject: Subject): boolean {
  let at = subject.end;
  const bracket = low(reader, at) === '(';
  const comma = isComma(reader, at);
  if (bracket || comma) at++;
  while (isAdverb(reader, at) && comma) at++;
  const found = relationAt(reader, at);
  if (!found) return false;
  if (!comma && !bracket && found.kind === 'alongside') return false;
  if (
    !comma &&
    !bracket &&
    found.kind === 'behalf' &&
    low(reader, at + 1) !== 'behalf' &&
    found.after === at + 1 &&
    !found.group
  )
    return false;
  subject[found.kind === 'alongside' ? 'names' : found.kind].push(...found.names);
  if (found.kind === 'alongside') subject.plural = true;
  subject.end = found.end;
  if (bracket && low(reader, subject.end) === ')') subject.end++;
  return true;
}

/** A relation and the names it brings: "supported by Brazil and India". */
export function relationAt(
  reader: Reader,
  at: number,
): { kind: Relation; names: string[]; after: number; end: number; group: boolean } | undefined {
  const { tongue } = reader;
  const start = tongue.and.has(low(reader, at)) || tongue.contrast.has(low(reader, at)) ? at + 1 : at;
  for (const kind of relations) {
    let after = phraseEnd(reader, at, tongue[kind]);
    if (after < 0 && (kind === 'support' || kind === 'oppose')) {
      let from = start;
      while (isAdverb(reader, from)) from++;
      after = phraseEnd(reader, from, tongue[kind]);
    }
    if (after < 0) continue;
    const list = namesAt(reader, after, kind);
    const gerund = list && kind === 'alongside' ? verbAt(reader, list.end, 'gerund') : undefined;
    if (list && gerund)
      return gerund.sense.act === 'opposed' || gerund.sense.act === 'supported'
        ? { kind: gerund.sense.act === 'opposed' ? 'oppose' : 'support', after, ...list, end: gerund.end }
        : undefined;
    if (list) return { kind, after, ...list };
  }
  return undefined;
}

/** A list of names after a relation. Groups spoken for are joined by "and" or "/", others by commas too. */
export function namesAt(
  reader: Reader,
  at: number,
  kind: Relation,
): { names: string[]; end: number; group: boolean } | undefined {
  const { tongue } = reader;
  const aside = isComma(reader, at) ? phraseEnd(reader, at + 1, tongue.asides) : -1;
  if (aside > 0 && isComma(reader, aside)) return namesAt(reader, aside + 1, kind);
  if (kind === 'behalf' && /^(?:itself|himself|herself|themselves)$/.test(low(reader, at)))
    return namesAt(reader, at + 2, 'support');
  const first = speakerAt(reader, at);
  if (!first || !mayStand(first)) return undefined;
  const whole = kind === 'behalf' && first.sort === 'unknown' ? smallEnd(reader, first.end) : first.end;
  const named = tongue.determiners.has(low(reader, at)) ? at + 1 : at;
  const names = whole > first.end ? [printed(reader, named, whole)] : [...first.names];
  let end = whole;
  let group = !!first.group;
  for (let more = true; more;) {
    more = false;
    const comma = isComma(reader, end);
    let next = comma ? end + 1 : end;
    const and = tongue.and.has(low(reader, next));
    if (and) next++;
    if (!comma && !and) break;
    while (and && (tongue.by.has(low(reader, next)) || (tongue.code !== 'en' && tongue.of.has(low(reader, next)))))
      next++;
    if (
      kind === 'behalf' &&
      comma &&
      (group || !listGoesOn(reader, (speakerAt(reader, and ? next : end + 1)?.end ?? end) + 0)) &&
      !and
    )
      break;
    if (kind === 'behalf' && group && comma) break;
    const speaker = speakerAt(reader, next);
    if (!speaker || !mayStand(speaker)) break;
    if (
      kind === 'behalf' &&
      group &&
      !speaker.group &&
      !(low(reader, end) === '/' || low(reader, next - 1) === '/' || speaker.names[0] === 'China')
    )
      break;
    if (comma && !and && !listGoesOn(reader, speaker.end)) break;
    if (verbAt(reader, speaker.end, 'finite') && comma && and && kind === 'alongside') break;
    names.push(...speaker.names);
    group ||= !!speaker.group;
    end = speaker.end;
    more = true;
  }
  return { names, end, group };
}

/** "for Pacific islands, …": a group's name may end in small letters, before the comma. */
function smallEnd(reader: Reader, at: number): number {
  let i = at;
  while (
    i < at + 3 &&
    reader.row[i]?.sort === 'word' &&
    !reader.row[i]!.upper &&
    !reader.tongue.and.has(low(reader, i))
  )
    i++;
  return isComma(reader, i) ? i : at;
}

const mayStand = (speaker: Speaker) =>
  speaker.sort !== 'pronoun' && speaker.sort !== 'first' && speaker.sort !== 'anaphor';

function listGoesOn(reader: Reader, at: number): boolean {
  return isComma(reader, at) || reader.tongue.and.has(low(reader, at));
}

/** ", speaking in its national capacity,": said of how they speak, and the list may go on. */
function inCapacity(reader: Reader, subject: Subject): boolean {
  if (
    !isComma(reader, subject.end) ||
    !/^(?:speaking|acting|intervening|s'exprimant|hablando)$/.test(low(reader, subject.end + 1))
  )
    return false;
  for (let i = subject.end + 2; i < subject.end + 12 && reader.row[i]; i++) {
    if (!isComma(reader, i)) continue;
    subject.end = i;
    return true;
  }
  return false;
}

/** "Several delegates, including Mali and Chad,": a crowd with names. */
function including(reader: Reader, subject: Subject): boolean {
  const at = isComma(reader, subject.end) ? subject.end + 1 : subject.end;
  if (!subject.sorts.has('crowd') || !/^(?:including|dont|incluid[oa]s|among|parmi|entre)$/.test(low(reader, at)))
    return false;
  const pointing = /^(?:them|lesquels|lesquelles|ellos|ellas)$/.test(low(reader, at + 1));
  const those =
    /^(?:those|celles|ceux|las|los)$/.test(low(reader, at + 1)) && reader.tongue.of.has(low(reader, at + 2));
  const list = namesAt(reader, those ? at + 3 : pointing ? at + 2 : at + 1, 'support');
  if (!list) return false;
  subject.names.push(...list.names);
  subject.end = list.end;
  return true;
}

/** Another joint speaker: ", Peru", "and Chile", "/China", "as well as Mali", "and others". */
function joined(reader: Reader, subject: Subject): boolean {
  const { tongue } = reader;
  let at = subject.end;
  const comma = isComma(reader, at);
  if (comma) at++;
  const and = tongue.and.has(low(reader, at))
    ? 1
    : low(reader, at) === 'as' && low(reader, at + 1) === 'well'
      ? 3
      : ['along', 'together'].includes(low(reader, at))
        ? 2
        : 0;
  at += and;
  if (!comma && !and) return false;
  if (comma && !and && tongue.roles.has(low(reader, at)) && tongue.of.has(low(reader, at + 1)))
    for (let i = at + 2; i < at + 16 && reader.row[i]; i++)
      if (isComma(reader, i) && verbAt(reader, i + 1, 'finite')) {
        subject.end = i;
        return true;
      }
  const speaker = speakerAt(reader, at);
  if (!speaker || !mayStand(speaker) || (comma && !and && /^(?:both|all|each|another|one)$/.test(low(reader, at))))
    return false;
  const titled = subject.sorts.has('role') || subject.sorts.has('person') || (speaker.sort === 'person' && !and);
  if (
    titled &&
    subject.names.length === 1 &&
    comma &&
    !and &&
    isComma(reader, speaker.end) &&
    verbAt(reader, speaker.end + 1, 'finite')
  ) {
    subject.end = speaker.end;
    return true;
  }
  if (subject.sorts.has('chairs') && comma && !and && speaker.sort === 'person') {
    subject.names = [];
    subject.sorts = new Set();
  }
  subject.names.push(...speaker.names);
  subject.sorts.add(speaker.sort);
  subject.plural = true;
  subject.end = speaker.end;
  return true;
}

const by = new Set(['by']);
const openers = new Set(
  "pour por de comme con tout in from at as speaking during after via through responding also on by joined referring to finally who which ( – en dans lors lors au à qui que durante tras al hablando prenant intervenant s'exprimant quien noting citing recalling for".split(
    ' ',
  ),
);

/** The verb of a subject, with asides between the two passed over: "Indonesia, in its written statement emphasized". */
export function verbOf(reader: Reader, subject: Subject): Verb | undefined {
  const mood: Mood = subject.plural || subject.names.length > 1 ? 'plural' : 'finite';
  const far: Mood = subject.sorts.has('first') ? 'plural' : 'finite';
  if (low(reader, subject.end - 1) === 'in') return verbAt(reader, subject.end, 'gerund');
  if (subject.plural && /^(?:both|all|each)$/.test(low(reader, subject.end))) subject.end++;
  const at = isComma(reader, subject.end) ? subject.end + 1 : subject.end;
  const near = verbAt(reader, subject.end, mood) ?? (at > subject.end ? verbAt(reader, at, 'finite') : undefined);
  if (near && !by.has(low(reader, near.end))) return near;
  if (
    /^(?:started|began|begun|continued|ended|concluded|opened|closed|finished)$/.test(low(reader, subject.end)) &&
    low(reader, subject.end + 1) === 'by'
  )
    return verbAt(reader, subject.end + 2, 'gerund');
  if (near) return near;
  const later = afterDeed(reader, subject);
  if (later) return later;
  if (at === subject.end && !openers.has(low(reader, at))) return undefined;
  return farVerb(reader, subject, at, far);
}

/** "Nepal went further and proposed …": a deed that says nothing, then the act. */
function afterDeed(reader: Reader, subject: Subject): Verb | undefined {
  if (reader.tongue.code !== 'en' || !subject.sorts.has('held') || !deed.test(low(reader, subject.end)))
    return undefined;
  for (let i = subject.end + 1; i < subject.end + 10 && reader.row[i]?.sort === 'word'; i++) {
    if (low(reader, i) === 'that') return undefined;
    if (low(reader, i) !== 'and') continue;
    const verb = verbAt(reader, i + 1, 'finite');
    return verb && !verb.passive ? verb : undefined;
  }
  return undefined;
}

const deed =
  /^(?:went|took|gave|made|came|began|hosts|has|had|intervened|distributed|sent|brought|showed|turned|returned|started)$/;

function farVerb(reader: Reader, subject: Subject, at: number, mood: Mood): Verb | undefined {
  const relative = reader.tongue.relatives.has(low(reader, at));
  const gerund = !!verbAt(reader, at, 'gerund') || /(?:ing|ant|ando|iendo)$/.test(low(reader, at));
  for (let i = at + 1; i < at + 30 && reader.row[i]; i++) {
    const word = low(reader, i);
    if (word === ';' || word === ':') return undefined;
    const before = low(reader, i - 1);
    if (reader.tongue.relatives.has(before) || reader.tongue.determiners.has(before)) continue;
    const verb = verbAt(reader, i, mood);
    if (!verb || verb.passive || (verb.negated && before !== ',') || word === 'to' || word === 'à') continue;
    if (low(reader, at - 1) === '–' && before !== '–') continue;
    if ((relative || gerund || !openers.has(low(reader, at))) && before !== ',') continue;
    if (low(reader, verb.end) === 'by') continue;
    subject.passedOver = i - at;
    return verb;
  }
  return undefined;
}
