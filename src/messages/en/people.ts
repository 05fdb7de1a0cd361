export default {
  'people.name_missing': 'Give a name.',
  'people.name_too_long': 'A name has at most 200 characters. Shorten it.',
  'people.slug_wrong': 'The address name takes small letters, digits and single hyphens, as in “port-alder”.',
  'people.email_wrong': 'This is not an e-mail address. Write it in full, as in name@example.org.',
  'people.password_short': 'A password needs at least 12 characters. A short sentence is easy to keep.',
  'people.password_long': 'A password has at most 128 characters.',
  'delegation.registered_already':
    '{name} is on the register already. Use that entry, or add this name to it as another name.',
  'role.nobody': 'Name the person or the delegation that is to hold the office.',
  'account.email_taken':
    'There is an account with this e-mail address already. Sign in with it, or use another address.',
  'account.sign_in_failed': 'The e-mail address and the password do not go together. Check both and try again.',
  'account.demo_from_afar': 'The demo’s accounts work only on the machine the server runs on.',
} as const;
