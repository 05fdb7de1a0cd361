import { pairsOf, type Beside, type Merge } from '#notes/rules.ts';
import type { Reason } from '#record/refusals.ts';

/** A line as far as it makes an intervention. */
export interface Composable extends Beside {
  onRecord: boolean;
  toCheck: boolean;
}

/**
 * The lines that make an intervention: of two about the same the one that stands, and none that was typed as off the
 * record – unless all of it was, which then is off the record as a whole.
 */
export function standing<Line extends Composable>(lines: readonly Line[], merges: readonly Merge[]) {
  const pairs = pairsOf(lines, merges);
  const stands = pairs.flatMap((pair) => pair.stands).toSorted((a, b) => +a.typedAt - +b.typedAt);
  const openly = stands.filter(({ onRecord }) => onRecord);
  return {
    lines: openly.length > 0 ? openly : stands,
    isOnRecord: openly.length > 0,
    /** How many of its lines were left out as off the record. */
    leftOut: openly.length > 0 ? stands.length - openly.length : 0,
    waiting: pairs.filter(({ waits }) => waits).length,
  };
}

/** What was confirmed by its delegation, or corrected at its wish, no longer changes with the notes. */
export function composingRefusal(statement: { state: string }, isCorrected: boolean): Reason | null {
  if (statement.state === 'confirmed' || isCorrected) return 'intervention.confirmed';
  return statement.state === 'withheld' || statement.state === 'withdrawn' ? 'intervention.withheld' : null;
}

/** An intervention is checked once nothing in its notes waits. */
export function checkingRefusal(
  statement: { state: string },
  open: { waiting: number; toCheck: number },
): Reason | null {
  const { state } = statement;
  if (state !== 'noted') return { code: 'intervention.stands_already', values: { state } };
  const count = open.waiting + open.toCheck;
  return count > 0 ? { code: 'intervention.lines_wait', values: { count } } : null;
}
