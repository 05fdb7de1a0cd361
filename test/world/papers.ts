import type { When } from './types.ts';

const paragraphs = [
  '# Why this roundtable',
  'A person who is ill, or who has been robbed, looks first for someone who will not ask for papers. Where every door asks, the illness spreads and the robbery goes unreported. This note sets out what is known about doors that do not ask.',
  '# What is known',
  'In eleven towns around the lakes, clinics have for three years treated whoever comes, and sent the bill to a common fund. Fewer people come late, and fewer come by ambulance. The fund has cost less each year than the one before.',
  'Courts have moved more slowly. In most places a witness without papers still risks more than the person who robbed them. Four States have written a line between the court and the register: what is said in a hearing may not be used to remove the one who said it.',
  '# What is open',
  'Who pays when a person is treated in one State and insured in another has been answered by agreement between neighbours, never by all.',
  'Whether a separation between services and enforcement holds depends on who keeps the file. The roundtable is asked which arrangements have lasted longer than the person who made them.',
];

/** The concept note of RT 3.1: circulated, commented on, and revised once. */
export const conceptNote = {
  roundtable: '3.1',
  slug: 'concept-note',
  title: 'Doors that do not ask',
  language: 'en',
  by: 'keller',
  added: [-24, '09:30'] as When,
  circulated: [-24, '10:00'] as When,
  text: paragraphs.join('\n\n'),
  revised: {
    at: [-6, '15:00'] as When,
    text: paragraphs.join('\n\n').replace('Four States have', 'Five States, one of them since March, have'),
  },
  comment: {
    at: [-5, '10:20'] as When,
    by: 'yusuf',
    /** The number of the paragraph. */
    paragraph: 2,
    body: 'The fund cost less each year because volunteers keep the night counter, and nobody has counted their hours. Our network keeps three of the eleven, and in Miremba we launched a project in which each volunteer writes the hours down. Before others copy the fund, please write the hours down beside the money.',
  },
};

/** Guatemala releases what its deputies write; one comment waits. */
export const awaitingRelease = {
  focalPoint: 'choc',
  delegation: 'guatemala',
  required: [-3, '08:30'] as When,
  comment: {
    roundtable: '3.1',
    at: [-1, '16:45'] as When,
    by: 'tzoc',
    language: 'es',
    body: 'El consulado móvil ya acompaña a quien denuncia un robo, sin preguntar por el permiso de residencia. Proponemos que los demás consulados de la región lo hagan también, y que se cuente cuántas denuncias llegan así.',
  },
};

/** Somebody who speaks for a second delegation too, and so says for whom with each comment. */
export const speakingForTwo = {
  by: 'yusuf',
  delegation: 'open-doors-federation',
  at: [-8, '10:05'] as When,
  function: 'member of the board',
  words: 'The federation has asked me to speak for its volunteers as well.',
  verified: [-8, '11:30'] as When,
  examiner: 'keller',
  how: 'by letter from the federation’s secretary',
};

/** Someone who asks to speak for a delegation, and waits for an answer. */
export const asking = {
  by: 'bello',
  delegation: 'lakes-university',
  at: [-1, '09:10'] as When,
  function: 'lecturer in public health',
  words:
    'I teach at the faculty of public health and was asked by the dean to follow RT 3.1. Her office can confirm it: room 12, mornings.',
};
