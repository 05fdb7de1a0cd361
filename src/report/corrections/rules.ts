import type { Reason } from '#record/refusals.ts';

/** A delegation may ask while a report is circulated, and after: what comes late is marked, and read all the same. */
export function askingRefusal(
  report: { state: string },
  asked: { body: string; stood: string | null },
  isOpenAlready: boolean,
): Reason | null {
  if (!['correction_window', 'final', 'corrigendum'].includes(report.state)) return 'line.not_circulated';
  if (asked.stood !== null && asked.body === asked.stood) return 'line.same_words';
  return isOpenAlready ? 'line.asked_already' : null;
}

/** After its window, or once the report is final. */
export function isLateFor(report: { state: string; corrections_close_at: Date | null }, now: Date): boolean {
  if (report.state !== 'correction_window') return true;
  return report.corrections_close_at !== null && report.corrections_close_at <= now;
}

interface Asked {
  decision: string | null;
  sentence_id: string | null;
}

export function decidingRefusal(
  correction: Asked,
  report: { state: string },
  given: { decision: 'accepted' | 'declined'; words: string },
): Reason | null {
  if (correction.decision) return { code: 'line.decided_already', values: { decision: correction.decision } };
  if (given.decision === 'declined') return given.words === '' ? 'correction.words_missing' : null;
  // What is final is never changed silently: it takes a corrigendum, with a number and a list of its own.
  return report.state === 'final' ? 'line.needs_corrigendum' : null;
}

/** Only what nobody has decided can be taken back. */
export function withdrawingRefusal(correction: Asked): Reason | null {
  return correction.decision ? { code: 'line.decided_already', values: { decision: correction.decision } } : null;
}

/** A sentence that is asked for has to go somewhere, and to rest on words. */
export function placingRefusal(given: { paragraph: string | null; quotation: string }): Reason | null {
  if (given.paragraph === null) return 'line.place_missing';
  return given.quotation === '' ? 'line.quotation_missing' : null;
}
