import type { Paragraph } from './types.ts';

/** Paragraphs 13 to 17: main issues, means, written statements, what was repeated, thanks. */
export const closingOfReport21: Paragraph[] = [
  {
    heading: 'Main issues',
    section: 'main_issues',
    sentences: [
      {
        text: 'Money that reaches cities was raised by a number of delegations.',
        cites: [
          {
            count: {
              issue: 'Money that reaches cities',
              of: [
                'city-of-miremba',
                'city-of-port-alder',
                'colombia',
                'european-union',
                'ghana',
                'indonesia',
                'lakeshore-mayors',
                'morocco',
                'portugal',
                'un-habitat',
              ],
              quantifier: 'a number of',
            },
          },
        ],
      },
      {
        text: 'Language and skills were raised by a number of delegations.',
        cites: [
          {
            count: {
              issue: 'Language and skills',
              of: [
                'australia',
                'bangladesh',
                'brightline-logistics',
                'care-workers-international',
                'germany',
                'ilo',
                'philippines',
                'sweden',
                'switzerland',
              ],
              quantifier: 'a number of',
            },
          },
        ],
      },
      {
        text: 'Diaspora organisations as partners were raised by a number of delegations.',
        cites: [
          {
            count: {
              issue: 'Diaspora as partners',
              of: [
                'colombia',
                'harbour-network',
                'indonesia',
                'interfaith-welcome-council',
                'morocco',
                'switzerland',
                'tejido-diaspora-network',
                'tunisia',
                'zambia',
              ],
              quantifier: 'a number of',
            },
          },
        ],
      },
      {
        text: 'Bangladesh, Canada, Ghana, the Interfaith Welcome Council and Tunisia spoke to the words in which migration is described.',
        cites: [
          { statement: '2.1/s21', quote: 'when a bus driver from Sylhet keeps your city moving, say so on the bus' },
          { statement: '2.1/s20', quote: 'Parlons aussi de « nouveaux voisins »' },
          { statement: '2.1/s31', quote: 'let us call people by their trade before we call them migrants' },
          { statement: '2.1/s42', quote: 'a kind word from the pulpit is a service too' },
          { statement: '2.1/s24', quote: 'ولنحذر من كلمة «موجة»' },
        ],
      },
    ],
  },
  {
    heading: 'Main means of implementation',
    section: 'means',
    sentences: [
      {
        text: 'ILO recommended that States ratify the conventions on migrant workers.',
        cites: [{ statement: '2.1/s38', quote: 'We recommend that States ratify the conventions on migrant workers' }],
      },
      {
        text: 'Indonesia, in its written statement, recommended that cities of destination consider a desk in partnership with its own, and recalled the 2030 Agenda and the Global Compact for Safe, Orderly and Regular Migration.',
        cites: [
          {
            statement: '2.1/s46',
            quote: 'Indonesia recommends that cities of destination consider a sister desk',
          },
          {
            statement: '2.1/s46',
            quote: 'Indonesia recalls the 2030 Agenda and the Global Compact for Safe, Orderly and Regular Migration.',
          },
        ],
      },
      {
        text: 'Germany presented the practical testing of skills, Australia its language hours, and Care Workers International an agreement under which language courses are paid as working time.',
        cites: [
          { statement: '2.1/s29', quote: 'Our chambers now test people at the bench.' },
          { statement: '2.1/s27', quote: 'our volunteers teach five hundred hours to anyone who asks' },
          {
            statement: '2.1/s39',
            quote: 'pay for the language course in working hours, as our agreement with two hospitals now does',
          },
        ],
      },
    ],
  },
  {
    heading: 'Written statements',
    section: 'written',
    sentences: [
      {
        text: 'Sri Lanka, whose speech was put into writing when time ran out, asked cities abroad to take steps to recognise the hours that returning nurses give.',
        cites: [{ statement: '2.1/s48', quote: 'We ask cities abroad to take steps to recognise those hours' }],
      },
    ],
  },
  {
    heading: 'What was repeatedly emphasised',
    section: 'overall',
    sentences: [
      {
        text: 'UNHCR agreed with Guatemala that a separation of services from enforcement needs separate files and staff, and stated that “A health check is not an interview.”',
        cites: [
          { statement: '2.1/s43', quote: 'We agree with Guatemala' },
          { statement: '2.1/s43', quote: 'A health check is not an interview.' },
        ],
      },
      {
        text: 'Portugal, as co-chair, asked which budget line pays for the first hundred days, and who signs it.',
        cites: [{ statement: '2.1/s14', quote: 'which budget line pays for the first hundred days, and who signs it' }],
      },
    ],
  },
  {
    heading: 'Thanks',
    section: 'thanks',
    sentences: [
      {
        text: 'The rapporteur thanks the co-chairs, Kenya and Portugal, and the note-takers; what this record does not print in full is listed with its reason in the ledger.',
        cites: [{ programme: 'co_chairs' }],
      },
    ],
  },
];
