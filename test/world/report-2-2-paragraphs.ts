import type { Paragraph } from './types.ts';

export const paragraphsOfReport22: Paragraph[] = [
  {
    heading: 'The meeting',
    section: 'co_chairs',
    sentences: [
      {
        text: 'Roundtable 2.2 was co-chaired by Tunisia and Switzerland.',
        cites: [{ programme: 'co_chairs' }],
      },
      {
        text: 'The co-chairs, in a joint remark, stated that “Help that is not written down cannot be relied on, and help that is written down too well cannot move”.',
        cites: [
          {
            statement: '2.2/s4',
            quote:
              'Help that is not written down cannot be relied on, and help that is written down too well cannot move',
          },
        ],
      },
    ],
  },
  {
    heading: 'Question 1: what remains a public duty',
    section: 'questions',
    question: 1,
    sentences: [
      {
        text: 'Many delegations stated that volunteers should stand beside a public service and not replace it.',
        cites: [
          {
            count: {
              issue: 'Beside the service, not instead of it',
              of: [
                'care-workers-international',
                'holy-see',
                'interfaith-welcome-council',
                'lakes-nurses-association',
                'least-developed-countries',
                'open-doors-federation',
                'senegal',
              ],
              opposed: ['uganda'],
              quantifier: 'many',
            },
          },
          { statement: '2.2/s5', quote: 'We should stand beside the public service and never instead of it.' },
          { statement: '2.2/s8', quote: 'that public counters be opened more' },
          { statement: '2.2/s9', quote: 'Que acompañe al servicio público y no lo sustituya.' },
          { statement: '2.2/s12', quote: 'we do not want to be the only light in the street' },
          { statement: '2.2/s15', quote: 'the nursing post must stay a post' },
          { statement: '2.2/s16', quote: 'L’État reste responsable de la carte, de l’école et du juge' },
        ],
      },
      {
        text: 'Uganda opposed one rule for every town, noting that in some of its districts the volunteer is the service.',
        cites: [
          {
            statement: '2.2/s7',
            quote: 'We would oppose one rule for every town. In some of our districts the volunteer is the service',
          },
        ],
      },
      {
        text: 'Zambia, on behalf of the least developed countries, called on partners to fund the nurse as well as the volunteer’s bicycle.',
        cites: [{ statement: '2.2/s11', quote: 'We call on partners to fund the nurse as well as the bicycle.' }],
      },
    ],
  },
  {
    heading: 'Question 2: who does what in one town',
    section: 'questions',
    question: 2,
    sentences: [
      {
        text: 'A number of delegations spoke to a written agreement between a town and its partners.',
        cites: [
          {
            count: {
              issue: 'One page on who does what',
              of: ['germany', 'lakes-university', 'switzerland', 'tunisia', 'uganda'],
              quantifier: 'a number of',
            },
          },
        ],
      },
      {
        text: 'Uganda presented a page signed by a sub-county, a parish and a mosque, and Germany presented coordinators, one for every forty volunteers, under public agreements.',
        cites: [
          { statement: '2.2/s7', quote: 'a page signed by the sub-county, the parish and the mosque' },
          { statement: '2.2/s10', quote: 'one paid person for every forty who give their time' },
        ],
      },
      {
        text: 'Lakes University suggested a common page, to be read aloud once a year.',
        cites: [
          {
            statement: '2.2/s17',
            quote: 'We suggest a common page, and a date on it for reading it aloud once a year.',
          },
        ],
      },
    ],
  },
  {
    heading: 'Question 3: before a person leaves home',
    section: 'questions',
    question: 3,
    sentences: [
      {
        text: 'ILO urged States to ban recruitment fees charged to workers, and Care Workers International proposed that a union be the first to read the contract.',
        cites: [
          { statement: '2.2/s6', quote: 'We urge States to ban recruitment fees charged to workers' },
          { statement: '2.2/s9', quote: 'que la primera persona que lea el contrato sea del sindicato' },
        ],
      },
      {
        text: 'Brightline Logistics stated that it pays for “the agency, the visa and the flight”.',
        cites: [{ statement: '2.2/s13', quote: 'We pay the agency, the visa and the flight' }],
      },
      {
        text: 'The Philippines committed to opening its register of recruitment agencies to unions abroad by the next edition of the forum.',
        cites: [
          {
            statement: '2.2/s18',
            quote:
              'We commit to opening our register of recruitment agencies to unions abroad by the next edition of this forum.',
          },
        ],
      },
    ],
  },
  {
    heading: 'Question 4: safety',
    section: 'questions',
    question: 4,
    sentences: [
      {
        text: 'The Crossroads Youth Assembly questioned who checks adults who volunteer with children.',
        cites: [{ statement: '2.2/s14', quote: 'Who checks the adult who volunteers with children?' }],
      },
      {
        text: 'In reply, the Lakes Nurses Association stated that in its clinics every helper is checked once a year and wears a name.',
        cites: [{ statement: '2.2/s15', quote: 'in our clinics every helper is checked once a year and wears a name' }],
      },
      {
        text: 'The Open Doors Federation presented its rule of “two people, a telephone, and a person to ring at midnight”.',
        cites: [
          { statement: '2.2/s12', quote: 'our rule is two people, a telephone, and a person to ring at midnight' },
        ],
      },
    ],
  },
  {
    heading: 'Written statements',
    section: 'written',
    sentences: [
      {
        text: 'The Committee on Migrant Workers invited all States to consider ratifying the Convention on the rights of all migrant workers.',
        cites: [
          {
            statement: '2.2/s20',
            quote:
              'The Committee invites all States to consider ratifying the Convention on the rights of all migrant workers',
          },
        ],
      },
    ],
  },
  {
    heading: 'Thanks',
    section: 'thanks',
    sentences: [
      {
        text: 'The rapporteur thanks the co-chairs, Tunisia and Switzerland, and the note-takers.',
        cites: [{ programme: 'co_chairs' }],
      },
    ],
  },
];
