import type { Person } from './types.ts';

/** Those who can sign in to the demo: one for each role, and two delegates. */
export const cast: Person[] = [
  {
    key: 'nakato',
    name: 'Grace Nakato',
    function: 'head of the Chair’s office',
    delegation: 'uganda',
    capacity: 'delegate',
    login: { email: 'grace.nakato@lakeforum.example', role: 'chairs_office' },
  },
  {
    key: 'keller',
    name: 'Jonas Keller',
    function: 'officer of the support unit',
    login: { email: 'jonas.keller@lakeforum.example', role: 'support_unit' },
  },
  {
    key: 'kamau',
    name: 'Wanjiru Kamau',
    title: 'Ms',
    function: 'director for urban affairs',
    delegation: 'kenya',
    capacity: 'head',
    login: { email: 'wanjiru.kamau@lakeforum.example', role: 'co_chair', roundtable: '2.1' },
  },
  {
    key: 'haddad',
    name: 'Leila Haddad',
    function: 'rapporteur',
    login: { email: 'leila.haddad@lakeforum.example', role: 'rapporteur', roundtable: '2.1' },
  },
  {
    key: 'villalba',
    name: 'Teresa Villalba',
    title: 'H.E.',
    function: 'general rapporteur',
    login: { email: 'teresa.villalba@lakeforum.example', role: 'general_rapporteur', roundtable: '2' },
  },
  {
    key: 'auma',
    name: 'Ruth Auma',
    function: 'note-taker A',
    login: { email: 'ruth.auma@lakeforum.example', role: 'note_taker', roundtable: '2.1' },
  },
  {
    key: 'choc',
    name: 'Marisol Choc',
    function: 'counsellor, focal point',
    delegation: 'guatemala',
    capacity: 'focal_point',
    login: { email: 'marisol.choc@lakeforum.example', readTo: '3.1/s22' },
  },
  {
    key: 'yusuf',
    name: 'Amina Yusuf',
    function: 'coordinator',
    delegation: 'harbour-network',
    capacity: 'head',
    login: { email: 'amina.yusuf@lakeforum.example' },
  },
  {
    key: 'tzoc',
    name: 'Rosa Tzoc',
    function: 'second secretary',
    delegation: 'guatemala',
    capacity: 'deputy',
    login: { email: 'rosa.tzoc@lakeforum.example' },
  },
  {
    key: 'bello',
    name: 'Idris Bello',
    function: 'lecturer',
    login: { email: 'idris.bello@lakeforum.example' },
  },
];
