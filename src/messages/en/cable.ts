export default {
  'cable.to': 'Cable to the capital of {name}',
  'cable.kind': 'Cable to the capital',
  'cable.title': '{name}: cable to the capital',
  'cable.lead':
    'What {name} said, who agreed, who answered, where it is reflected, and what is expected now: on one page, made from the record.',
  'cable.delegation': 'Delegation',
  'cable.public': 'It holds what everyone may see, and nothing else: it can be passed on as it is.',
  'cable.expected': 'What is expected of us',
  'cable.said': 'What we said',
  'cable.nothing_expected': 'Nothing is expected at this moment.',
  'cable.said_nothing': 'Nothing has been heard from us in this edition so far.',
  'cable.we_said': 'We said: {words}{more, plural, =0 {} one {, and one more point} other {, and # more points}}.',
  'cable.unreadable': 'Its words are no longer shown.',
  'cable.agreed': 'Agreed: {names}.',
  'cable.opposed': 'Opposed: {names}.',
  'cable.answered': 'Answered by: {names}.',
  'cable.nobody': 'Nobody spoke to it.',
  'cable.reflected':
    'Reflected in the report of RT {report}, {count, plural, one {sentence} other {sentences}} {places}.',
  'cable.standing': 'In the report of RT {report}: {state}.',
  'cable.no_report': 'No report covers it yet.',
  'cable.expected.check':
    'Check {sentences, plural, one {the one sentence} other {the # sentences}} of the report of RT {roundtable} that {sentences, plural, one {rests} other {rest}} on our words{closes, select, none {} other {, by {closes}}}.',
  'cable.expected.undecided':
    'Ask what becomes of our statement {statement}: it has no line in the ledger of the report of RT {roundtable} yet.',
  'cable.expected.answer':
    'Answer {who} in RT {roundtable}: statement {reply} replies to our {statement}{closes, select, none {} other {; comments close {closes}}}.',
  'cable.expected.chair': 'Co-chair RT {roundtable}, {title}{closes, select, none {} other {, {closes}}}.',
  'cable.expected.comment':
    'RT {roundtable}, {title}, takes comments{closes, select, none {} other { until {closes}}}; nothing from us yet.',
  'cable.files': 'As a file',
} as const;
