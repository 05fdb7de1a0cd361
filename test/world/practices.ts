import type { Practice } from './types.ts';

/** What was told at the Lake Forum of things that work, and who does the same. */
export const practices: Practice[] = [
  {
    key: 'bus-station',
    from: '2.1/s10',
    delegation: 'city-of-port-alder',
    title: 'An arrivals desk in the bus station',
    summary:
      'The City of Port Alder has moved its arrivals desk from the town hall into the bus station, next to the timetable. On a first visit nobody is asked for papers: a clerk writes down what a person needs and what they can do, and gives them the next step on a card.\n\nVisits doubled in a month. Four people in ten had already lived in the city for more than a year. The desk costs one clerk and a heater.',
    countries: ['Sweden'],
    partners: ['Lakeshore Mayors', 'Port Alder bus drivers’ union'],
    themes: ['First services', 'Cities'],
    contact: { name: 'Arrivals desk, City of Port Alder', email: 'arrivals@port-alder.example' },
    told: [-27, '10:00'],
    published: [-25, '09:30'],
    contacts: [
      {
        kind: 'does_too',
        person: 'kato',
        words:
          'Our desk stands between the fish market and the clinic. We should like to compare what people ask for first.',
        at: [-6, '11:20'],
      },
    ],
  },
  {
    key: 'night-consul',
    from: '3.1/s25',
    delegation: 'guatemala',
    title: 'A consul who can be called at night',
    summary:
      'Guatemala’s consulates in fourteen cities answer the telephone through the night, in turn. One list with one number for each city is kept up to date by the capital and carried by the associations of the diaspora.\n\nMost calls come on Sundays and between ten and two. One call in five prevents a detention that would have lasted until Monday.',
    countries: ['Guatemala', 'Mexico', 'United States'],
    partners: ['Central American group', 'Tejido Diaspora Network'],
    themes: ['Consular protection', 'Access to justice'],
    contact: { name: 'Marisol Choc', email: '' },
    told: [-1, '08:00'],
    published: [-1, '10:15'],
    contacts: [
      {
        kind: 'does_too',
        person: 'reyes',
        words:
          'Our night line is answered by two officers. We could share how we train them, and would like to see your list.',
        at: [-1, '16:40'],
      },
    ],
  },
  {
    key: 'health-interpreters',
    from: '3.1/s21',
    delegation: 'morocco',
    title: 'Health interpreters who are migrants themselves',
    summary:
      'Morocco trains migrants as health interpreters for six months and pays them a monthly wage. They sit in the waiting room, not behind the counter, and stay with a patient from the first question to the chemist’s.\n\nThe curriculum is open to anyone who wishes to see it, in Arabic and French.',
    countries: ['Morocco'],
    partners: ['Sahel Diaspora Council'],
    themes: ['Health', 'First services'],
    contact: { name: 'Health interpreters’ school, Rabat', email: 'ecole.interpretes@sante.example' },
    told: [-5, '15:00'],
    published: [-4, '09:10'],
  },
  {
    key: 'vaccination-booklet',
    from: '3.1/s3',
    delegation: 'brazil',
    title: 'One vaccination booklet for both banks of the river',
    summary:
      'Brazil and its neighbours recognise each other’s vaccination booklets at the border posts. It took no fund: it took one stamp that both sides know, and a telephone between two nurses.\n\nThe posts receive visitors on the first Tuesday of each month.',
    countries: ['Brazil', 'Colombia', 'Peru'],
    partners: ['Colombia', 'IOM'],
    themes: ['Health', 'Cooperation along a route'],
    contact: { name: 'Border health service', email: 'fronteira.saude@posto.example' },
    told: [-20, '14:00'],
    published: [-18, '09:00'],
  },
  {
    key: 'warehouse-language',
    from: '2.1/s30',
    delegation: 'brightline-logistics',
    title: 'The language of the warehouse, in paid time',
    summary:
      'Brightline Logistics teaches the words of the warehouse for twenty minutes before each shift, in paid time. The shift leader teaches; a teacher visits once a week. Accidents have gone down by a third.',
    global: true,
    partners: ['Care Workers International'],
    themes: ['Work', 'Language'],
    contact: { name: 'Safety office, Brightline Logistics', email: 'safety@brightline.example' },
    told: [-7, '11:00'],
  },
  {
    key: 'true-notice',
    from: '3.1/s17',
    spotted: true,
    delegation: 'lakes-university',
    title: 'A notice in the hospital that is true',
    summary:
      'Forty hospitals put up a printed notice: “We do not pass on your name.” First visits rose by a fifth within three months, says Lakes University, which compared them.',
    countries: ['Uganda', 'Kenya'],
    themes: ['Health', 'Access to justice'],
    contact: { name: '', email: '' },
    told: [-1, '16:00'],
  },
];

/** Statements whose authors wish to be thanked by name. */
export const thankedByName = ['2.1/s1', '2.1/s2', '2.1/s3', '2.1/s6', '2.1/s8', '2.1/s10', '2.1/s35', '2.1/s38', '2.1/s39', '3.1/s3', '3.1/s21', '3.1/s24', '3.1/s25']; // prettier-ignore
