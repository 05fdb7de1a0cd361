import { ledgerStates, type LedgerState } from '#report/ledger/rules.ts';

export type LedgerCounts = Partial<Record<LedgerState, number>>;

/** The six states a key always shows, so that an empty one is seen to be empty; the other two only when they occur. */
export function statesInKey(counts: LedgerCounts): LedgerState[] {
  return ledgerStates.filter((state) => (state !== 'withdrawn' && state !== 'held') || counts[state]);
}

/** One cell a statement, in the order of the states; `first` parts a state from the one before it. */
export function cellsOf(counts: LedgerCounts): { state: LedgerState; first: boolean }[] {
  const cells = ledgerStates.flatMap((state) =>
    Array.from({ length: counts[state] ?? 0 }, (_, n) => ({ state, first: n === 0 })),
  );
  if (cells[0]) cells[0].first = false;
  return cells;
}
