import type { Next } from './boundary.ts';
import { low, phraseEnd } from './reader.ts';
import type { Reader } from './reader.ts';
import { namesAt, relationAt } from './relation.ts';
import { subjectAt } from './subject.ts';
import { isComma, verbAt } from './verb.ts';

/** ", supported by Peru", ", which was opposed by Japan", ", but this was opposed by Japan". */
export function trailing(reader: Reader, k: number, at: number): Next | undefined {
  const { tongue } = reader;
  const plain = relationAt(reader, at);
  if (plain && (plain.kind === 'support' || plain.kind === 'oppose') && stopsHere(reader, plain.end))
    return { sort: 'relation', end: k, kind: plain.kind, names: plain.names, after: plain.end };
  const likewise = alsoDid(reader, k, at);
  if (likewise) return likewise;
  const relative = relativeOf(reader, k, at);
  if (relative) return relative;
  const shared = sharedBy(reader, k, at);
  if (shared) return shared;
  let i = at;
  if (tongue.contrast.has(low(reader, i)) || tongue.and.has(low(reader, i))) i++;
  if (isComma(reader, i)) i++;
  const echo = phraseEnd(reader, i, tongue.echoes);
  const subjectEnd = tongue.relatives.has(low(reader, i)) ? i + 1 : tongue.copulas.has(low(reader, i)) ? i : echo;
  if (subjectEnd < 0) return undefined;
  const verb = verbAt(reader, subjectEnd, 'finite');
  if (
    !verb?.passive ||
    !tongue.by.has(low(reader, verb.end)) ||
    (verb.sense.act !== 'supported' && verb.sense.act !== 'opposed')
  )
    return undefined;
  const list = namesAt(reader, verb.end + 1, 'support');
  if (!list) return undefined;
  const against = (verb.sense.act === 'opposed') !== verb.negated;
  return { sort: 'relation', end: k, kind: against ? 'oppose' : 'support', names: list.names, after: list.end };
}

/** "with Japan opposing the text" goes on to say what; only a bare one is a relation. */
const stopsHere = (reader: Reader, at: number) =>
  !low(reader, at - 1).endsWith('ing') ||
  at >= reader.row.length ||
  (reader.row[at]!.sort === 'mark' && low(reader, at) !== '"');

/** ", as did Peru", "and so did the EU": these say it too. */
function alsoDid(reader: Reader, k: number, at: number): Next | undefined {
  const as = reader.tongue.and.has(low(reader, at)) ? at + 1 : at;
  if (!/^(?:as|so)$/.test(low(reader, as)) || !/^(?:did|does|do|had|was|were)$/.test(low(reader, as + 1)))
    return undefined;
  const list = namesAt(reader, as + 2, 'support');
  return list ? { sort: 'relation', end: k, kind: 'names', names: list.names, after: list.end } : undefined;
}

/** ", which Japan opposed", ", to which Iran objected". */
function relativeOf(reader: Reader, k: number, at: number): Next | undefined {
  const which = low(reader, at) === 'to' || low(reader, at) === 'with' ? at + 1 : at;
  if (low(reader, which) !== 'which') return undefined;
  return sidedBy(reader, k, which + 1);
}

/** "… Peru and Senegal supported": who took which side of it. */
function sidedBy(reader: Reader, k: number, at: number): Next | undefined {
  const subject = subjectAt(reader, at);
  if (!subject?.sorts.has('held')) return undefined;
  const verb = verbAt(reader, isComma(reader, subject.end) ? subject.end + 1 : subject.end, 'plural');
  if (!verb || verb.passive || (verb.sense.act !== 'opposed' && verb.sense.act !== 'supported')) return undefined;
  const kind = (verb.sense.act === 'opposed') !== verb.negated ? 'oppose' : 'support';
  const found: Next = { sort: 'relation', end: k, kind, names: subject.names, after: verb.end };
  const more = joins.test(low(reader, verb.end)) ? sidedBy(reader, k, verb.end + 1) : undefined;
  return more?.sort === 'relation' ? { ...found, after: more.after, also: more } : found;
}

const joins = /^(?:and|but|while|whereas)$/;

/** ", a view shared by France", ", a proposal opposed by Japan". */
function sharedBy(reader: Reader, k: number, at: number): Next | undefined {
  const { tongue } = reader;
  if (!tongue.determiners.has(low(reader, at)) || reader.row[at + 1]?.sort !== 'word') return undefined;
  const relative = tongue.relatives.has(low(reader, at + 2)) ? sidedBy(reader, k, at + 3) : undefined;
  if (relative) return relative;
  const how = tongue.relatives.has(low(reader, at + 2)) && tongue.copulas.has(low(reader, at + 3)) ? at + 4 : at + 2;
  if (!tongue.by.has(low(reader, how + 1))) return undefined;
  const against =
    /^(?:opposed|rejected|contested|challenged|disputed|criticized|rejetée?|contestée?|rechazad[ao])$/.test(
      low(reader, how),
    );
  const beside =
    /^(?:shared|supported|echoed|endorsed|backed|welcomed|partagée?|appuyée?|soutenue?|compartid[ao]|apoyad[ao]|respaldad[ao])$/.test(
      low(reader, how),
    );
  const list = against || beside ? namesAt(reader, how + 2, 'support') : undefined;
  return list
    ? { sort: 'relation', end: k, kind: against ? 'oppose' : 'support', names: list.names, after: list.end }
    : undefined;
}
