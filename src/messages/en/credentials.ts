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
  'credential.edition_over':
    'This edition is closed: nothing more is said in it. Ask to speak in the next one, on the page of its delegations.',
  'credential.not_standing':
    'This credential {state, select, asked {waits to be decided} refused {was refused} other {was withdrawn}}: nobody speaks for the delegation with it, so there is nothing to correct.',
  'delegation.not_focal_point':
    'Only a focal point of the delegation decides whether its comments wait for release. The support unit can verify one.',
  'release.released_already': 'This comment has been released already. It stands in the thread.',
  'release.taken_back': 'Its author has taken this comment back. There is nothing to release.',
  'release.record_final':
    'The record of this roundtable is final and takes nothing in any more. The comment stays with its author.',
  'release.words_missing': 'Say what is to be changed. The author is told it in these words.',
  'release.words_too_long': 'This has at most 2,000 characters. Shorten it.',
  'release.sent_back_already':
    'These words have been sent back already. Once their author has revised them, they wait for you again.',
  'release.revised_meanwhile':
    'Its author has revised this comment meanwhile (revision {revision}). Read the new words below, then release those.',
  'comment.paragraph_elsewhere':
    'This paragraph stands in no paper that is circulated for this roundtable. Open the paper again and comment from there.',

  'desk.place.credentials':
    '{count, plural, =0 {Nobody asks to speak for a delegation} one {One person asks to speak for a delegation} other {# people ask to speak for a delegation}}',
  'credential.page.title': 'Credentials',
  'credential.page.lead':
    'Who speaks for whom is verified once: by the focal point of the delegation or here. What someone was at the moment of speaking stays on their statement.',
  'credential.page.asked': 'Asked for',
  'credential.page.none_asked': 'No question waits. Whoever asks to speak for a delegation will stand here.',
  'credential.page.standing':
    '{count, plural, =0 {No credential stands} one {One credential stands} other {# credentials stand}}',
  'credential.page.none_standing': 'Nobody speaks for a delegation in this edition yet.',
  'credential.page.ended_title': 'Refused and withdrawn',
  'credential.page.all': 'All credentials of this delegation',
  'credential.page.wants':
    'asks to speak as {capacity, select, head {head} deputy {deputy} focal_point {focal point} other {delegate}} of',
  'credential.page.how': 'How it was verified',
  'credential.page.how_help':
    'As in “by telephone with the ministry” or “on the list of 3 June”. It is kept with the credential.',
  'credential.page.capacity': 'Capacity',
  'credential.page.rank': 'Rank',
  'credential.page.rank_usual': 'as the capacity has it',
  'credential.page.rank_help': 'For protocol order on the list of speakers.',
  'credential.page.capacity_help': 'A focal point decides who speaks for the delegation and can require release.',
  'credential.page.verify': 'Verify {name}',
  'credential.page.refuse_instead': 'Refuse instead',
  'credential.page.refuse': 'Refuse {name}',
  'credential.page.reason': 'Reason',
  'credential.page.reason_help': 'The person is told it, and can ask again.',
  'credential.page.not_done': 'Nothing was decided.',
  'credential.page.asked_at': 'Asked {at}',
  'credential.page.office': 'the support unit',
  'credential.page.decided':
    '{decision, select, verified {Verified} refused {Refused} withdrawn {Withdrawn} other {Asked}} {at} by {by}',
  'credential.page.decided_somehow':
    '{decision, select, verified {Verified} refused {Refused} withdrawn {Withdrawn} other {Asked}} {at}, {how}',
  'credential.page.decided_how':
    '{decision, select, verified {Verified} refused {Refused} withdrawn {Withdrawn} other {Asked}} {at} by {by}: {how}',
  'credential.page.withdraw': 'Withdraw',
  'credential.page.done':
    '{done, select, verified {The credential is verified. The person is told, and speaks for the delegation from now on.} refused {The credential is refused. The person is told the reason.} withdrawn {The credential is withdrawn.} asked {You have asked. You will be told as soon as it is decided.} released {The comment is released and stands in the thread.} sent_back {It went back to its author with your words, and waits for you again once it is revised.} required {Deputies’ and delegates’ comments wait for you from now on.} other {Comments no longer wait for release. Those that wait already go on waiting.}}',
  'credential.page.for': 'Who speaks for {name}',
  'credential.page.who_verifies':
    '{count, plural, =0 {The support unit verifies who speaks for this delegation; no focal point has been named yet.} other {Verified by the focal point, {names}, or by the support unit.}}',
  'credential.page.ask_title': 'Speak for {name}',
  'credential.page.ask_text':
    'You can comment in your own name at any time. To speak for the delegation, somebody who knows must confirm it once.',
  'credential.page.ask': 'Ask to speak for this delegation',
  'credential.page.not_asked': 'Your question was not handed in.',
  'credential.page.sign_in_first': 'Sign in first, so that those who verify know who asks.',
  'credential.page.function': 'Your function',
  'credential.page.function_help': 'As it is to stand beside your name, as in “counsellor” or “coordinator”.',
  'credential.page.words': 'To those who verify',
  'credential.page.words_help': 'What helps them to know you. Only they read it.',
  'credential.page.yours':
    '{state, select, asked {Your question waits} verified {You speak for this delegation} refused {Your question was refused} other {You no longer speak for this delegation}}',
  'credential.page.waits': 'Handed in {at}. Until it is decided, your comments appear in your own name.',
  'credential.page.as':
    '{function}, as {capacity, select, head {head} deputy {deputy} focal_point {focal point} other {delegate}}.',
  'credential.page.take_back': 'Take back the question',
  'credential.page.give_up': 'Speak for it no longer',
  'credential.page.give_up_note': 'What you have said for it stays as it was said.',
  'credential.col.person': 'Person',
  'credential.col.delegation': 'Delegation',
  'credential.col.capacity': 'Capacity',
  'credential.col.rank': 'Rank',
  'credential.col.standing': 'Standing',
  'credential.col.act': 'Withdraw it',

  'release.title': 'Release',
  'release.waiting': '{count, plural, one {One comment waits} other {# comments wait}} for your release',
  'release.waiting_text':
    'Only you and their authors see them. Each counts from the moment it was handed in, also when comments have closed since.',
  'release.none': 'No comment waits for your release. What deputies and delegates write will stand here.',
  'release.release': 'Release it',
  'release.release_note': 'It then stands in the thread for everyone. This cannot be taken back.',
  'release.not_done': 'Nothing was released.',
  'release.not_sent_back': 'Nothing was sent back.',
  'release.send_back_instead': 'Send it back instead',
  'release.words': 'What is to be changed',
  'release.words_help': 'The author reads these words, by letter and on the page of the receipt, and nobody else does.',
  'release.send_back': 'Send it back',
  'release.sent_back': 'Sent back {at}{by, select, none {} other { by {by}}}',
  'release.sent_back_title':
    '{by, select, none {The focal point} other {{by}, focal point}} of {delegation}, sent your words back:',
  'release.sent_back_text':
    'Your words came back to you. Revise them below: they then go to the focal point again, and the moment you first handed them in still counts.',
  'release.yours_back': 'Your statement {number} on RT {roundtable} was sent back to you: revise it on its receipt',
  'release.revise_again': 'Revise it and ask again',
  'release.handed_in': 'Handed in {at}',
  'release.closed_meanwhile': 'Comments have closed since. It still counts.',
  'release.yours': 'Your statement {number} on RT {roundtable} waits for release',
  'release.is_required': 'Comments wait for your release',
  'release.is_not_required': 'Comments appear at once',
  'release.rule':
    'Where release is required, comments of deputies and delegates are drafts until a focal point releases them. Heads and focal points publish at once.',
  'release.require': 'Require release',
  'release.end': 'Require it no longer',
  'release.end_note': 'Those that wait already go on waiting.',

  'statement.draft': 'Awaiting release',
  'statement.draft.how':
    'Only its author and the focal point of the delegation see it. It counts from the moment it was handed in, also when comments close meanwhile.',
  'receipt.lead.draft':
    'Your words have been handed in. They wait for the focal point of your delegation, who releases them; the moment you handed them in is what counts.',
  'receipt.step.release': 'Released by the focal point',

  'record.credential.asked': '{name} asked to speak for {number}',
  'record.credential.verified': 'It was verified that {name} speaks for {number}',
  'record.credential.corrected': 'In which capacity {name} speaks for {number} was corrected',
  'record.credential.refused': 'That {name} speaks for {number} was not confirmed',
  'record.credential.withdrawn': '{name} no longer speaks for {number}',
  'record.delegation.release_required': '{name} releases its comments before they appear',
  'record.delegation.release_ended': '{name} no longer releases its comments first',
  'record.statement.release_asked': 'Statement {number} waits for its delegation’s focal point',
  'record.statement.released': 'Statement {number} was released by its delegation’s focal point',
  'record.statement.sent_back': 'Statement {number} was sent back to its author before its release',
  'record.statement.taken_back': 'Statement {number} was taken back before its release',
  'record.statement.draft_revised': 'Statement {number} was revised before its release',
} as const;
