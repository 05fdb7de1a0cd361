import type { Reason } from '#record/refusals.ts';
import { weights, type CheckCode, type CheckedReport, type Finding } from './finding.ts';

/** A finding that somebody who writes the report decided to let stand, with words. */
export interface Kept {
  sentence: string | null;
  code: string;
  about: string;
}

/** What makes a finding the same one when the report is checked again: its words and what it says of them. */
export function aboutOf({ place, values }: Finding, text: string): string {
  return JSON.stringify([text.slice(place.start, place.end), values]);
}

/** What gives somebody away is never a matter of words. */
export function keepingRefusal(code: CheckCode, reason: string): Reason | null {
  if (code === 'leak' || code === 'off_record') return 'kept_finding.never';
  return reason === '' ? 'kept_finding.reason_missing' : null;
}

/** Whether it is for words to settle: what stops a report and gives nobody away. */
export function isKeepable({ check }: { check: CheckCode }): boolean {
  return weights[check] === 'stops' && check !== 'leak' && check !== 'off_record';
}

/** By which decision a finding was let stand, where it was. */
export function keptWith<K extends Kept>({ check, place }: Finding, about: string, kept: readonly K[]): K | undefined {
  return kept.find((one) => one.code === check && one.sentence === place.sentence && one.about === about);
}

/** The findings that still stop a report: those that nobody has let stand. Each with its place, “12b”, or the whole. */
export function openStops(findings: readonly Finding[], report: CheckedReport, kept: readonly Kept[]): OpenStop[] {
  const sentences = new Map(
    report.paragraphs.flatMap(({ number, sentences }) =>
      sentences.map(({ id, letter, text }) => [id, { place: `${number}${letter}`, text }] as const),
    ),
  );
  return findings.flatMap((finding) => {
    if (weights[finding.check] !== 'stops') return [];
    const { sentence } = finding.place;
    const at = sentence === null ? undefined : sentences.get(sentence);
    const about = aboutOf(finding, at?.text ?? '');
    return keptWith(finding, about, kept) ? [] : [{ finding, about, place: at?.place ?? null }];
  });
}

export interface OpenStop {
  finding: Finding;
  about: string;
  place: string | null;
}
