import type { Issue } from './types.ts';

/** The main issues of RT 2.2. */
export const issuesOf22: Issue[] = [
  {
    roundtable: '2.2',
    title: 'Beside the service, not instead of it',
    points: ['2.2/s5', '2.2/s7', '2.2/s8', '2.2/s9', '2.2/s11', '2.2/s12', '2.2/s15', '2.2/s16'],
  },
  {
    roundtable: '2.2',
    title: 'One page on who does what',
    points: ['2.2/s4', '2.2/s7', '2.2/s10', '2.2/s17'],
  },
  { roundtable: '2.2', title: 'Before a person leaves', points: ['2.2/s6', '2.2/s9', '2.2/s13', '2.2/s18'] },
  { roundtable: '2.2', title: 'Safe to help, safe to be helped', points: ['2.2/s12', '2.2/s14', '2.2/s15'] },
];
