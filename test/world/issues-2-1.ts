import type { Issue } from './types.ts';

/** The main issues of RT 2.1, as the rapporteur confirmed them. */
export const issuesOf21: Issue[] = [
  {
    roundtable: '2.1',
    title: 'First hundred days',
    points: [
      '2.1/s13',
      '2.1/s17',
      '2.1/s20',
      '2.1/s22',
      '2.1/s23',
      '2.1/s28',
      '2.1/s35',
      '2.1/s36',
      '2.1/s37',
      '2.1/s40',
      '2.1/s42',
      '2.1/s43',
    ],
  },
  {
    roundtable: '2.1',
    title: 'Money that reaches cities',
    points: [
      '2.1/s14',
      '2.1/s15',
      '2.1/s16',
      '2.1/s31',
      '2.1/s32',
      '2.1/s33',
      '2.1/s34',
      '2.1/s35',
      '2.1/s40',
      '2.1/s41',
    ],
  },
  {
    roundtable: '2.1',
    title: 'Service is not enforcement',
    points: ['2.1/s16', '2.1/s19', '2.1/s26', '2.1/s27', '2.1/s28', '2.1/s29', '2.1/s36', '2.1/s39', '2.1/s43'],
  },
  {
    roundtable: '2.1',
    title: 'Language and skills',
    points: ['2.1/s18', '2.1/s21', '2.1/s22', '2.1/s25', '2.1/s27', '2.1/s29', '2.1/s30', '2.1/s38', '2.1/s39'],
  },
  {
    roundtable: '2.1',
    title: 'Diaspora as partners',
    points: ['2.1/s19', '2.1/s24', '2.1/s25', '2.1/s26', '2.1/s32', '2.1/s33', '2.1/s34', '2.1/s37', '2.1/s42'],
  },
  {
    roundtable: '2.1',
    title: 'How we talk about it',
    points: ['2.1/s20', '2.1/s21', '2.1/s24', '2.1/s31', '2.1/s42'],
  },
  { roundtable: '2.1', title: 'Knowing what works', points: ['2.1/s15', '2.1/s18', '2.1/s25'] },
];
