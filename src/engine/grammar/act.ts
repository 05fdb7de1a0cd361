import type { ActClass, Attribution } from '#engine/types.ts';
import type { Subject } from './subject.ts';
import type { Verb } from './verb.ts';

/** One act of speaking, in tokens of its sentence. */
export interface Act {
  subject: Subject;
  verb: Verb | null;
  /** The class when no verb is printed. */
  act?: ActClass;
  /** First and one past last token of the message; equal when it has none of its own. */
  from: number;
  to: number;
  attribution: Attribution;
  topic: string;
  /** The message is what was said before ("This was opposed by …"). */
  refersBack: boolean;
  /** Printed verb when it is not a verb: "proposal". */
  noun?: [number, number];
  /** Reasons for doubt, each lowering the confidence. */
  doubts: Doubt[];
}

export type Doubt = 'aside' | 'bare' | 'inherited' | 'no-comma' | 'unknown' | 'long-reach' | 'shared';

export const subjectOf = (names: string[], behalf: string[] = []): Subject => ({
  names,
  behalf,
  support: [],
  oppose: [],
  sorts: new Set(['held']),
  plural: names.length > 1,
  passedOver: 0,
  end: 0,
});
