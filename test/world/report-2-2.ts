import { paragraphsOfReport22 } from './report-2-2-paragraphs.ts';
import type { Report } from './types.ts';

export const report22: Report = {
  roundtable: '2.2',
  title: 'Volunteers, faith communities and unions: record of the roundtable',
  symbol: 'LF/7/RT.2.2/R',
  state: 'correction_window',
  circulated: [-4, '17:30'],
  closes: [5, '18:00'],
  paragraphs: paragraphsOfReport22,
  dispositions: [
    { statement: '2.2/s1', kind: 'merged', with: '2.2/s12', reason: 'The same gap, put again on the floor.' },
    {
      statement: '2.2/s2',
      kind: 'noted',
      reason: 'Annex 1, line 1: a monthly meeting with chairs from the town hall.',
    },
    { statement: '2.2/s3', kind: 'merged', with: '2.2/s12', reason: 'The same need, met by the rule presented there.' },
  ],
};
