import type { Paragraph } from './types.ts';

/** Paragraphs 8 to 12: questions 2, 3 and 4. */
export const answersInReport21: Paragraph[] = [
  {
    heading: 'Question 2: money and data',
    section: 'questions',
    question: 2,
    sentences: [
      {
        text: 'Several delegations called for a service desk to be separated, in law and in its files, from enforcement.',
        cites: [
          {
            count: {
              issue: 'Service is not enforcement',
              of: [
                'brazil',
                'care-workers-international',
                'guatemala',
                'harbour-network',
                'lakeshore-mayors',
                'tejido-diaspora-network',
                'unhcr',
              ],
              opposed: ['australia', 'germany'],
              quantifier: 'several',
            },
          },
          {
            statement: '2.1/s28',
            quote: 'A file opened to vaccinate a child must not be the file that finds the mother.',
          },
          { statement: '2.1/s39', quote: 'Keep the patient file away from enforcement, in law and in the software.' },
          { statement: '2.1/s36', quote: 'Mantengan los dos en edificios distintos.' },
          { statement: '2.1/s26', quote: 'Separate them.' },
          {
            statement: '2.1/s16',
            quote:
              'We also call for a wall between the arrivals desk and enforcement, written into law and into the software.',
          },
          { statement: '2.1/s19', quote: 'keep our names out of any list that goes to enforcement' },
          { statement: '2.1/s43', quote: 'services and enforcement need separate files, separate staff' },
        ],
      },
      {
        text: 'Australia and Germany opposed a complete separation, and supported the exchange of data under the control of a judge.',
        cites: [
          {
            statement: '2.1/s27',
            quote: 'Some exchange is needed to keep people safe. A judge, not a wall, is the safeguard.',
          },
          {
            statement: '2.1/s29',
            quote:
              'We could not support a complete separation, and would support a narrow one: a list of cases, decided by a judge',
          },
        ],
      },
      {
        text: 'Morocco referred in writing to an agreement with six municipalities that sets out on one page what a file may be used for.',
        cites: [
          {
            statement: '2.1/s5',
            quote:
              'Nous avons signé avec six communes une convention qui dit, en une page, à quoi le fichier peut servir',
          },
        ],
      },
    ],
  },
  {
    section: 'questions',
    question: 2,
    sentences: [
      {
        text: 'Ghana proposed that national money follow the person to the district where that person lives, and Indonesia and Morocco supported the proposal.',
        cites: [
          {
            statement: '2.1/s31',
            quote: 'We propose that national money follow the person to the district where that person lives',
          },
          { statement: '2.1/s34', quote: 'We support Ghana.' },
          { statement: '2.1/s33', quote: 'Nous appuyons la proposition du Ghana' },
        ],
      },
      {
        text: 'Colombia would consider a grant per arrival, if diaspora associations took part in following it up.',
        cites: [
          {
            statement: '2.1/s32',
            quote: 'Estaríamos dispuestos a considerar una subvención por cada llegada',
          },
        ],
      },
      {
        text: 'The European Union, on behalf of its member States, drew attention to grants that already reach cities without passing through a ministry.',
        cites: [
          {
            statement: '2.1/s41',
            quote: 'there are grants that already reach cities without passing through a ministry',
          },
        ],
      },
      {
        text: 'The City of Port Alder noted that no grant it knew of “pays for a heater”.',
        cites: [{ statement: '2.1/s40', quote: 'no grant we know of pays for a heater' }],
      },
    ],
  },
  {
    heading: 'Question 3: partners',
    section: 'questions',
    question: 3,
    sentences: [
      {
        text: 'The Tejido Diaspora Network asked for diaspora organisations to be present when forms are drafted, and to be paid for that work as advisers are.',
        cites: [
          {
            statement: '2.1/s8',
            quote: 'to be at the table when the form is drafted, and to be paid for the hours, as any adviser would be',
          },
        ],
      },
      {
        text: 'Tunisia and Switzerland supported the request, Switzerland including the pay.',
        cites: [
          { statement: '2.1/s24', quote: 'نؤيد أن تجلس منظمات المغتربين إلى الطاولة حين تُصاغ الاستمارة' },
          {
            statement: '2.1/s25',
            quote: 'We support what the Tejido Diaspora Network asked for, including the pay.',
          },
        ],
      },
      {
        text: 'Harbour Network proposed that diaspora groups be funded “for five years at a time and not for one”.',
        cites: [{ statement: '2.1/s26', quote: 'for five years at a time and not for one' }],
      },
    ],
  },
  {
    section: 'questions',
    question: 3,
    sentences: [
      {
        text: 'Care Workers International asked in writing that the hours in which its members accompany new arrivals count as training.',
        cites: [{ statement: '2.1/s4', quote: 'Pedimos que esas horas cuenten como formación y no como favor.' }],
      },
      {
        text: 'On language and skills, Bangladesh emphasised that classes begin in the village, and Sweden urged that any course be measured a year later.',
        cites: [
          { statement: '2.1/s21', quote: 'Language classes begin in the village, not the port.' },
          { statement: '2.1/s18', quote: 'Any course should be measured a year later' },
        ],
      },
    ],
  },
  {
    heading: 'Question 4: knowing what works',
    section: 'questions',
    question: 4,
    sentences: [
      { text: 'No delegation answered this question as it was put.', cites: [{ question: 4 }] },
      {
        text: 'Sweden, Switzerland and UN-Habitat referred to evaluation under other questions, and UN-Habitat suggested that cities publish their waiting times first, since they hold them already.',
        cites: [
          { statement: '2.1/s18', quote: 'the figures should be published even when they are poor' },
          { statement: '2.1/s25', quote: 'We would still want an evaluation by someone who does not run them.' },
          {
            statement: '2.1/s15',
            quote: 'We suggest that cities publish their waiting times first, since they hold them already',
          },
        ],
      },
    ],
  },
];
