import type { Act } from '#record/act.ts';

/** Every way in which state can change, one line each. */
export const acts: readonly Act[] = [];
