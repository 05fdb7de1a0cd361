import type { Reason } from '#record/refusals.ts';

export { constituencyOf, type Constituency } from '#people/constituencies/rules.ts';

interface Stretch {
  sentenceStart: number;
  sentenceEnd: number;
  messageStart: number;
  messageEnd: number;
}

/** A point names a stretch of words that is there: offsets are UTF-16 code units into the statement's current words. */
export function pointRefusal(point: Stretch, body: string): Reason | null {
  const { sentenceStart, sentenceEnd, messageStart, messageEnd } = point;
  const isThere = (start: number, end: number) => start < end && end <= body.length;
  const values = { start: messageStart, end: messageEnd, length: body.length };
  return isThere(sentenceStart, sentenceEnd) && isThere(messageStart, messageEnd)
    ? null
    : { code: 'point.outside_statement', values };
}

/**
 * Whether the words are the speaker's own ("we call on …") or someone's account of them ("Guatemala asked …"). A text that
 * came in as a report is an account; so is what a note-taker typed, unless it says "we" or "I" as only the speaker can.
 */
export function isFirstPerson(statement: { source: string; kind: string; body: string }): boolean {
  if (statement.source === 'import') return false;
  if (statement.kind === 'comment' || statement.kind === 'written_statement') return true;
  return statement.source !== 'note_taker' || hasOwnVoice(statement.body);
}

/** Whether somebody speaks of themselves in these words, outside of what they quote: "we", "notre". */
export function hasOwnVoice(words: string): boolean {
  return ownVoice.test(words.replace(/[“«"][^”»"]*[”»"]/g, ''));
}

// English, French and Spanish: the languages in which the engine tells an account from a speech.
const ownVoice =
  /(?<![\p{L}\p{M}])(?:[Ww]e|[Oo]urs?|us|I(?=\s+[a-z])|[Mm]y|[Nn]ous|[Nn]otre|[Nn]os|[Jj]e|[Nn]osotr[oa]s|[Nn]uestr[oa]s?)(?![\p{L}\p{M}])/u;

/** An issue lies under one of the same roundtable. */
export function issueParentRefusal(parent: { roundtable_id: string } | undefined, roundtableId: string): Reason | null {
  return parent && parent.roundtable_id !== roundtableId ? 'issue.parent_elsewhere' : null;
}

/** "Did not support" is against; "could not say" is not: only what was taken a side on can be opposed. */
export function isAgainst({ act, polarity }: { act: string; polarity: number }): boolean {
  return act === 'opposed' || (polarity < 0 && ['supported', 'proposed', 'emphasised', 'committed'].includes(act));
}
