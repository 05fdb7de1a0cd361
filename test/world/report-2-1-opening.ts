import type { Paragraph } from './types.ts';

/** Paragraphs 1 to 7: the meeting, the panel, the co-chairs and question 1. */
export const openingOfReport21: Paragraph[] = [
  {
    heading: 'The meeting',
    section: 'co_chairs',
    sentences: [
      {
        text: 'Roundtable 2.1, Cities as first hosts, was co-chaired by Kenya and Portugal.',
        cites: [{ programme: 'co_chairs' }],
      },
      { text: 'It met once, for two hours, in Victoria Hall.', cites: [{ programme: 'dates' }] },
      {
        text: 'Kenya, as co-chair, proposed three minutes for every speaker, and recorded that there was no objection.',
        cites: [{ statement: '2.1/s13', quote: 'I propose three minutes for every speaker, and I see no objection.' }],
      },
    ],
  },
  {
    section: 'questions',
    sentences: [
      {
        text: 'Four guiding questions were before the roundtable: on the services of the first hundred days, on money and data, on migrant and diaspora organisations as partners, and on knowing what works.',
        cites: [{ question: 1 }, { question: 2 }, { question: 3 }, { question: 4 }],
      },
    ],
  },
  {
    heading: 'Panel',
    section: 'discussion',
    sentences: [
      {
        text: 'UN-Habitat, on the panel, drew attention to transfers to cities that follow last decade’s map.',
        cites: [
          {
            statement: '2.1/s15',
            quote: 'Cities plan for the people on last decade’s map, and the transfer arrives by the same map.',
          },
        ],
      },
      {
        text: 'Lakeshore Mayors, on the panel, stated that a town of forty thousand by its grant was a town of sixty thousand at night.',
        cites: [
          {
            statement: '2.1/s16',
            quote:
              'I am the mayor of a town of forty thousand, and of sixty thousand at night. The grant knows only the forty.',
          },
        ],
      },
    ],
  },
  {
    section: 'discussion',
    sentences: [
      {
        text: 'IOM presented a film on six orientation centres, one of them in a ferry terminal, each of which gives two days and a telephone number that is answered.',
        cites: [
          { statement: '2.1/s23', quote: 'The film shows six orientation centres, one of them in a ferry terminal.' },
          {
            statement: '2.1/s23',
            quote:
              'Each gives two days: a health check, a map with the school on it, and one telephone number that is answered.',
          },
        ],
      },
    ],
  },
  {
    heading: 'What the co-chairs put forward',
    section: 'co_chairs',
    sentences: [
      {
        text: 'Kenya, as co-chair, recalled that a newcomer’s first official conversation is more often with a city clerk than with a border officer.',
        cites: [
          {
            statement: '2.1/s13',
            quote:
              'A newcomer’s first official conversation is more often with a city clerk than with a border officer.',
          },
        ],
      },
      {
        text: 'Portugal, as co-chair, stressed that a service a city cannot pay for is a promise and not a right.',
        cites: [{ statement: '2.1/s14', quote: 'A service a city cannot pay for is a promise and not a right.' }],
      },
    ],
  },
  {
    heading: 'Question 1: the first hundred days',
    section: 'questions',
    question: 1,
    sentences: [
      {
        text: 'A number of delegations spoke to the services of the first hundred days, among them a health check, a school place, a registration desk and a language class.',
        cites: [
          {
            count: {
              issue: 'First hundred days',
              of: [
                'brazil',
                'canada',
                'city-of-miremba',
                'city-of-port-alder',
                'greece',
                'guatemala',
                'interfaith-welcome-council',
                'iom',
                'kenya',
                'philippines',
                'unhcr',
                'zambia',
              ],
              quantifier: 'a number of',
            },
          },
          { statement: '2.1/s17', quote: 'We begin with the language class' },
          { statement: '2.1/s13', quote: 'a registration desk that answers on the first day' },
          {
            statement: '2.1/s28',
            quote: 'In our cities the vaccine and the school place come before the question about papers.',
          },
        ],
      },
      {
        text: 'Canada presented its practice of a free first medical visit in that time.',
        cites: [
          {
            statement: '2.1/s20',
            quote: 'la première visite médicale est gratuite pendant les cent premiers jours',
          },
        ],
      },
      {
        text: 'The Philippines proposed that the first appointment be booked before departure.',
        cites: [
          {
            statement: '2.1/s22',
            quote: 'Book the first appointment before departure, with the consulate in the room.',
          },
        ],
      },
      {
        text: 'Zambia noted that rural districts are hosts before any city is, and asked to be counted among them.',
        cites: [
          {
            statement: '2.1/s37',
            quote: 'Rural districts are hosts before any city is. Count us among them.',
          },
        ],
      },
    ],
  },
  {
    section: 'questions',
    question: 1,
    sentences: [
      {
        text: 'Guatemala questioned how cities reach people who avoid every counter.',
        cites: [{ statement: '2.1/s36', quote: '¿cómo llegan a quienes evitan toda ventanilla' }],
      },
      {
        text: 'In reply, the City of Port Alder stated that it had moved its desk into the bus station and no longer asked for papers on a first visit.',
        cites: [
          {
            statement: '2.1/s40',
            quote: 'We moved our desk into the bus station and, on a first visit, we no longer ask for papers.',
          },
          {
            statement: '2.1/s10',
            quote: 'We moved our desk into the bus station and, on a first visit, we no longer ask for papers.',
          },
        ],
      },
      {
        text: 'The Interfaith Welcome Council presented a practice in which congregations in eleven towns open at the same hour each week, so that nobody needs to ask when.',
        cites: [
          {
            statement: '2.1/s42',
            quote:
              'In eleven towns our congregations open at the same hour each week, so that nobody needs to ask when.',
          },
        ],
      },
    ],
  },
];
