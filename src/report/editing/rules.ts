import type { Reason } from '#record/refusals.ts';

/**
 * Sentences and paragraphs are put together while the report is a draft in the rapporteur's hands. From then on its
 * paragraphs are spoken of by their numbers, so what changes is the words of single sentences, by decided corrections.
 */
export function shapingRefusal({ state }: { state: string }): Reason | null {
  if (state === 'draft') return null;
  return state === 'final' ? 'report.final_already' : { code: 'report.not_in_hand', values: { state } };
}

/** What was written on an older version is not laid over what somebody wrote since: the answer says what stands now. */
export function staleRefusal(
  paragraph: { number: number | null; version: number; text: string },
  basedOn: number,
): Reason | null {
  const { number, version, text } = paragraph;
  if (version === basedOn) return null;
  return { code: 'paragraph.changed_meanwhile', values: { paragraph: number ?? 0, version, now: text } };
}

/** A sentence that the report of another roundtable rests on stays where it can be found. */
export function citedElsewhereRefusal(reports: readonly string[]): Reason | null {
  if (reports.length === 0) return null;
  return { code: 'sentence.cited_elsewhere', values: { count: reports.length, reports: reports.join(', ') } };
}

export const longestSentence = 20_000;

export function lengthRefusal(text: string): Reason | null {
  return text.length > longestSentence ? 'sentence.text_too_long' : null;
}

/** What is joined stands side by side: two sentences of a paragraph, or two paragraphs of a section. */
export function followingRefusal<T>(next: T | undefined, what: 'sentence' | 'paragraph'): Reason | null {
  if (next !== undefined) return null;
  return what === 'sentence' ? 'sentence.nothing_after' : 'paragraph.nothing_after';
}

/** A heading goes with its section; only what has sentences is split, joined or moved. */
export function headingRefusal({ heading }: { heading: string | null }): Reason | null {
  return heading === null ? null : 'paragraph.is_heading';
}

/** A paragraph is split before one of its sentences, and not before the first. */
export function splitParagraphRefusal(place: number): Reason | null {
  return place === 0 ? 'paragraph.nothing_before' : null;
}

export function placedByItselfRefusal(id: string, after: string | null): Reason | null {
  return id === after ? 'paragraph.after_itself' : null;
}

/** A sentence is put back once: if it stands, or its words stand in another, nobody has to. */
export function puttingBackRefusal(removed: {
  removed_from: string | null;
  joined_into: string | null;
}): Reason | null {
  if (removed.removed_from === null) return 'sentence.stands_already';
  return removed.joined_into === null ? null : 'sentence.is_joined';
}

export const longestPaste = 200_000;
