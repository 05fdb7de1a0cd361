import type { Speaker } from '#report/draft-record.ts';
import type { SourceStatement, Sources } from '#report/checks/finding.ts';

// A meeting of our own invention under the Chatham House Rule: who was in the room, and what they said there.

interface Said {
  who: string;
  kind: string;
  person: string;
  office?: string;
  body: string;
}

const said: Said[] = [
  {
    who: 'Guatemala',
    kind: 'state',
    person: 'Marisol Choc',
    office: 'Director of Consular Protection',
    body: 'We opened the Quetzal Return Desk in three departments, and a mother who comes home finds one counter and not nine. We ask others to share their forms. The Global Compact for Migration asks us to.',
  },
  {
    who: 'Switzerland',
    kind: 'state',
    person: 'Beat Aebischer',
    office: 'Special Envoy for Migration',
    body: 'Money should follow the person. We support a common form, and we would consider funding its translation. The Global Compact for Migration is our compass.',
  },
  {
    who: 'Philippines',
    kind: 'state',
    person: 'Corazon Villaruz',
    office: 'Minister for Overseas Workers',
    body: 'Our Kabayan Return Card carries the hours of training. We propose that every contract be read aloud before it is signed.',
  },
  {
    who: 'Kenya',
    kind: 'state',
    person: 'Wanjiru Kamau',
    office: 'Principal Secretary for Diaspora Affairs',
    body: 'Rural districts are hosts before any city is. The Huduma Diaspora Desk answers in nine languages. The Kampala Convention binds us.',
  },
  {
    who: "Côte d'Ivoire",
    kind: 'state',
    person: 'Aminata Koné',
    office: 'adviser',
    body: 'Nous demandons que les registres soient ouverts aux communes. Le Pacte mondial pour des migrations sûres, ordonnées et régulières le demande.',
  },
  {
    who: 'Türkiye',
    kind: 'state',
    person: 'Deniz Arslan',
    office: 'Deputy Minister of the Interior',
    body: 'Schools come first. Half of those who arrive are children, and a desk that opens at ten is a desk that is closed.',
  },
  {
    who: 'Georgia',
    kind: 'state',
    person: 'Nino Beridze',
    office: 'adviser',
    body: 'A judge, not a wall, is the safeguard. Services must be separated from enforcement.',
  },
  {
    who: 'Bangladesh',
    kind: 'state',
    person: 'Farhana Rahman',
    office: 'adviser',
    body: 'Language classes begin in the village. Recruitment fees must end. The Sendai Framework should be read beside the compact.',
  },
  {
    who: 'Chad',
    kind: 'state',
    person: 'Mahamat Issa',
    office: 'adviser',
    body: 'Wells and schools must be shared between those who come and those who were there.',
  },
  {
    who: 'Jordan',
    kind: 'state',
    person: 'Rania Haddadin',
    office: 'adviser',
    body: 'Host communities should receive half of every grant.',
  },
  {
    who: 'United States',
    kind: 'state',
    person: 'Ellen Marsh',
    office: 'adviser',
    body: 'Data should be published every quarter, and forms should be short.',
  },
  {
    who: 'United Kingdom',
    kind: 'state',
    person: 'Owen Pryce',
    office: 'adviser',
    body: 'We support publishing data and we oppose a levy on wages.',
  },
  {
    who: 'Republic of Korea',
    kind: 'state',
    person: 'Han Seo-yeon',
    office: 'adviser',
    body: 'Testing skills at the bench works better than reading papers.',
  },
  {
    who: 'IOM',
    kind: 'un',
    person: 'Pieter de Boer',
    office: 'Chief of Mission',
    body: 'Orientation before departure pays for itself. A telephone number that is answered is worth a library.',
  },
  {
    who: 'ILO',
    kind: 'un',
    person: 'Sipho Dube',
    office: 'Senior Specialist',
    body: 'Workers should never pay for a job. The Fair Recruitment Compass sets it out.',
  },
  {
    who: 'UNHCR',
    kind: 'un',
    person: 'Lena Fischer',
    office: 'Senior Officer',
    body: 'A health check is not an interview. Separate files need separate staff.',
  },
  {
    who: 'Harbour Network',
    kind: 'diaspora',
    person: 'Yusuf Adan',
    office: 'coordinator',
    body: 'Fund diaspora groups for five years at a time and not for one.',
  },
  {
    who: 'Tejido Diaspora Network',
    kind: 'diaspora',
    person: 'Lucía Prieto',
    office: 'coordinator',
    body: 'Pay us for our work as advisers are paid.',
  },
  {
    who: 'Open Doors Federation',
    kind: 'civil',
    person: 'Ruth Auma',
    office: 'President',
    body: 'Our rule is two people, a telephone, and a person to ring at midnight.',
  },
  {
    who: 'Care Workers International',
    kind: 'union',
    person: 'Agnes Tolentino',
    office: 'General Secretary',
    body: 'Hours spent accompanying new arrivals should count as training.',
  },
  {
    who: 'City of Port Alder',
    kind: 'city',
    person: 'Ulla Brandt',
    office: 'Mayor',
    body: 'We moved our desk into the bus station and, on a first visit, we no longer ask for papers.',
  },
  {
    who: 'Lakes University',
    kind: 'academia',
    person: 'Tomás Ibarra',
    office: 'Professor of Public Law',
    body: 'A common page, read aloud once a year, would do more than a statute.',
  },
];

const nobody = { onBehalfOf: [], supportedBy: [], opposedBy: [] };

export const statements: SourceStatement[] = said.map(({ who, kind, person, office, body }, i) => {
  const speaker: Speaker = { name: who, slug: who.toLowerCase().replace(/[^a-z]+/g, '-'), kind, capacity: 'delegate' };
  return { id: `s${i + 1}`, number: i + 1, roundtable: '4.2', kind: 'intervention', mode: 'oral', language: 'en', body, speakers: [speaker], points: [], people: [{ name: person, function: office ?? null }], ...nobody }; // prettier-ignore
});

export const sources: Sources = {
  statements,
  offRecord: [
    { number: 90, body: 'If the levy is adopted my ministry will close the northern offices before the winter.' },
    { number: 91, body: 'The minister has not yet read the paper and will be told only after the vote.' },
  ],
  programme: [
    'Lake Forum 2026',
    'Contracts, counters and papers',
    'Which services open first, and who pays for them?',
    'Global Compact for Migration',
  ],
  coChairs: [],
};
