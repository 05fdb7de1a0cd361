import { answersInReport21 } from './report-2-1-answers.ts';
import { closingOfReport21 } from './report-2-1-closing.ts';
import { openingOfReport21 } from './report-2-1-opening.ts';
import type { Report } from './types.ts';

export const report21: Report = {
  roundtable: '2.1',
  title: 'Cities as first hosts: record of the roundtable',
  symbol: 'LF/7/RT.2.1/R',
  state: 'correction_window',
  circulated: [-4, '16:00'],
  closes: [5, '18:00'],
  paragraphs: [...openingOfReport21, ...answersInReport21, ...closingOfReport21],
  dispositions: [
    { statement: '2.1/s1', kind: 'merged', with: '2.1/s42', reason: 'The same services, named again on the floor.' },
    {
      statement: '2.1/s2',
      kind: 'merged',
      with: '2.1/s16',
      reason: 'The same gap in the grant, put again by the panel.',
    },
    { statement: '2.1/s3', kind: 'merged', with: '2.1/s31', reason: 'The same proposal, made again on the floor.' },
    { statement: '2.1/s6', kind: 'merged', with: '2.1/s37', reason: 'The same request, put again on the floor.' },
    { statement: '2.1/s9', kind: 'merged', with: '2.1/s36', reason: 'The same question, put again on the floor.' },
    { statement: '2.1/s35', kind: 'merged', with: '2.1/s40', reason: 'The same practice, in another town.' },
    {
      statement: '2.1/s30',
      kind: 'noted',
      reason: 'Annex 1, line 1: a practice of one enterprise, outside the four questions.',
    },
    { statement: '2.1/s47', kind: 'noted', reason: 'Annex 1, line 2: a list of nineteen towns with a desk.' },
    { statement: '2.1/s12', kind: 'not_retained', reason: 'Ruled not relevant before the meeting, reason C.' },
    { statement: '2.1/s45', kind: 'omitted', reason: 'Courtesy: thanks to the host city and to the interpreters.' },
  ],
};
