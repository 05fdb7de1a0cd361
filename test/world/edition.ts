import type { Edition, RulingReason } from './types.ts';

export const edition: Edition = {
  name: 'Lake Forum on Migration and Development',
  shortName: 'Lake Forum',
  number: 7,
  place: 'Entebbe',
  chairInOffice: 'uganda',
  zone: 'Africa/Kampala',
  languages: ['en', 'fr', 'es', 'ar'],
  attribution: 'attributed',
  state: 'reporting',
};

/** Published before comments opened; a ruling against a comment names one of them. */
export const reasons: RulingReason[] = [
  {
    code: 'A',
    title: 'Another subject',
    words: 'The comment answers none of the guiding questions and does not touch the theme of the roundtable.',
  },
  {
    code: 'B',
    title: 'Said before',
    words: 'The same author has already sent the same words to this roundtable; the first version counts.',
  },
  {
    code: 'C',
    title: 'An offer or advertisement',
    words: 'The comment offers goods, services, places or work, or asks for custom.',
  },
  {
    code: 'D',
    title: 'About a private person',
    words: 'The comment accuses or exposes a private person, or carries someone’s personal papers.',
  },
];
