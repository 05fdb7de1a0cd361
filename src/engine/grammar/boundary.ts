import { BASE } from '../tongues/tongue.ts';
import { low, phraseEnd } from './reader.ts';
import type { Reader } from './reader.ts';
import { speakerAt } from './speaker.ts';
import { namesAt, relationAt, subjectAt, verbOf } from './subject.ts';
import type { Subject } from './subject.ts';
import { isAdverb, isComma, verbAt } from './verb.ts';
import type { Verb } from './verb.ts';

/** What comes after a message: another predicate of the same speakers, a new subject, a relation, or nothing. */
export type Next =
  | { sort: 'verb' | 'gerund'; end: number; verb: Verb; beside: Beside }
  | { sort: 'frame'; end: number; verb: Verb; subject: Subject }
  | { sort: 'relation'; end: number; kind: 'support' | 'oppose'; names: string[]; after: number }
  | { sort: 'gap'; end: number; subject: Subject; from: number }
  | { sort: 'end'; end: number };

/** Who joins from a predicate on: "and, with the EU, suggested", "and, supported by Sudan, proposed". */
export type Beside = Record<'alongside' | 'support' | 'oppose' | 'behalf', string[]>;
const nobody = (): Beside => ({ alongside: [], support: [], oppose: [], behalf: [] });

export interface Current {
  verb: Verb | null;
  gerund: boolean;
  /** The message is a clause ("that …"): a bare "and this will" still belongs to it. */
  clause: boolean;
}

/** The first boundary at or after `from`. */
export function nextAfter(reader: Reader, from: number, current: Current): Next {
  const { row, tongue } = reader;
  let depth = 0;
  for (let k = from; k < row.length; k++) {
    const token = row[k]!;
    if (token.sort === 'mark') {
      if (token.low === '(') depth++;
      else if (token.low === ')') depth = Math.max(0, depth - 1);
      if (depth > 0 || ![',', ';', '–', ':'].includes(token.low)) continue;
    } else if (depth > 0 || !(tongue.and.has(token.low) || tongue.contrast.has(token.low) || bareGerund(reader, k, from, current))) continue;
    const found = boundaryAt(reader, k, from, current);
    if (found) return found;
  }
  return { sort: 'end', end: row.length };
}

function boundaryAt(reader: Reader, k: number, from: number, current: Current): Next | undefined {
  const { tongue } = reader;
  if (low(reader, k) === ':') return afterColon(reader, k);
  const pause = reader.row[k]!.sort === 'mark' && low(reader, k) !== '/';
  let c = pause ? k + 1 : k;
  const conjunction = tongue.and.has(low(reader, c)) || tongue.contrast.has(low(reader, c));
  const contrast = tongue.contrast.has(low(reader, c));
  if (conjunction) c++;
  if (low(reader, c) === 'que' && contrast) c++;
  const relation = pause || contrast ? trailing(reader, k, pause ? k + 1 : k) : undefined;
  if (relation) return relation;
  return gerundAt(reader, k, c, from, current, pause, contrast) ?? sameSubject(reader, k, c, current, pause, conjunction) ?? otherSubject(reader, k, c, from, current, pause, conjunction, contrast) ?? clauseEnd(reader, k, c, current, conjunction);
}

/** "views diverged: the EU wanted a workshop": only a name on the register opens a clause after a colon. */
function afterColon(reader: Reader, k: number): Next | undefined {
  const subject = subjectAt(reader, k + 1);
  if (!subject?.sorts.has('held')) return undefined;
  const verb = verbAt(reader, subject.end, subject.plural ? 'plural' : 'finite');
  return verb && !verb.passive ? { sort: 'frame', end: k, verb, subject } : undefined;
}

/** ", supported by Peru", ", which was opposed by Japan", ", but this was opposed by Japan". */
function trailing(reader: Reader, k: number, at: number): Next | undefined {
  const { tongue } = reader;
  const plain = relationAt(reader, at);
  if (plain && (plain.kind === 'support' || plain.kind === 'oppose') && stopsHere(reader, plain.end)) return { sort: 'relation', end: k, kind: plain.kind, names: plain.names, after: plain.end };
  const relative = relativeOf(reader, k, at);
  if (relative) return relative;
  let i = at;
  if (tongue.contrast.has(low(reader, i)) || tongue.and.has(low(reader, i))) i++;
  if (isComma(reader, i)) i++;
  const echo = phraseEnd(reader, i, tongue.echoes);
  const subjectEnd = tongue.relatives.has(low(reader, i)) ? i + 1 : tongue.copulas.has(low(reader, i)) ? i : echo;
  if (subjectEnd < 0) return undefined;
  const verb = verbAt(reader, subjectEnd, 'finite');
  if (!verb?.passive || !tongue.by.has(low(reader, verb.end)) || (verb.sense.act !== 'supported' && verb.sense.act !== 'opposed')) return undefined;
  const list = namesAt(reader, verb.end + 1, 'support');
  if (!list) return undefined;
  const against = (verb.sense.act === 'opposed') !== verb.negated;
  return { sort: 'relation', end: k, kind: against ? 'oppose' : 'support', names: list.names, after: list.end };
}

