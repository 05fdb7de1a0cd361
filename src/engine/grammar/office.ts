import { low } from './reader.ts';
import type { Reader } from './reader.ts';
import type { Speaker } from './speaker.ts';
import { nameEnd, printed } from './person.ts';
import { verbAt } from './verb.ts';

/**
 * Someone who speaks for an actor by office: "the representative of Tunisia", "The Honourable Minister of Qatar",
 * "the observer for Amnesty International". The actor speaks; with a printed name, the person does.
 */
export function officeAt(reader: Reader, at: number, determined: boolean): Speaker | undefined {
  const { row, tongue, register } = reader;
  let i = at;
  while (i < at + 5 && row[i]?.sort === 'word' && !tongue.offices.has(row[i]!.low)) {
    if (!row[i]!.upper && !plainTitle.has(row[i]!.low)) return undefined;
    if (register.meet(row, i)) return undefined;
    i++;
  }
  if (!tongue.offices.has(low(reader, i)) || (!determined && !row[i]!.upper)) return undefined;
  while (tongue.offices.has(low(reader, i + 1)) && tongue.of.has(low(reader, i + 2))) i++;
  const plural = low(reader, i).endsWith('s') || low(reader, i + 1) === 'members';
  if (i > at && row[at]!.upper && row[i - 1]!.upper && !row[i]!.upper && !tongue.of.has(low(reader, i + 1)))
    return { names: [printed(reader, at, i)], sort: 'unknown', end: i + 1, plural };
  const led = low(reader, i) === 'head' && /^(?:delegation)$/.test(low(reader, i + 2)) ? i + 3 : i;
  if (led > i && !tongue.of.has(low(reader, led))) return { names: [], sort: 'anaphor', end: led, plural };
  const own = reader.tongue.code === 'en' || row[i + 1]?.sort !== 'word' ? undefined : adjectiveOf(reader, i + 1);
  if (own) return { names: [own], sort: 'held', end: i + 2, plural };
  let linked = false;
  for (let j = i + 1; j < i + 12 && row[j]; j++) {
    const token = row[j]!;
    if (tongue.of.has(token.low) || tongue.by.has(token.low)) linked = true;
    const met = linked && !tongue.determiners.has(token.low) ? register.meet(row, j) : undefined;
    if (linked && !met && token.upper && speaksFor.test(low(reader, i)) && !tongue.offices.has(token.low))
      return unknownBody(reader, i, true);
    if (met && !met.adjective) return named(reader, j, met.length, met.actor.name, plural);
    const small =
      tongue.of.has(token.low) ||
      tongue.determiners.has(token.low) ||
      tongue.and.has(token.low) ||
      tongue.offices.has(token.low);
    if (token.sort !== 'word' || (!token.upper && !small && !plainTitle.has(token.low)))
      return unknownBody(reader, i, linked);
  }
  return undefined;
}

/** "la délégation suédoise": in small letters, after its noun. */
function adjectiveOf(reader: Reader, at: number): string | undefined {
  const token = reader.row[at]!;
  const met = token.upper ? undefined : reader.register.meet([{ ...token, upper: true }], 0);
  return met?.adjective ? met.actor.name : undefined;
}

/** These speak for the body that follows, whole: "the observer for the Order of …"; a minister is of a ministry first. */
const speaksFor =
  /^(?:representatives?|observers?|delegates?|delegations?|représentante?s?|observat(?:eur|rice)s?|délégué|déléguée|délégation|representantes?|observadora?|delegad[oa]|delegación)$/;
const plainTitle = new Set(
  'honourable honorable deputy permanent foreign prime chief vice excellency special state interior affairs labour general member members adjoint permanent permanente'.split(
    ' ',
  ),
);

function named(reader: Reader, at: number, length: number, name: string, plural: boolean): Speaker {
  const { row, register, tongue } = reader;
  const names = [name];
  let end = at + length;
  for (let more = true; plural && more;) {
    let next = end;
    while (
      low(reader, next) === ',' ||
      tongue.and.has(low(reader, next)) ||
      tongue.determiners.has(low(reader, next)) ||
      (next > end && tongue.of.has(low(reader, next)))
    )
      next++;
    const met = next > end ? register.meet(row, next) : undefined;
    more = !!met && !met.adjective;
    if (met && more) {
      names.push(met.actor.name);
      end = next + met.length;
    }
  }
  if (low(reader, end) === '(') while (end < row.length && low(reader, end - 1) !== ')') end++;
  return { names, sort: 'held', end, plural: names.length > 1 };
}

/** "the representative of the Lake Basin Women's League": a body the register does not hold. */
function unknownBody(reader: Reader, office: number, linked: boolean): Speaker | undefined {
  if (!linked) return undefined;
  if (/^(?:a|an|one|another)$/.test(low(reader, office + 2))) return someone(reader, office + 3);
  let start = office + 1;
  while (reader.tongue.of.has(low(reader, start)) || reader.tongue.determiners.has(low(reader, start))) start++;
  const role = reader.tongue.roles.get(low(reader, start));
  if (role && !reader.row[start]!.upper) return { names: [role], sort: 'role', end: start + 1, plural: false };
  const end = nameEnd(reader, start);
  if (end <= start) return undefined;
  const title = reader.row[office]!.upper && !speaksFor.test(low(reader, office));
  return { names: [printed(reader, title ? office : start, end)], sort: 'unknown', end, plural: false };
}

/** "the representative of a non-governmental organization": somebody, up to the verb. */
function someone(reader: Reader, at: number): Speaker | undefined {
  for (let i = at; i < at + 8 && reader.row[i]?.sort === 'word'; i++)
    if (i > at && verbAt(reader, i, 'finite')) return { names: [], sort: 'crowd', end: i, plural: false };
  return undefined;
}
