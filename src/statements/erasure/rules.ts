import type { Reason } from '#record/refusals.ts';
import type { RoleKind } from '#record/viewer.ts';

/** Who carries out what people have a right to. */
export const mayErase = ['support_unit'] as const satisfies readonly RoleKind[];

/** A request is answered once; what is erased cannot be erased again, unless its words still stand. */
export function erasureRefusal({
  request,
  erasedAt,
  wordsLeft,
  withWords,
}: {
  request: { state: string } | null;
  erasedAt: Date | null;
  /** How many of their statements still have their words. */
  wordsLeft: number;
  withWords: boolean;
}): Reason | null {
  if (request && request.state !== 'open') return 'erasure.answered_already';
  return erasedAt !== null && (!withWords || wordsLeft === 0) ? 'erasure.done_already' : null;
}
