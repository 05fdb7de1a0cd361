import type { LineAsked } from './types.ts';

/** One line of a report that waits for its rapporteur, and one that was put right while the window was open. */
export const lines: LineAsked[] = [
  {
    report: '2.1',
    sentence: 'Guatemala questioned how cities reach people who avoid every counter.',
    delegation: 'guatemala',
    by: 'choc',
    at: [-2, '10:12'],
    body: 'Guatemala questioned how cities reach people who avoid every counter, even that of the school or the clinic.',
    reason: 'We named the school and the clinic, and they are the point.',
  },
  {
    report: '2.2',
    sentence:
      'Uganda opposed one rule for every town, noting that in some of its districts the volunteer is the service.',
    delegation: 'uganda',
    at: [-3, '09:40'],
    body: 'Uganda opposed one rule for every town, noting that in some of its districts the volunteer is the service, “and she is a good one”.',
    reason: 'We praised her, and the report leaves it out.',
    accepted: { at: [-2, '15:05'], words: 'So it was said.' },
  },
];
