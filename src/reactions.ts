import type { Reaction } from '#record/queue.ts';

/** What follows from what: record line → effect, after commit, one line each. */
export const reactions: readonly Reaction[] = [];
