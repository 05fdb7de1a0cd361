import type { Reason } from '#record/refusals.ts';

interface Spoken {
  state: string;
  revisions: number;
  on_record: boolean;
}

/** What a delegation may confirm or correct: what it said, on the record, as it stands now. */
export function confirmingRefusal(statement: Spoken, basedOn: number): Reason | null {
  if (statement.state === 'confirmed') return 'correction.confirmed_already';
  return answeringRefusal(statement, basedOn);
}

export function askingRefusal(
  statement: Spoken,
  basedOn: number,
  words: { asked: string; stand: string },
): Reason | null {
  return answeringRefusal(statement, basedOn) ?? (words.asked === words.stand ? 'correction.same_words' : null);
}

function answeringRefusal({ state, revisions }: Spoken, basedOn: number): Reason | null {
  if (!['noted', 'checked', 'confirmed', 'received'].includes(state)) return 'correction.not_open';
  return revisions === basedOn ? null : { code: 'correction.revised_meanwhile', values: { revision: revisions } };
}

/** After the window a correction is still taken, and marked as late; before there is a record there is none to correct. */
export function isLate(closesAt: Date | null, now: Date): boolean {
  return closesAt !== null && closesAt <= now;
}

export function decidingRefusal(
  correction: { decision: string | null; body: string | null; revision: number },
  statement: { revisions: number },
  given: { decision: 'accepted' | 'declined'; words: string },
): Reason | null {
  if (correction.body === null) return 'correction.nothing_asked';
  if (correction.decision) return { code: 'correction.decided_already', values: { decision: correction.decision } };
  if (given.decision === 'declined') return given.words === '' ? 'correction.words_missing' : null;
  const { revisions: revision } = statement;
  return revision === correction.revision ? null : { code: 'correction.revised_meanwhile', values: { revision } };
}

/** The window opens once the meeting is over, and closes later than now. */
export function windowRefusal(roundtable: { state: string }, closesAt: Date, now: Date): Reason | null {
  if (roundtable.state === 'record_final') return 'note.record_final';
  if (!['adjourned', 'record_draft'].includes(roundtable.state)) return 'correction.not_over';
  return closesAt <= now ? 'correction.window_past' : null;
}
