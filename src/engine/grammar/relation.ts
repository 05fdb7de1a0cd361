import { nameEnd, printed } from './person.ts';
import { low, phraseEnd } from './reader.ts';
import type { Reader } from './reader.ts';
import { speakerAt } from './speaker.ts';
import type { Speaker } from './speaker.ts';
import { isAdverb, isComma, verbAt } from './verb.ts';

export type Relation = 'behalf' | 'support' | 'oppose' | 'alongside';
const relations: Relation[] = ['oppose', 'support', 'behalf', 'alongside'];

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
  const whole = kind === 'behalf' ? wholeEnd(reader, first) : first.end;
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

/** "the Group of Friends of Water", "Pacific islands": all of a group's name, where the register holds less. */
function wholeEnd(reader: Reader, first: Speaker): number {
  if (first.group && low(reader, first.end) === 'of' && reader.row[first.end + 1]?.upper)
    return nameEnd(reader, first.end + 1);
  return first.sort === 'unknown' ? smallEnd(reader, first.end) : first.end;
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

export const mayStand = (speaker: Speaker) =>
  speaker.sort !== 'pronoun' && speaker.sort !== 'first' && speaker.sort !== 'anaphor';

function listGoesOn(reader: Reader, at: number): boolean {
  return isComma(reader, at) || reader.tongue.and.has(low(reader, at));
}
