/** From most to least present; an open line is one nobody has decided. */
export const ledgerStates = [
  'reflected',
  'merged',
  'noted',
  'not_retained',
  'omitted',
  'withdrawn',
  'held',
  'open',
] as const;

/** Sections in which things are looked up: whatever is named there alone is listed, and not reflected. */
export const listings: readonly string[] = ['annex', 'floor_questions', 'instruments'];

export type LedgerState = (typeof ledgerStates)[number];

/** All that is known of one statement in one report. */
export interface Standing {
  state: string;
  isCited: boolean;
  /** Cited nowhere but in an annex or a list. */
  isListed: boolean;
  isNotRelevant: boolean;
  decided: 'merged' | 'noted' | 'not_retained' | 'omitted' | null;
  /** Whether the statement it is merged with has a place in the report. */
  mergedIntoReflected: boolean;
}

/**
 * What the ledger says of a statement. Follows from what is there – citations, rulings, the statement's own state – and
 * only then from what was decided: a statement merged into one that is itself nowhere in the report is still open.
 */
export function ledgerState(standing: Standing): LedgerState {
  if (standing.state === 'withdrawn') return 'withdrawn';
  if (standing.isCited) return 'reflected';
  if (standing.isNotRelevant) return 'not_retained';
  if (standing.state === 'held') return 'held';
  if (standing.decided === 'merged' && standing.mergedIntoReflected) return 'merged';
  if (standing.isListed || standing.decided === 'noted') return 'noted';
  // A ruling that has since been reversed decides nothing.
  return standing.decided === 'omitted' ? 'omitted' : 'open';
}

export function countStates(states: readonly LedgerState[]): Record<LedgerState, number> {
  const counts = Object.fromEntries(ledgerStates.map((state) => [state, 0])) as Record<LedgerState, number>;
  for (const state of states) counts[state] += 1;
  return counts;
}
