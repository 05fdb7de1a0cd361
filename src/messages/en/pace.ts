/** What may be done only so often, and how long to wait. */
export default {
  'pace.comments':
    'Too many comments have come from here in a short time. Yours is still in the form: send it again in {minutes, plural, one {a minute} other {# minutes}}.',
  'pace.files':
    'Too many files have come from here within an hour. Send your words without them now, and add the files to your receipt in {minutes, plural, one {a minute} other {# minutes}}.',
  'pace.erasures':
    'Several requests have come from here already, and each is answered. Ask again in {minutes, plural, one {a minute} other {# minutes}}, or write to the support unit.',
  'pace.searches': 'That was a lot of searching. Try again in {seconds, plural, one {a second} other {# seconds}}.',
} as const;
