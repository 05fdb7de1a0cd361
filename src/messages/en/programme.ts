export default {
  'programme.text_too_long': 'A text here has at most 50,000 characters. Put the rest in a paper.',
  'edition.name_missing': 'Give the edition a name.',
  'edition.name_taken': 'There is an edition called “{name}” already. Choose another name.',
  'edition.address_reserved':
    'The address “{slug}” belongs to a page of the forum itself. Choose another for the edition.',
  'edition.time_zone_unknown': 'This time zone is not known. Write it as in “Africa/Kampala”.',
  'roundtable.number_wrong': 'A roundtable’s number is made of figures and full stops, as in “2.1”.',
  'roundtable.title_missing': 'Give the roundtable a title.',
  'roundtable.number_taken':
    'Number {number} is taken in this edition by “{title}”. Choose another number, or another edition.',
  'roundtable.cannot_move': 'A roundtable that is {from} cannot become {to}. Take the steps in their order.',
  'comments.deadline_past':
    'The time for comments has passed ({deadline, date, long} {deadline, time, short}). Give a later one to reopen.',
} as const;
