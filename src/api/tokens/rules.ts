import type { Reason } from '#record/refusals.ts';
import type { Viewer } from '#record/viewer.ts';

/** More than anyone can keep apart. */
export const mostTokens = 20;

/** For how many days a token may be made. */
export const longestDays = 366;

/** A token speaks for a person: the program needs none, and a visitor has nobody to be. */
export function tokenRefusal(viewer: Viewer, standing: number): Reason | null {
  if (viewer.personId === null) return 'token.not_signed_in';
  return standing >= mostTokens ? { code: 'token.too_many', values: { most: mostTokens } } : null;
}
