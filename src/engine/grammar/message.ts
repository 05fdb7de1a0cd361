import { low, phraseEnd } from './reader.ts';
import type { Reader } from './reader.ts';
import { speakerAt } from './speaker.ts';
import { namesAt } from './relation.ts';
import { isAdverb, isComma } from './verb.ts';
import type { Verb } from './verb.ts';

/** Where the message of a verb starts: past "that", "on", "to", a colon, and asides such as "inter alia". */
export function messageStart(reader: Reader, verb: Verb): { at: number; clause: boolean } {
  const { tongue } = reader;
  let i = pastParenthesis(reader, verb.end);
  let clause = false;
  for (let steps = 0; steps < 5; steps++) {
    const aside = asideEnd(reader, i);
    if (aside > i) i = aside;
    else if (low(reader, i) === 'that' && i === verb.end && prepositions.test(low(reader, i - 1))) break;
    else if (isComma(reader, i) && i === verb.end && /^(?:that|to|que|qu')$/.test(low(reader, i + 1))) i++;
    else if (low(reader, i) === ':' || low(reader, i) === '–') i++;
    else if (low(reader, i) === 'as' && low(reader, i + 1) === 'to' && i === verb.end) i += 2;
    else if (low(reader, i) === 'quant' && /^(?:à|au|aux)$/.test(low(reader, i + 1))) i++;
    else if (echoHere(reader, i)) break;
    else if (!clause && tongue.introducers.has(low(reader, i)) && reader.row[i + 1] && reader.row[i + 1]!.low !== '.') {
      clause = true;
      i++;
    } else if (alsoAfter.test(low(reader, i)) && i === verb.end) i++;
    else if (
      isAdverb(reader, i) &&
      (tongue.introducers.has(low(reader, i + 1)) || low(reader, i + 1) === ':') &&
      !clause
    )
      i++;
    else break;
  }
  return { at: pastAddressee(reader, verb, i), clause };
}

/** "doubts about that approach": after a preposition "that" points, and belongs to what was said. */
const prepositions = /^(?:about|on|of|for|with|to|in|over|against|upon|regarding|at|by)$/;

/** "suggested, as an alternative, that …": what stands between two commas before "that" is passed over. */
function pastParenthesis(reader: Reader, at: number): number {
  const other = reader.tongue.and.has(low(reader, at + 1)) || reader.tongue.contrast.has(low(reader, at + 1));
  if (!isComma(reader, at) || other) return at;
  for (let i = at + 2; i < at + 9 && reader.row[i]; i++)
    if (isComma(reader, i)) return /^(?:that|to|que|qu')$/.test(low(reader, i + 1)) ? i + 1 : at;
  return at;
}

/** "disagreed with that suggestion": the whole of what follows stands for what was said before. */
function echoHere(reader: Reader, at: number): boolean {
  const end = phraseEnd(reader, at, reader.tongue.echoes);
  return (
    end > at + 1 &&
    (end >= reader.row.length || reader.row[end]!.sort === 'mark' || reader.tongue.and.has(low(reader, end)))
  );
}

/** "called also for", "solicitó además": passed over. */
const alsoAfter = /^(?:also|aloud|again|además|también|asimismo|igualmente|également|aussi|ensuite|luego)$/;

function asideEnd(reader: Reader, at: number): number {
  const start = isComma(reader, at) ? at + 1 : at;
  const phrase = phraseEnd(reader, start, reader.tongue.asides);
  if (phrase > 0) return isComma(reader, phrase) ? phrase + 1 : start === at ? phrase : phrase;
  if (start > at && isAdverb(reader, start) && isComma(reader, start + 1)) return start + 2;
  return at;
}

const askedHow = /^(?:whether|if|how|what|why|when|which|who|where|si|comment|pourquoi|cómo|qué)$/;
const askers = /^(?:request|ask|press|prier|demander|pedir|solicitar)$/;

/** "requested member States for ratification", "asked Norway whether …": who was asked is not what was said. */
function pastAddressee(reader: Reader, verb: Verb, at: number): number {
  if (/^(?:agree|disagree|concur)$/.test(verb.sense.lemma)) {
    const other = speakerAt(reader, at);
    return other && low(reader, other.end) === 'that' ? other.end + 1 : at;
  }
  if (!askers.test(verb.sense.lemma)) return at;
  const asked = speakerAt(reader, at);
  if (!asked) {
    if (reader.tongue.determiners.has(low(reader, at)))
      for (let i = at + 2; i < at + 5; i++) if (askedHow.test(low(reader, i))) return i;
    return at;
  }
  const word = low(reader, asked.end);
  if (word === 'for' && !verb.sense.particles?.has('for')) return asked.end + 1;
  return askedHow.test(word) ? asked.end : at;
}

/** "requested Mali, Niger and Chad to meet": a list of those asked is one thing, and no new speaker begins in it. */
export function pastAddressees(reader: Reader, from: number): number {
  const list = speakerAt(reader, from)?.sort === 'held' ? namesAt(reader, from, 'support') : undefined;
  return list && list.names.length > 1 && /^(?:to|not|for|on|in|à|de|a|que)$/.test(low(reader, list.end))
    ? list.end
    : from;
}

/** Cuts marks that only close or open: commas, stops, dashes, a bracket or quotation mark without its partner. */
export function trimmed(reader: Reader, from: number, to: number): [number, number] {
  while (from < to && opens(reader, from, to)) from++;
  while (to > from && closes(reader, from, to - 1)) to--;
  const quote = low(reader, to) === ',' ? to + 1 : to;
  if (low(reader, quote) === '"' && count(reader, from, to, '"') % 2 === 1) to = quote + 1;
  return [from, to];
}

function opens(reader: Reader, at: number, to: number): boolean {
  const word = low(reader, at);
  if (word === '"') {
    const marks = count(reader, at, to, '"');
    return (
      marks === 1 || (marks === 2 && (low(reader, to - 1) === '"' || low(reader, to - 2) === '"') && wraps(reader, to))
    );
  }
  return [',', ';', ':', '–', '.', ')', '-'].includes(word);
}

/** A quotation mark at the very end, before or after the stop. */
const wraps = (reader: Reader, to: number) =>
  low(reader, to - 1) === '"' || ['.', ',', ';'].includes(low(reader, to - 1));

function closes(reader: Reader, from: number, at: number): boolean {
  const word = low(reader, at);
  if (word === ')' || word === ']') return !has(reader, from, at, word === ')' ? '(' : '[');
  if (word === '"') return count(reader, from, at + 1, '"') % 2 === 1;
  if (reader.tongue.and.has(word) || reader.tongue.contrast.has(word))
    return at === reader.row.length - 1 || reader.row[at]!.sort === 'word';
  return ['.', ',', ';', ':', '–', '(', '¿', '¡', '!', '…'].includes(word);
}

function has(reader: Reader, from: number, to: number, mark: string): boolean {
  return count(reader, from, to, mark) > 0;
}

function count(reader: Reader, from: number, to: number, mark: string): number {
  let found = 0;
  for (let i = from; i < to; i++) if (low(reader, i) === mark) found++;
  return found;
}
