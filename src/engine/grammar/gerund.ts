import { nobody } from './boundary.ts';
import type { Current, Next } from './boundary.ts';
import { low } from './reader.ts';
import type { Reader } from './reader.ts';
import { isComma, verbAt } from './verb.ts';

const loose =
  /^(?:support|promot|recogni|encourag|present|introduc|focus|welcom|address|discuss|request|seek|establish|amend|replac|delet|remov|insert|clos|open|list|identif|creat|adopt|plan|offer|prefer|accept|monitor|view|valu|celebrat|describ|detail|demonstrat|consider|defin|compar|updat|report|read|relat|distribut|facilitat|suspend|prioriti|concentrat|launch|commit|elaborat|reflect|convey|appoint|moderat|replac|modif|specif|reject|block|resist)/;

/** ", noting …", "and stressing …" after another participle. */
export function gerundAt(
  reader: Reader,
  k: number,
  c: number,
  from: number,
  current: Current,
  pause: boolean,
  contrast: boolean,
): Next | undefined {
  if (reader.tongue.code === 'fr' && low(reader, c) === 'tout' && low(reader, c + 1) === 'en') c++;
  if (reader.tongue.code === 'fr' && low(reader, c) === 'en') c++;
  const bare = !pause && reader.row[k]!.sort === 'word' && low(reader, k).endsWith('ing');
  if (!pause && !contrast && !current.gerund && !bare) return undefined;
  const verb = verbAt(reader, bare ? k : c, 'gerund');
  if (!verb || verb.passive) return undefined;
  if (k === from && pause && textWork.test(verb.sense.lemma) && low(reader, verb.end) !== 'that') return undefined;
  const listed = !bare && low(reader, from).endsWith('ing') && pause && !contrast;
  if (
    loose.test(verb.sense.lemma) &&
    (listed || (c > k + 1 && !contrast && !current.gerund) || gerundList(reader, from, k))
  )
    return undefined;
  if (verb.sense.act === 'procedural' || (loose.test(verb.sense.lemma) && low(reader, k) === ';')) return undefined;
  return { sort: 'gerund', end: k, verb, beside: nobody() };
}

/** "Mali suggested, and Chad opposed, inserting a footnote": what is done to a text is what both spoke of. */
const textWork = /^(?:insert|delete|replace|remove|amend|modify|add|rephrase|reformulate|present|consider|include)$/;

/** A comma already split off a gerund that reports nothing: this is a list of things to do. */
function gerundList(reader: Reader, from: number, to: number): boolean {
  for (let i = from + 1; i < to; i++)
    if (isComma(reader, i - 1) && low(reader, i).endsWith('ing') && !reader.tongue.senses.has(low(reader, i)))
      return true;
  return false;
}

export const saying =
  /^(?:stating|noting|saying|stressing|adding|emphasizing|emphasising|explaining|arguing|underscoring|underlining|highlighting|observing|recalling|reminding|reiterating|reaffirming|thanking|inviting|urging|welcoming|asking)$/;
/** Pieces of text say things themselves: "a paragraph noting that". */
const textual =
  /^(?:paragraph|paragraphs|text|language|reference|decision|preamble|footnote|sentence|clause|document|report|letter|resolution|wording|line|formulation|of|by|in|for|and|or|,)$/;

/** "a video on … in Qatar highlighting …": what a thing presented highlights, its presenter highlights. */
export function bareGerund(reader: Reader, k: number, from: number, current: Current): boolean {
  if (k < from + 3 || reader.tongue.code !== 'en') return false;
  if (low(reader, k + 1) === 'that') return saying.test(low(reader, k)) && !textual.test(low(reader, k - 1));
  if (current.verb?.sense.act !== 'presented') return false;
  return (
    /^(?:highlighting|emphasizing|emphasising|stressing|underscoring|underlining|noting)$/.test(low(reader, k)) &&
    !reader.tongue.of.has(low(reader, k - 1)) &&
    low(reader, k - 1) !== 'by'
  );
}
