import type { When } from './types.ts';

interface Appeal {
  /** The key of the statement. */
  statement: string;
  at: When;
  words: string;
  answer?: { at: When; words: string };
}

/** Authors who think that the Chair was wrong: one was answered, one still waits. */
export const appeals: Appeal[] = [
  {
    statement: '2.1/s12',
    at: [-33, '08:15'],
    words:
      'Work is a first door as much as a school place is. We ask that our offer be read as an answer to question 1.',
    answer: {
      at: [-32, '11:40'],
      words:
        'Work is a first door, and the roundtable will hear it said. An offer of places at one address is not an answer to what opens first in a city. The ruling stands; the invitation to describe the training stands too.',
    },
  },
  {
    statement: '3.1/s20',
    at: [-2, '10:20'],
    words:
      'The new system keeps drivers’ papers out of sight of the gate, so that a driver can see the nurse first. That is an answer to question 1; we should have said so.',
  },
];

/** What nobody but its author and the offices sees, and everyone sees counted. */
export const spam = {
  roundtable: '3.1',
  at: [-2, '03:12'] as When,
  body: 'Cheap visa stamps while you wait, every nationality, no questions. Write to the lucky ferry desk today and pay on arrival.',
  aside: {
    at: [-2, '08:05'] as When,
    reason: 'spam' as const,
    words: 'An advertisement for false papers, sent to three roundtables within a minute.',
  },
};
