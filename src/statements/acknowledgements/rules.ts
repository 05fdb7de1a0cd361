import type { Reason } from '#record/refusals.ts';

interface Statement {
  number: number;
  state: string;
  on_record: boolean;
}

/** Thanks are public: nobody is thanked by name for what was said off the record. */
export function acknowledgementRefusal({ number, state, on_record }: Statement): Reason | null {
  const isPublic = on_record && state !== 'draft' && state !== 'withheld';
  if (!isPublic) return { code: 'acknowledgement.off_the_record', values: { number } };
  return state === 'withdrawn' ? 'acknowledgement.withdrawn' : null;
}

/** Fewer than this many of one constituency could be told apart, and are counted with the others. */
export const fewestShown = 3;
