// The length dial: what a draft holds at each setting, and who falls out of its body.
export default {
  'length.page': 'Length',
  'length.title': '{minutes} min read aloud: {inBody} of {everyone} delegations are in the body',
  'length.would':
    'In {minutes} minutes {fallen, plural, =0 {nobody} other {# of {everyone} delegations}} would fall out of the body',
  'length.lead':
    'Read aloud at {pace} words a minute. Whoever falls out of the body stands in the annex, and every objection and divergence{cluster, select, yes { that the roundtables’ reports tell} other {}} is told at every length. What a person has written stays.',
  'length.who_falls': 'Who falls out of the body',
  'length.col.setting': 'Setting',
  'length.col.words': 'Would take',
  'length.col.body': 'In the body',
  'length.col.points': 'Points',
  'length.col.dissents': 'Objections told',
  'length.col.falls': 'Only in the annex',
  'length.setting':
    '{limit, plural, =0 {As long as it takes} other {{minutes, plural, one {# minute} other {# minutes}}, # words}}',
  'length.words': '{words} words, {minutes} min',
  'length.of': '{some} of {all}',
  'length.nobody': 'Nobody falls out',
  'length.counted':
    '{count, plural, one {One is only counted under an issue} other {# are only counted under an issue}}',
  'length.draft':
    '{limit, plural, =0 {Draft the whole} other {Draft {minutes, plural, one {# minute} other {# minutes}}}}',
  'length.how':
    'Points are chosen so that, for their length, they bring in most delegations and then most points. A point is in the body when a sentence tells it, or counts it under an issue.',
  'length.other': 'Other',
  'length.other_title': 'Another length',
  'length.in_words': 'How many words',
  'length.in_words_help':
    'From 100. Not counted, for one looks things up in them: questions from the floor, instruments, the list of speakers, recommendations and the annexes.',
  'length.draft_words': 'Draft at this length',
  'length.not_now': 'The length is set while the report is a draft',
  'length.not_now_text':
    'This report has been circulated or came in from outside, so it is not drafted anew. The dial shows what a draft would hold.',
  'length.none': 'The length is set once there is a report, and something has been said.',
  'length.link': 'Length: who falls out of the body at 3, 5 and 10 minutes',
} as const;
