import { BASE, FINITE } from '#engine/tongues/tongue.ts';
import { low } from './reader.ts';
import type { Reader } from './reader.ts';
import type { Speaker } from './speaker.ts';
import { isAdverb } from './verb.ts';

/**
 * A crowd that speaks without a name: "a number of countries", "several developing-country delegations",
 * "delegates", "many". A bare crowd noun counts only in the plural and in lower case.
 */
export function crowdAt(reader: Reader, at: number): Speaker | undefined {
  const { tongue, row } = reader;
  if (tongue.negations.has(low(reader, at))) return undefined;
  let i = at;
  let counted = false;
  while (isAdverb(reader, i) && !tongue.quantifiers.has(low(reader, i))) i++;
  if (tongue.determiners.has(low(reader, i))) i++;
  while (
    tongue.quantifiers.has(low(reader, i)) ||
    (counted &&
      ['of', 'the', 'de', 'des', "d'", 'les', 'large', 'los', 'las', 'great', 'gran', 'grand'].includes(
        low(reader, i),
      )) ||
    isNumberOf(reader, i)
  ) {
    counted = true;
    i++;
    if (isAdverb(reader, i) && !tongue.senses.has(low(reader, i))) i++;
  }
  if (!counted && i > at && single.test(low(reader, i)) && ['a', 'an', 'un', 'une', 'una'].includes(low(reader, i - 1)))
    counted = true;
  const region =
    i > at && /^(?:regional|negotiating|political)$/.test(low(reader, i)) && low(reader, i + 1) === 'group';
  if (region && /^(?:a|one|another)$/.test(low(reader, i - 1)))
    return { names: [], sort: 'crowd', end: i + 2, plural: false };
  if (counted && /^(?:them|these|those)$/.test(low(reader, i)) && low(reader, i - 1) === 'of')
    return { names: [], sort: 'crowd', end: i + 1, plural: true };
  const first = i;
  for (let more = 0; more <= 4; more++, i++) {
    const token = row[i];
    if (!token || token.sort === 'mark') break;
    if (tongue.crowd.has(token.low)) {
      if ((!counted || i === at + 1) && tongue.offices.has(token.low) && tongue.of.has(low(reader, i + 1)))
        return undefined;
      if (tongue.crowd.has(low(reader, i + 1)) || low(reader, i + 1) === 'parties') continue;
      if (
        !counted &&
        !(/s$|people/.test(token.low) && (!token.upper || i === 0 || official.test(token.low)) && soft(reader, at, i))
      )
        return undefined;
      return { names: [], sort: 'crowd', end: crowdEnd(reader, i + 1), plural: true };
    }
    if (token.upper && i > 0 && !counted) break;
    if (tongue.senses.has(token.low) && !/^(?:developed|developing)$/.test(token.low)) break;
  }
  const alone = counted && first > at && standsAlone.has(low(reader, first - 1));
  return alone ? { names: [], sort: 'crowd', end: first, plural: true } : undefined;
}

const single =
  /^(?:participants?|delegates?|delegation|speaker|panell?ist|member|country|expert|intervenante?|oratrice|orateur|participante?|oradora?|delegado|delegada|délégation|délégué|déléguée|représentante?|delegación|representante|expert|experte|experto|experta|miembro|membre|pays|país|observateur|observador|representative|observer)$/;
const official = /^(?:states|parties|members|governments|delegations|countries|ngos|états|estados)$/;
const standsAlone = new Set(
  'several some many most others few numerous plusieurs certains certaines beaucoup varios varias algunos algunas muchos muchas otros otras all both another one'.split(
    ' ',
  ),
);

/** "a number of", "un certain nombre de". */
function isNumberOf(reader: Reader, at: number): boolean {
  return (
    ['number', 'nombre', 'número', 'range', 'variety', 'couple', 'handful', 'group', 'grupo', 'groupe'].includes(
      low(reader, at),
    ) &&
    ['of', 'de', 'des', "d'"].includes(low(reader, at + 1)) &&
    !reader.row[at]!.upper
  );
}

/** Between the start and the crowd noun only small words stand. */
function soft(reader: Reader, from: number, to: number): boolean {
  for (let i = from + (from === 0 ? 1 : 0); i < to; i++) if (reader.row[i]!.upper) return false;
  return true;
}

/** "… from the floor", "… in the spin-off group", "… from developing countries". */
function crowdEnd(reader: Reader, at: number): number {
  const word = low(reader, at);
  const siding = sides.test(word) || (word === 'opposed' && low(reader, at + 1) === 'to');
  const busy = siding || (word.length > 5 && word.endsWith('ing') && !reader.tongue.senses.has(word));
  if (
    !busy &&
    !['from', 'in', 'at', 'of', 'on', 'de', 'du', 'des', 'del', 'en', "d'", 'involved'].includes(low(reader, at))
  )
    return at;
  for (let i = at + 1; i < at + 9 && i < reader.row.length; i++) {
    if (reader.row[i]!.sort === 'mark' || (busy && low(reader, i) === 'that')) return at;
    if (i > at + 1 && (siding ? finite(reader, i) : reader.tongue.senses.has(low(reader, i)))) return i;
  }
  return at;
}

/** "delegations supporting the level stressed …": those who took a side, up to their verb. */
const sides = /^(?:supporting|opposing|favou?ring|advocating|representing|seeking)$/;
const finite = (reader: Reader, at: number) =>
  !!reader.tongue.senses.get(low(reader, at))?.some((sense) => sense.forms & FINITE && !(sense.forms & BASE));