/** "with Japan opposing the text" goes on to say what; only a bare one is a relation. */
const stopsHere = (reader: Reader, at: number) => !/ing$/.test(low(reader, at - 1)) || at >= reader.row.length || reader.row[at]!.sort === 'mark';

/** ", which Japan opposed", ", to which Iran objected". */
function relativeOf(reader: Reader, k: number, at: number): Next | undefined {
  const which = low(reader, at) === 'to' || low(reader, at) === 'with' ? at + 1 : at;
  if (low(reader, which) !== 'which') return undefined;
  const subject = subjectAt(reader, which + 1);
  if (!subject?.sorts.has('held')) return undefined;
  const verb = verbAt(reader, subject.end, 'plural');
  if (!verb || verb.passive || (verb.sense.act !== 'opposed' && verb.sense.act !== 'supported')) return undefined;
  return { sort: 'relation', end: k, kind: (verb.sense.act === 'opposed') !== verb.negated ? 'oppose' : 'support', names: subject.names, after: verb.end };
}

const loose = /^(?:support|promot|recogni|encourag|present|introduc|focus|welcom|address|discuss|request|seek|establish|amend|replac|delet|remov|insert|clos|open|list|identif|creat|adopt|plan|offer|prefer|accept|monitor|view|valu|celebrat|describ|detail|demonstrat|consider|defin|compar|updat|report|read|relat|distribut|facilitat|suspend|prioriti|concentrat|launch|commit|elaborat|reflect|convey|appoint|moderat|replac|modif|specif|reject|block|resist)/;

/** ", noting …", "and stressing …" after another participle. */
function gerundAt(reader: Reader, k: number, c: number, from: number, current: Current, pause: boolean, contrast: boolean): Next | undefined {
  if (reader.tongue.code === 'fr' && low(reader, c) === 'en') c++;
  const bare = !pause && reader.row[k]!.sort === 'word' && low(reader, k).endsWith('ing');
  if (!pause && !contrast && !current.gerund && !bare) return undefined;
  const verb = verbAt(reader, bare ? k : c, 'gerund');
  if (!verb || verb.passive) return undefined;
  const listed = !bare && /ing$/.test(low(reader, from)) && pause && !contrast;
  if (loose.test(verb.sense.lemma) && (listed || (c > k + 1 && !contrast && !current.gerund) || gerundList(reader, from, k))) return undefined;
  if (verb.sense.act === 'procedural' || (loose.test(verb.sense.lemma) && low(reader, k) === ';')) return undefined;
  return { sort: 'gerund', end: k, verb, beside: nobody() };
}

/** A comma already split off a gerund that reports nothing: this is a list of things to do. */
function gerundList(reader: Reader, from: number, to: number): boolean {
  for (let i = from + 1; i < to; i++) if (isComma(reader, i - 1) && /ing$/.test(low(reader, i)) && !reader.tongue.senses.has(low(reader, i))) return true;
  return false;
}

const saying = /^(?:noting|saying|stressing|adding|emphasizing|emphasising|explaining|arguing|underscoring|underlining|highlighting|observing|recalling)$/;
/** Pieces of text say things themselves: "a paragraph noting that". */
const textual = /^(?:paragraph|paragraphs|text|language|reference|decision|preamble|footnote|sentence|clause|document|report|letter|resolution|wording|line|formulation|of|by|in|for|and|or|,)$/;

/** "a video on … in Qatar highlighting …": what a thing presented highlights, its presenter highlights. */
function bareGerund(reader: Reader, k: number, from: number, current: Current): boolean {
  if (k < from + 3 || reader.tongue.code !== 'en') return false;
  if (low(reader, k + 1) === 'that') return saying.test(low(reader, k)) && !textual.test(low(reader, k - 1));
  if (current.verb?.sense.act !== 'presented') return false;
  return /^(?:highlighting|emphasizing|emphasising|stressing|underscoring|underlining|noting)$/.test(low(reader, k)) && !reader.tongue.of.has(low(reader, k - 1)) && low(reader, k - 1) !== 'by';
}

/** "but will require" goes on with what was said; "but could not support" is an act. */
const hypothetical = /^(?:to|will|must|should|can|may|might|have|do|does|à)$/;

/** "…, but stressed that", "and, with the EU, suggested", "; called for". */
function sameSubject(reader: Reader, k: number, c: number, current: Current, pause: boolean, conjunction: boolean): Next | undefined {
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
  if (hypothetical.test(low(reader, d)) || (current.gerund && !(pause && conjunction))) return undefined;
  const bare = !!current.verb && isBase(reader, current.verb);
  const verb = verbAt(reader, d, bare ? 'plural' : 'finite') ?? (conjunction && tongue.code !== 'en' ? verbAt(reader, d, 'participle') : undefined);
  if (!verb || verb.passive || low(reader, verb.end) === 'by' || tongue.by.has(low(reader, verb.end)) && tongue.code !== 'es') return undefined;
  if (current.verb && !agrees(reader, current.verb, verb)) return undefined;
  if ((!pause && !conjunction) || (bare && !(pause && conjunction))) return undefined;
  if (!conjunction && isComma(reader, verb.end)) return undefined;
  return { sort: 'verb', end: k, verb, beside };
}

