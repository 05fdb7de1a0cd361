import type { Reason } from '#record/refusals.ts';
import type { RoleKind } from '#record/viewer.ts';

/** In which capacity a report is signed: as one of those who chaired, or as the one who wrote it. */
export const capacities = ['co_chair', 'rapporteur', 'general_rapporteur'] as const satisfies readonly RoleKind[];

export type Capacity = (typeof capacities)[number];

/** Someone who holds an office by which a report is signed. */
export interface Signatory {
  person: string;
  name: string;
  capacity: Capacity;
}

/** Whose signature is still missing: every co-chair's, and that of one of those who wrote it. */
export interface Missing {
  coChairs: Signatory[];
  /** Any one of them is enough; empty where one has signed. */
  rapporteurs: Signatory[];
}

export function missingSignatures(
  holders: readonly Signatory[],
  signed: readonly { person: string; capacity: string }[],
): Missing {
  const hasSigned = ({ person, capacity }: Signatory) =>
    signed.some((one) => one.person === person && one.capacity === capacity);
  const rapporteurs = holders.filter(({ capacity }) => capacity !== 'co_chair');
  return {
    coChairs: holders.filter((one) => one.capacity === 'co_chair' && !hasSigned(one)),
    rapporteurs: rapporteurs.some(hasSigned) ? [] : rapporteurs,
  };
}

/** Where nobody holds an office by which a report is signed, none is asked for: there is nobody to ask. */
export function signaturesRefusal({ coChairs, rapporteurs }: Missing): Reason | null {
  if (coChairs.length === 0 && rapporteurs.length === 0) return null;
  const names = coChairs.map(({ name }) => name).join(', ');
  const either = rapporteurs.map(({ name }) => name).join(' / ');
  return { code: 'report.unsigned', values: { names, chairs: coChairs.length, either, writers: rapporteurs.length } };
}

/** A report is signed once it has been handed to the co-chairs, and until it is final. */
export function signingRefusal(
  report: { state: string },
  text: { read: string; stands: string },
  already: boolean,
): Reason | null {
  if (report.state === 'draft') return 'sign_off.still_a_draft';
  if (report.state === 'final') return 'report.final_already';
  if (text.read !== text.stands) return 'sign_off.text_changed';
  return already ? 'sign_off.signed_already' : null;
}

/** What stops a report, and was not settled by words of whoever writes it. `places` are as people name them: “12b”. */
export function findingsRefusal(places: readonly string[]): Reason | null {
  if (places.length === 0) return null;
  return { code: 'report.findings_stop', values: { count: places.length, places: [...new Set(places)].join(', ') } };
}

/** What was cited and has been revised or withdrawn since. */
export function staleRefusal(places: readonly string[]): Reason | null {
  if (places.length === 0) return null;
  return { code: 'report.sources_changed', values: { count: places.length, places: [...new Set(places)].join(', ') } };
}

/** Two who take the same step at once: the later one is told that it was taken. */
export function movedAlreadyRefusal(report: { state: string }, to: string, by: string | null): Reason | null {
  if (report.state !== to || to === 'draft') return null;
  return { code: 'report.moved_already', values: { state: to, by: by ?? '', known: by ? 'yes' : 'no' } };
}
