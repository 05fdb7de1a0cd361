export default {
  'people.name_missing': 'Give a name.',
  'people.name_too_long': 'A name has at most 200 characters. Shorten it.',
  'people.name_unseen':
    'This name holds characters that cannot be seen or that change the order of its letters. Type it again by hand.',
  'people.name_mixed':
    'This name mixes letters of two alphabets that look alike. Write each word of it in the letters of one.',
  'people.name_imitates':
    'This name looks like “{name}”, who is on the register, and is spelled with other letters. Write your name in its own letters; if you are that person, sign in.',
  'people.name_of_delegation':
    '“{name}” is the name of a delegation. Give your own name in full; to speak for {name}, sign in.',
  'people.slug_wrong': 'The address name takes small letters, digits and single hyphens, as in “port-alder”.',
  'people.email_wrong': 'This is not an e-mail address. Write it in full, as in name@example.org.',
  'people.password_short': 'A password needs at least 12 characters. A short sentence is easy to keep.',
  'people.password_guessable':
    'This password is guessed soon: it is made of words everyone tries, of names that are known here, or of a row of letters. A short sentence of your own is easy to keep.',
  'people.password_long': 'A password has at most 128 characters.',
  'delegation.registered_already':
    '{name} is on the register already. Use that entry, or add this name to it as another name.',
  'role.nobody': 'Name the person or the delegation that is to hold the office.',
  'account.email_taken':
    'There is an account with this e-mail address already. Sign in with it, or use another address.',
  'account.sign_in_failed': 'The e-mail address and the password do not go together. Check both and try again.',
  'account.demo_from_afar': 'The demo’s accounts work only on the machine the server runs on.',
} as const;
