import type { DeskChanges, DeskSaid } from '#report/editing/views.ts';
import type { Here } from './present.ts';

/** What an act came to: what it gave, or why it was refused. */
export type Answer = { outcome: object } | { code: string; sentence: string };

export interface Synced {
  here: Here[];
  answer: Answer | null;
  sequence: number;
  /** There is something new, and it was not said what the desk has. */
  isBehind: boolean;
  changes: DeskChanges | null;
  said: DeskSaid | null;
  /** Why nothing is changed here now. */
  readOnly: string | null;
}