function afterAside(reader: Reader, comma: number): number {
  for (let i = comma + 1; i < comma + 12 && reader.row[i]; i++) if (isComma(reader, i)) return i + 1;
  return comma;
}

const isBase = (reader: Reader, verb: Verb) => !!(verb.sense.forms & BASE) && verb.sense.lemma === low(reader, verb.head);

/** Verbs of one report stand in one tense; a plural noun ("requests", "states") or a present is not one of them. */
function agrees(reader: Reader, current: Verb, next: Verb): boolean {
  const { code, auxiliaries, reflexives, copulas } = reader.tongue;
  const word = (verb: Verb) => low(reader, verb.head);
  if (code === 'fr') {
    const compound = (verb: Verb) => auxiliaries.has(word(verb)) || reflexives.has(word(verb)) || copulas.has(word(verb)) || /[éi]e?s?$/.test(word(verb));
    return compound(current) === compound(next);
  }
  if (code === 'es') {
    const past = (verb: Verb) => /(?:ó|ron|jo|so|vo|no|zo)$/.test(word(verb)) || auxiliaries.has(word(verb)) || reflexives.has(word(verb));
    return past(current) === past(next) || reflexives.has(word(next));
  }
  const present = (verb: Verb) => word(verb).endsWith('s') && !/(?:was|ss)$/.test(word(verb));
  return present(current) === present(next);
}

/** ", and Peru called for …", "while Norway preferred …", "; Japan opposed …", "with Chile adding that". */
function otherSubject(reader: Reader, k: number, c: number, from: number, current: Current, pause: boolean, conjunction: boolean, contrast: boolean): Next | undefined {
  const semicolon = low(reader, k) === ';';
  const together = pause && (low(reader, c) === 'with' || low(reader, c) === 'avec' || low(reader, c) === 'con');
  if (!(semicolon || together || (conjunction && (pause || contrast)) || (conjunction && !current.clause))) return undefined;
  let at = together ? c + 1 : c;
  while (isAdverb(reader, at) || (isComma(reader, at) && isAdverb(reader, at - 1))) at++;
  if (!speakerAt(reader, at)) return undefined;
  const subject = subjectAt(reader, at);
  if (!subject) return undefined;
  const vague = !subject.sorts.has('held') && !subject.sorts.has('role') && !subject.sorts.has('person');
  if (together) {
    const verb = verbAt(reader, subject.end, 'gerund');
    return verb && k >= from ? { sort: 'frame', end: k, verb, subject } : undefined;
  }
  const verb = verbAt(reader, subject.end, subject.plural ? 'plural' : 'finite') ?? (pause && !vague ? verbOf(reader, subject) : undefined);
  if (verb && !verb.passive && low(reader, verb.end) !== 'by') {
    if (current.verb && !agrees(reader, current.verb, verb)) return undefined;
    if (!pause && !contrast && (vague || speakerEndsAt(reader, k))) return undefined;
    if (subject.sorts.has('crowd') && current.clause && !contrast && !semicolon) return undefined;
    if (subject.sorts.has('pronoun') && current.clause && low(reader, subject.end - 1) === 'it') return undefined;
    return { sort: 'frame', end: k, verb, subject };
  }
  return gapAt(reader, k, subject, current, pause, vague);
}

function speakerEndsAt(reader: Reader, k: number): boolean {
  return !!reader.register.meet(reader.row, k - 1) || reader.row[k - 1]!.capitals;
}

/** "Norway called for caution, and Peru for speed": the verb is left out. */
function gapAt(reader: Reader, k: number, subject: Subject, current: Current, pause: boolean, vague: boolean): Next | undefined {
  if (vague || !pause || !current.verb) return undefined;
  const particle = low(reader, subject.end);
  const last = low(reader, current.verb.end - 1);
  if (particle !== last || !current.verb.sense.particles?.has(last)) return undefined;
  return { sort: 'gap', end: k, subject, from: subject.end + 1 };
}

/** "I thank the note-takers, and that will conclude …": a clause of its own, said by nobody. */
function clauseEnd(reader: Reader, k: number, c: number, current: Current, conjunction: boolean): Next | undefined {
  const { tongue } = reader;
  if (!conjunction || current.clause || !current.verb) return undefined;
  if (!tongue.clauseStarts.has(low(reader, c))) return undefined;
  if (!tongue.copulas.has(low(reader, c + 1)) && !tongue.auxiliaries.has(low(reader, c + 1))) return undefined;
  return { sort: 'relation', end: k, kind: 'support', names: [], after: reader.row.length };
}
