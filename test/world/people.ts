import { cast } from './people-cast.ts';
import type { Person } from './types.ts';

const ofStates: Person[] = [
  { key: 'carvalhal', name: 'Inês Carvalhal', function: 'secretary for local inclusion', delegation: 'portugal', capacity: 'head' },
  { key: 'mejri', name: 'Nadia Mejri', title: 'H.E.', function: 'ambassador', delegation: 'tunisia', capacity: 'head' },
  { key: 'amstad', name: 'Reto Amstad', function: 'delegate for migration', delegation: 'switzerland', capacity: 'head' },
  { key: 'quiroga', name: 'Andrés Quiroga', function: 'vice-minister of health', delegation: 'colombia', capacity: 'head' },
  { key: 'faye', name: 'Awa Faye', title: 'H.E.', function: 'ambassador', delegation: 'senegal', capacity: 'head' },
  { key: 'okello', name: 'Samuel Okello', function: 'commissioner for community services', delegation: 'uganda', capacity: 'head' },
  { key: 'ampofo', name: 'Kojo Ampofo', function: 'director for local finance', delegation: 'ghana', capacity: 'head' },
  { key: 'bennis', name: 'Yasmine Bennis', function: 'head of division', delegation: 'morocco', capacity: 'head' },
  { key: 'chanda', name: 'Mutale Chanda', function: 'permanent secretary', delegation: 'zambia', capacity: 'head' },
  { key: 'prado', name: 'Helena Prado', function: 'minister-counsellor', delegation: 'brazil', capacity: 'head' },
  { key: 'roy', name: 'Marc Roy', function: 'director for settlement', delegation: 'canada', capacity: 'head' },
  { key: 'morales', name: 'Ana Lucía Morales', function: 'vice-minister', delegation: 'guatemala', capacity: 'head' },
  { key: 'paz', name: 'Diego Paz', function: 'adviser', delegation: 'guatemala', capacity: 'delegate' },
  { key: 'karim', name: 'Farhana Karim', function: 'joint secretary', delegation: 'bangladesh', capacity: 'head' },
  { key: 'anggraini', name: 'Dewi Anggraini', function: 'director for diaspora', delegation: 'indonesia', capacity: 'head' },
  { key: 'khoury', name: 'Rami Khoury', function: 'counsellor', delegation: 'lebanon', capacity: 'head' },
  { key: 'reyes', name: 'Carmela Reyes', function: 'assistant secretary', delegation: 'philippines', capacity: 'head' },
  { key: 'perera', name: 'Nimal Perera', function: 'additional secretary', delegation: 'sri-lanka', capacity: 'head' },
  { key: 'brandt', name: 'Jutta Brandt', function: 'head of division', delegation: 'germany', capacity: 'head' },
  { key: 'markou', name: 'Eleni Markou', function: 'general secretary', delegation: 'greece', capacity: 'head' },
  { key: 'hedlund', name: 'Lars Hedlund', function: 'special envoy', delegation: 'sweden', capacity: 'head' },
  { key: 'marsh', name: 'Fiona Marsh', function: 'first assistant secretary', delegation: 'australia', capacity: 'head' },
  { key: 'ferri', name: 'Paolo Ferri', title: 'Msgr', function: 'counsellor', delegation: 'holy-see', capacity: 'head' },
  { key: 'vesely', name: 'Katrin Veselá', function: 'head of unit', delegation: 'european-union', capacity: 'head' },
];

const ofPartners: Person[] = [
  { key: 'odhiambo', name: 'Samira Odhiambo', function: 'regional adviser', delegation: 'iom', capacity: 'head' },
  { key: 'valverde', name: 'Pedro Valverde', function: 'specialist in labour migration', delegation: 'ilo', capacity: 'head' },
  { key: 'osei', name: 'Ingrid Osei', function: 'chief of urban services', delegation: 'un-habitat', capacity: 'head' },
  { key: 'mansouri', name: 'Tarek Mansouri', function: 'senior protection officer', delegation: 'unhcr', capacity: 'head' },
  { key: 'solis', name: 'Mariana Solís', function: 'member of the Committee', delegation: 'committee-on-migrant-workers', capacity: 'head' },
  { key: 'habimana', name: 'Joel Habimana', function: 'secretary', delegation: 'great-lakes-transit-commission', capacity: 'head' },
  { key: 'atim', name: 'Josephine Atim', function: 'mayor, president of the league', delegation: 'lakeshore-mayors', capacity: 'head' },
  { key: 'kato', name: 'Daniel Kato', function: 'deputy town clerk', delegation: 'city-of-miremba', capacity: 'head' },
  { key: 'ekholm', name: 'Maud Ekholm', function: 'head of arrivals', delegation: 'city-of-port-alder', capacity: 'head' },
  { key: 'oduya', name: 'Peter Oduya', function: 'president', delegation: 'open-doors-federation', capacity: 'head' },
  { key: 'ixim', name: 'Rosa Ixim', function: 'coordinator', delegation: 'tejido-diaspora-network', capacity: 'head' },
  { key: 'toure', name: 'Ibrahima Touré', function: 'secretary-general', delegation: 'sahel-diaspora-council', capacity: 'head' },
  { key: 'ocampo', name: 'Luz Ocampo', function: 'general secretary', delegation: 'care-workers-international', capacity: 'head' },
  { key: 'achieng', name: 'Miriam Achieng', title: 'Rev.', function: 'convener', delegation: 'interfaith-welcome-council', capacity: 'head' },
  { key: 'nansubuga', name: 'Beatrice Nansubuga', function: 'president', delegation: 'lakes-nurses-association', capacity: 'head' },
  { key: 'wrede', name: 'Tomas Wrede', function: 'site manager', delegation: 'brightline-logistics', capacity: 'head' },
  { key: 'mwangi', name: 'Hannah Mwangi', title: 'Prof.', function: 'director of the institute', delegation: 'lakes-university', capacity: 'head' },
  { key: 'ssemanda', name: 'Kevin Ssemanda', function: 'speaker of the assembly', delegation: 'crossroads-youth-assembly', capacity: 'head' },
  { key: 'sesay', name: 'Amara Sesay', title: 'Dr', function: 'expert in public health', delegation: 'amara-sesay', capacity: 'head' },
];

const ofTheForum: Person[] = [
  { key: 'mugisha', name: 'Paul Mugisha', function: 'rapporteur' },
  { key: 'dubois', name: 'Claire Dubois', function: 'rapporteur' },
  { key: 'sand', name: 'Emil Sand', function: 'note-taker B' },
];

export const people: Person[] = [...cast, ...ofStates, ...ofPartners, ...ofTheForum];
