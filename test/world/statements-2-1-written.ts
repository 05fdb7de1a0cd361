import type { Statement } from './types.ts';

/** Written statements handed in at RT 2.1 or soon after. */
export const writtenTo21: Statement[] = [
  {
    key: '2.1/s46',
    roundtable: '2.1',
    kind: 'written_statement',
    mode: 'written',
    speakers: [{ delegation: 'indonesia', person: 'anggraini', capacity: 'delegate' }],
    identity: 'released',
    at: [-9, '16:20'],
    language: 'en',
    body: 'Indonesia keeps a desk for returning workers in every district from which more than a thousand people leave. The desk is run by former migrants, who are paid by the district.\n\nIndonesia recommends that cities of destination consider a sister desk, so that the same file, owned by the worker, is opened at both ends. Indonesia recalls the 2030 Agenda and the Global Compact for Safe, Orderly and Regular Migration.',
    answers: [3],
  },
  {
    key: '2.1/s47',
    roundtable: '2.1',
    kind: 'written_statement',
    mode: 'written',
    speakers: [{ delegation: 'lakeshore-mayors', person: 'atim', capacity: 'delegate' }],
    identity: 'verified',
    at: [-8, '09:40'],
    language: 'en',
    body: 'A list of nineteen lakeshore towns with a desk, the hours of each, and the telephone that is answered. We keep it current and anyone may copy it.',
  },
  {
    key: '2.1/s48',
    roundtable: '2.1',
    kind: 'written_statement',
    mode: 'written',
    speakers: [{ delegation: 'sri-lanka', person: 'perera', capacity: 'delegate' }],
    identity: 'released',
    at: [-8, '11:15'],
    language: 'en',
    body: 'Sri Lanka was fourth on the list when time ran out, and puts its speech into writing. Our returning nurses open a clinic one evening a week in three coastal towns. We ask cities abroad to take steps to recognise those hours, and to say who decides.',
    answers: [1],
  },
];
