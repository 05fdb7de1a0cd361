import { low } from './reader.ts';
import type { Reader } from './reader.ts';
import { mayStand, namesAt, relationAt } from './relation.ts';
import { speakerAt } from './speaker.ts';
import type { Speaker } from './speaker.ts';
import { isAdverb, isComma, verbAt } from './verb.ts';

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
  for (let i = list.end; !list.names.length && i < list.end + 14 && reader.row[i]; i++)
    if (isComma(reader, i)) {
      subject.end = i;
      break;
    }
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
    if (/^(?:panell?ist|speaker|expert)$/i.test(lastWord(subject.names[0]!))) subject.names = speaker.names;
    subject.end = speaker.end;
    return true;
  }
  if (subject.sorts.has('chairs') && comma && !and && (speaker.sort === 'person' || speaker.sort === 'held')) {
    subject.names = [];
    subject.sorts = new Set();
  }
  subject.names.push(...speaker.names);
  subject.sorts.add(speaker.sort);
  subject.plural = true;
  subject.end = speaker.end;
  return true;
}

const lastWord = (name: string) => name.slice(name.lastIndexOf(' ') + 1);
