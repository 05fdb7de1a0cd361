export default {
  'people.title_too_long': 'A title has at most 100 characters. Shorten it.',
  'people.function_too_long': 'A function has at most 200 characters. Shorten it.',
  'people.name_unseen':
    'There is something in the name that cannot be seen, or no letter at all. Type it afresh instead of pasting it.',

  'account.wait':
    'Too many tries. Wait {minutes, plural, one {# minute} other {# minutes}} and try again, or have a link sent to you by e-mail.',
  'account.demo_password_stays':
    'The demo’s password stays as it is, so that everyone on this machine can try its accounts.',
  'account.password_changed_meanwhile':
    'The password was changed meanwhile. Sign in with the new one, or ask for a link.',
  'account.password_wrong':
    'The present password is not right. Check it, or ask for a link that lets you choose another.',
  'account.passwords_differ': 'The two new passwords are not the same. Type the new one twice.',
  'account.link_over': 'This link opens no more: it was used, or its time is over. Ask for a new one.',
  'account.email_missing': 'Write your e-mail address first; the link goes there.',
  'passkey.name_missing': 'Give the passkey a name by which you will know it, such as that of the device.',
  'passkey.failed': 'The passkey did not open the door. Try again, or sign in another way.',
  'passkey.not_added': 'No passkey was added. Try again, or use another device.',

  'role.last_chairs_office':
    'Nobody else holds the Chair’s office. Hand it over, or invite a second person to it first.',
  'role.held_already': '{name} holds this office already.',
  'invitation.to_nothing': 'Choose an office, or the delegation they are to speak for.',
  'invitation.is_out': '{name} has an invitation at this address already. Withdraw it first to send another.',
  'invitation.is_accepted': 'The invitation of {name} has been accepted. There is nothing left to do.',
  'invitation.is_withdrawn': 'The invitation of {name} was withdrawn. Ask the support unit for another.',
  'invitation.is_expired': 'The time to accept the invitation of {name} is over. Ask the support unit for another.',

  'set_up.needs_code': 'Only whoever reads the server’s console sets a forum up: the code is printed there.',
  'set_up.done_already':
    'This forum has been set up: somebody holds an office. Sign in, or ask the Chair’s office for an invitation.',
  'set_up.code_wrong': 'This is not the set-up code. It is printed on the server’s console, as in 7KQ4-M2XD-09TB.',
  'set_up.no_address':
    'An address is made of the short name, and needs a letter from a to z or a figure. Add one, such as the year.',
  'set_up.start_missing': 'Give the day the forum begins as well as the day it ends.',
  'set_up.ends_before': 'The forum ends before it begins. Check the two days.',

  'record.person.described':
    '{what, select, person {{name} changed name, title or function} other {Somebody changed name, title or function}}',
  'record.account.password_set':
    '{what, select, person {The password of {name} was changed} other {A password was changed}}',
  'record.account.sessions_ended':
    '{what, select, person {{name} was signed out everywhere} other {Somebody was signed out everywhere}}',
  'record.account.ministry_linked':
    '{what, select, person {{name} signed in through the ministry for the first time} other {Somebody signed in through the ministry for the first time}}',
  'record.passkey.added': '{what, select, person {{name} added a passkey} other {A passkey was added}}',
  'record.passkey.removed': '{what, select, person {{name} removed a passkey} other {A passkey was removed}}',
  'record.role.withdrawn': 'An office was withdrawn',
  'record.role.handed_over':
    '{what, select, role {An office was handed over to {number}} other {An office was handed over}}',
  'record.account.invited': '{what, select, person {{name} was invited} other {Somebody was invited}}',
  'record.invitation.withdrawn':
    '{what, select, person {The invitation of {name} was withdrawn} other {An invitation was withdrawn}}',
  'record.invitation.accepted':
    '{what, select, person {{name} accepted the invitation} other {An invitation was accepted}}',
  'record.forum.set_up': 'The forum was set up',
} as const;
