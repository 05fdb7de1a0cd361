export default {
  'credential.sign_in': 'Sign in first, so that it is known who asks.',
  'credential.delegation_missing': 'Choose the delegation you speak for.',
  'credential.function_missing': 'Say in which function you speak, as in “counsellor” or “coordinator”.',
  'credential.words_too_long': 'This has at most 1,000 characters. Shorten it.',
  'credential.how_missing': 'Say by which check this was verified, as in “by telephone with the ministry”.',
  'credential.how_too_long': 'The check is told in at most 200 characters. Shorten it.',
  'credential.reason_missing': 'Give the reason. The person is told it, and can ask again.',
  'credential.own': 'Nobody verifies their own credential. A colleague, or the focal point, does it.',
  'credential.not_yours':
    'Credentials are decided by the delegation’s focal point and by the support unit. Sign in with an account of one of them.',
  'credential.stands_already':
    'This credential {from, select, asked {has been asked for already and waits} verified {stands: it has been verified} refused {has been refused} other {has been withdrawn}}, so it cannot {to, select, asked {be asked for again} verified {be verified} refused {be refused} other {be withdrawn}} now.',
  'delegation.not_focal_point':
    'Only a focal point of the delegation decides whether its comments wait for release. The support unit can verify one.',
  'release.released_already': 'This comment has been released already. It stands in the thread.',
  'release.taken_back': 'Its author has taken this comment back. There is nothing to release.',
  'release.record_final':
    'The record of this roundtable is final and takes nothing in any more. The comment stays with its author.',
  'release.revised_meanwhile':
    'Its author has revised this comment meanwhile (revision {revision}). Read the new words below, then release those.',
  'comment.paragraph_elsewhere':
    'This paragraph stands in no paper that is circulated for this roundtable. Open the paper again and comment from there.',

  'statement.draft': 'Awaiting release',
  'statement.draft.how':
    'Only its author and the focal point of the delegation see it. It counts from the moment it was handed in, also when comments close meanwhile.',
  'receipt.lead.draft':
    'Your words have been handed in. They wait for the focal point of your delegation, who releases them; the moment you handed them in is what counts.',
  'receipt.step.release': 'Released by the focal point',

  'record.credential.asked': '{name} asked to speak for {number}',
  'record.credential.verified': 'It was verified that {name} speaks for {number}',
  'record.credential.refused': 'That {name} speaks for {number} was not confirmed',
  'record.credential.withdrawn': '{name} no longer speaks for {number}',
  'record.delegation.release_required': '{name} releases its comments before they appear',
  'record.delegation.release_ended': '{name} no longer releases its comments first',
  'record.statement.release_asked': 'Statement {number} waits for its delegation’s focal point',
  'record.statement.released': 'Statement {number} was released by its delegation’s focal point',
  'record.statement.taken_back': 'Statement {number} was taken back before its release',
  'record.statement.draft_revised': 'Statement {number} was revised before its release',
} as const;
