import type { Reason } from '#record/refusals.ts';

/** What is corrected on an older state is shown again beside what stands: nobody's correction is lost. */
export function entryRefusal(entry: { version: number; merged_into?: string | null }, basedOn: number): Reason | null {
  if (entry.merged_into) return 'delegation.merged_away';
  return entry.version === basedOn ? null : { code: 'register.changed_meanwhile', values: { version: entry.version } };
}

/** Two names are one where they differ in nothing but case, blanks and the form of their accents. */
export function plainName(name: string): string {
  return name.normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase();
}

/** One entry is merged into another one that stands. */
export function mergeRefusal(from: Entry, into: Entry): Reason | null {
  if (from.id === into.id) return 'delegation.merge_itself';
  return from.merged_into || into.merged_into ? 'delegation.merged_away' : null;
}

interface Entry {
  id: string;
  merged_into: string | null;
}
