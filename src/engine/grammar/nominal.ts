import type { Act } from './act.ts';
import { subjectOf } from './act.ts';
import { trimmed } from './message.ts';
import { low } from './reader.ts';
import type { Reader } from './reader.ts';
import { namesAt } from './relation.ts';
import { isComma, verbAt } from './verb.ts';

const links = new Set(
  "to that for on about of regarding concerning de d' du des que visant tendant relative relatif sur à para sobre relativa relativo".split(
    ' ',
  ),
);

/** "Norway's proposal to …", "the proposal by Norway to …", "la proposition de la Norvège visant à …". */
export function nominalActs(reader: Reader): Act[] {
  const { row, tongue } = reader;
  const acts: Act[] = [];
  for (let i = 0; i < row.length; i++) {
    const word = low(reader, i);
    if (word === "'s" && i > 0) {
      const act = owned(reader, i);
      if (act) acts.push(act);
    } else if (
      tongue.nouns.has(word) &&
      determined(reader, i) &&
      i + 1 < row.length &&
      (tongue.by.has(low(reader, i + 1)) || tongue.of.has(low(reader, i + 1))) &&
      !(low(reader, i + 1) === 'of' && tongue.nouns.get(word) === 'committed')
    ) {
      const act = made(reader, i);
      if (act) acts.push(act);
    }
  }
  return acts;
}

/** "the proposal by …", "a joint request from …": not the verb "calls for". */
function determined(reader: Reader, at: number): boolean {
  for (let i = at - 1; i >= Math.max(0, at - 3); i--) if (reader.tongue.determiners.has(low(reader, i))) return true;
  return false;
}

function owned(reader: Reader, at: number): Act | undefined {
  for (let back = 1; back <= 6 && at - back >= 0; back++) {
    const met = reader.register.meet(reader.row, at - back);
    if (!met || met.adjective || met.length !== back) continue;
    let noun = at + 1;
    while (
      noun < at + 4 &&
      !reader.tongue.nouns.has(low(reader, noun)) &&
      !reader.tongue.auxiliaries.has(low(reader, noun)) &&
      reader.row[noun]?.sort === 'word'
    )
      noun++;
    return reader.tongue.nouns.has(low(reader, noun))
      ? said(reader, [...alsoOwned(reader, at - back), met.actor.name], noun, noun + 1)
      : undefined;
  }
  return undefined;
}

/** "the G-77/China's query" is both of theirs. */
function alsoOwned(reader: Reader, at: number): string[] {
  if (low(reader, at - 1) !== '/') return [];
  for (let back = 2; back <= 6 && at - back >= 0; back++) {
    const met = reader.register.meet(reader.row, at - back);
    if (met && met.length === back - 1) return [met.actor.name];
  }
  return [];
}

function made(reader: Reader, noun: number): Act | undefined {
  let at = noun + 1;
  while (reader.tongue.determiners.has(low(reader, at + 1))) at++;
  const list = namesAt(reader, at + 1, 'behalf') ?? namesAt(reader, noun + 1, 'behalf');
  return list && list.names.length && list.names.every((name) => reader.register.find(name))
    ? said(reader, list.names, noun, list.end)
    : undefined;
}

function said(reader: Reader, names: string[], noun: number, after: number): Act | undefined {
  let from = isComma(reader, after) ? after + 1 : after;
  if (!links.has(low(reader, from)) && !(reader.tongue.code === 'es' && low(reader, from) === 'a')) return undefined;
  from++;
  while (links.has(low(reader, from))) from++;
  let to = from;
  while (to < reader.row.length && !stops(reader, to, from)) to++;
  const [start, end] = trimmed(reader, from, to);
  if (end <= start) return undefined;
  return {
    subject: subjectOf(names),
    verb: null,
    act: reader.tongue.nouns.get(low(reader, noun))!,
    from: start,
    to: end,
    attribution: 'nominal',
    topic: '',
    refersBack: false,
    noun: [noun, noun + 1],
    doubts: [],
  };
}

/** A nominal message ends at a comma, a stop, or the verb of the sentence it stands in. */
function stops(reader: Reader, at: number, from: number): boolean {
  const token = reader.row[at]!;
  if (token.sort === 'mark') return [',', ';', ':', '–', '.'].includes(token.low);
  if (at === from) return false;
  if (reader.tongue.copulas.has(token.low)) return true;
  if (reader.tongue.contrast.has(token.low)) return true;
  return (token.low === 'had' || token.low === 'has') && !!verbAt(reader, at, 'finite');
}
