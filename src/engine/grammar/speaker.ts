import { crowdAt } from './crowd.ts';
import { officeAt } from './office.ts';
import { nameEnd, personAt, printed, unknownAt } from './person.ts';
import { low, phraseEnd } from './reader.ts';
import type { Reader } from './reader.ts';
import { roleAt } from './role.ts';
import { verbAt } from './verb.ts';

/** Someone who can be the subject of a reporting verb. */
export interface Speaker {
  names: string[];
  sort: 'held' | 'role' | 'person' | 'unknown' | 'crowd' | 'pronoun' | 'first' | 'anaphor' | 'chairs';
  end: number;
  plural: boolean;
  group?: boolean;
}

/**
 * The speaker that begins at `at`: a name on the register, "the representative of …", a role, a person with an
 * affiliation, a crowd ("several delegations"), a pronoun, or an unknown name. Undefined when nobody does.
 */
export function speakerAt(reader: Reader, at: number): Speaker | undefined {
  const { tongue, row } = reader;
  if (!row[at] || row[at]!.sort === 'mark') return undefined;
  const word = low(reader, at);
  if (tongue.firstPerson.has(word)) return { names: [], sort: 'first', end: at + 1, plural: true };
  if (tongue.pronouns.has(word))
    return { names: [], sort: 'pronoun', end: at + 1, plural: word === 'they' || word.endsWith('s') };
  const others = phraseEnd(reader, at, tongue.others);
  const first = reader.register.meet(row, tongue.determiners.has(word) ? at + 1 : at);
  const both = word === 'both' && tongue.roles.has(low(reader, at + 1));
  const crowd = both || (first && !first.adjective && first.length > 1) ? undefined : crowdAt(reader, at);
  if (crowd && crowd.end >= others) return crowd;
  if (others > 0) return { names: [], sort: 'crowd', end: others, plural: true };
  const start = both || tongue.determiners.has(word) ? at + 1 : at;
  const found =
    officeAt(reader, start, start > at) ??
    roleAt(reader, start, start > at) ??
    heldAt(reader, start) ??
    anaphorAt(reader, start, start > at) ??
    personAt(reader, start) ??
    unknownAt(reader, start, start > at);
  return found ?? someoneAt(reader, at);
}

/** "a fisher from Malawi", "une étudiante": someone without a name, before a verb of speaking. */
function someoneAt(reader: Reader, at: number): Speaker | undefined {
  if (
    !/^(?:a|an|un|une|una)$/.test(low(reader, at)) ||
    reader.row[at + 1]?.sort !== 'word' ||
    written.test(low(reader, at + 1)) ||
    reader.row[at + 1]!.upper
  )
    return undefined;
  for (let i = at + 2; i < at + 8 && reader.row[i]?.sort === 'word'; i++) {
    if (low(reader, i) === 'to' || reader.tongue.copulas.has(low(reader, i))) return undefined;
    const verb = verbAt(reader, i, 'finite');
    if (verb && !verb.passive && quotes.test(verb.sense.lemma))
      return { names: [], sort: 'crowd', end: i, plural: false };
  }
  return undefined;
}

const written =
  /^(?:proposal|text|draft|paper|statement|report|resolution|study|paragraph|reference|clause|letter|document|declaration|amendment|footnote|note|paragraphe|texte|rapport|párrafo|texto|informe|propuesta|proposition)$/;
const quotes =
  /^(?:call|appeal|argue|report|describe|share|insist|state|observe|propose|request|tell|demand|lament|say|ask|add|note|stress|explain|recall|warn|question|emphasize|suggest|urge|dire|ajouter|demander|rappeler|souligner|decir|añadir|preguntar|pedir|señalar)$/;

/** A name on the register, with what hangs on it: "Sri Lanka Chair", "GRULAC (…)", "the EU delegation". */
function heldAt(reader: Reader, at: number): Speaker | undefined {
  const { row, tongue, register } = reader;
  const met = register.meet(row, at);
  if (!met) return undefined;
  let end = at + met.length;
  if (met.adjective) {
    if (!tongue.offices.has(low(reader, end)) && !tongue.anaphors.has(low(reader, end))) return undefined;
    end++;
  } else if (
    tongue.roles.has(low(reader, end)) ||
    tongue.offices.has(low(reader, end)) ||
    low(reader, end) === 'delegation'
  )
    end++;
  if (low(reader, end) === "'s" || low(reader, end) === "'") {
    if (!tongue.offices.has(low(reader, end + 1)) && !tongue.anaphors.has(low(reader, end + 1))) return undefined;
    end += 2;
  }
  if (low(reader, end) === '!' && row[end + 1] && !row[end + 1]!.upper) end++;
  const longer =
    met.actor.kind === 'state' || met.actor.kind === 'observer' || met.actor.kind === 'group' || end > at + met.length
      ? end
      : nameEnd(reader, at);
  if (longer > end && row[end]?.upper)
    return { names: [printed(reader, at, longer)], sort: 'unknown', end: longer, plural: false };
  return {
    names: [met.actor.name],
    sort: 'held',
    end: phraseEnd(reader, end + 1, tongue.behalf) > 0 ? end : afterBrackets(reader, end),
    plural: met.actor.name.endsWith('s') || met.actor.kind === 'group',
    group: met.actor.kind === 'group',
  };
}

/** Past "(…)", unless what stands in it matters to the caller. */
export function afterBrackets(reader: Reader, at: number): number {
  if (low(reader, at) !== '(') return at;
  for (let i = at + 1; i < at + 16 && i < reader.row.length; i++) if (low(reader, i) === ')') return i + 1;
  return at;
}

function anaphorAt(reader: Reader, at: number, determined: boolean): Speaker | undefined {
  if (!determined || !reader.tongue.anaphors.has(low(reader, at)) || /^(?:a|an|un|une|una)$/.test(low(reader, at - 1)))
    return undefined;
  if (reader.tongue.of.has(low(reader, at + 1))) return undefined;
  return { names: [], sort: 'anaphor', end: at + 1, plural: false };
}
