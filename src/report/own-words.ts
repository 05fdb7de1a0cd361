import { hasOwnVoice } from '#analysis/rules.ts';
import type { DraftPoint, DraftStatement, Speaker } from './draft-record.ts';

/**
 * How the words of a point stand in a report. `reported`: in the third person, as they were taken down or as somebody wrote
 * of themselves ("Portugal proposes …"). `quoted`: the whole sentence, in the speaker's own voice. `message`: what follows
 * the verb is quoted alone, for before it stands who says it ("We, Kenya and Uganda, propose …") and would be told twice.
 */
export function mannerOf(
  point: DraftPoint,
  { body, language }: Pick<DraftStatement, 'body' | 'language'>,
): { is: 'reported' | 'quoted' } | { is: 'message'; words: string } {
  const { attribution, sentenceStart, sentenceEnd, messageStart, messageEnd, verb } = point;
  if (attribution !== 'first_person') return { is: 'reported' };
  const sentence = body.slice(sentenceStart, sentenceEnd);
  const joint = together.exec(sentence)?.[0];
  if (verb === '') return joint ? { is: 'message', words: sentence.slice(joint.length) } : { is: 'quoted' };
  const lead = body.slice(sentenceStart, messageStart);
  const before = lead.slice(0, Math.max(0, lead.lastIndexOf(verb))).trim();
  if (before === '' || (hasOwnVoice(before) && !joint)) return { is: 'quoted' };
  // A draft is in English: words of another language stand in it as a quotation.
  return hasOwnVoice(sentence) || language !== 'en'
    ? { is: 'message', words: body.slice(messageStart, messageEnd) }
    : { is: 'reported' };
}

/** "We, Kenya and Uganda, ": who they are stands between the commas. */
const together = /^\s*(?:We|Nous|Nosotr[oa]s),\s[^,.;:]*\p{Lu}[^.;:]*?,\s+(?=\p{Ll})/u;

/** Who says a point: where several signed a statement that names them itself, all of them, not the first alone. */
export function actorsIn(point: DraftPoint, statement: DraftStatement): Speaker[] {
  const { speakers } = statement;
  if (point.actors.length === 0) return speakers;
  const isTheirs = point.attribution === 'first_person' && mannerOf(point, statement).is !== 'quoted';
  return isTheirs && point.actors.every(({ name }) => speakers.some((one) => one.name === name)) ? speakers : point.actors; // prettier-ignore
}
