export default {
  'mail.smtp_url_wrong':
    'SMTP_URL is not the address of a mail server. Write it as smtp://name:password@host:587 or smtps://name:password@host.',
  'mail.from_wrong':
    'MAIL_FROM is not an e-mail address. Write it as letters@forum.example or Forum <letters@forum.example>.',
  'mail.inbound_half': 'INBOUND_ADDRESS and INBOUND_SECRET go together. Set both, or neither.',
  'mail.inbound_address_wrong': 'INBOUND_ADDRESS is not an e-mail address. Write it as reply@forum.example.',
  'mail.inbound_secret_short':
    'INBOUND_SECRET is too short to be a secret. Use at least 16 characters, chosen at random.',
  'mail.console': 'No mail server is set (SMTP_URL), so this letter to {address} stands here only: {subject}',
  'mail.on_its_way': 'This letter is being handed to the mail server at this moment. Look again in a minute.',
  'mail.gone_already': 'This letter has gone already. Nothing is left to pass on.',

  'mail.answer_above': '— Write your answer above this line —',
  'mail.foot_answer':
    'Answer this letter and your words are entered as a comment, in public and under your name, as if you had used the form.',
  'mail.foot': '{house}, {origin}\nHow these letters reach you: {preferences}\nNo more of them: {unsubscribe}',
  'mail.foot_needed': '{house}, {origin}',
  'mail.digest_subject': '{house}: {count} letters of the day',
  'mail.digest': 'These {count} letters were written to you since yesterday’s.',

  'mail.receipt_subject': 'Your receipt {code}: No. {number} in RT {roundtable}',
  'mail.receipt':
    'Your comment on RT {roundtable}, {title}, has been received. It is No. {number} there, and this is its receipt:\n\n{code}\n\nWhere it stands, and which sentences of which report reflect it, is shown here, without signing in:\n{address}{waits, select, yes {\n\nYour delegation releases comments through its focal point, who has been told. Until then only the two of you see it; the moment you handed it in counts.} other {}}\n\nYour words:\n\n{body}\n\nThe proof that these were your words on that day is a commitment published with your comment: the SHA-256 of this salt (32 bytes, here in hexadecimal) followed by your words in UTF-8.\n\nSalt: {salt}\nCommitment: {commitment}\n\nThe file with this letter proves more: that these words stand in the sealed record of the forum, under a signed head over all its lines. Keep it. Whoever has the file and a head kept elsewhere can check it without the forum (“rapporteur verify”); it opens your words and nothing else, and you may pass it on. You find it here, too:\n{address}/proof',
  'mail.confirm_subject': 'Is comment No. {number} in RT {roundtable} yours?',
  'mail.confirm':
    'A comment was handed in on RT {roundtable}, {title}, with this e-mail address. If it is yours, confirm it here:\n{link}\n\nUntil then it is held, and labelled so. Once it is confirmed you get its receipt.\n\nIf it is not yours, do nothing: your address is shown nowhere, and this letter leads nowhere else.',
  'mail.answered_subject': 'No. {answered} in RT {roundtable} was answered: No. {number}',
  'mail.answered':
    '{named, select, yes {{speaker} has answered} other {Somebody has answered}} your statement No. {answered} in RT {roundtable}, {title}. It is No. {number} there:\n\n{body}\n\nRead it in its place:\n{page}{open, select, yes {\n\nThe roundtable is open for comment{dated, select, yes { until {closes}} other {}}.} other {}}',

  'mail.ruled_relevant_subject': 'No. {number} in RT {roundtable} was ruled relevant',
  'mail.ruled_relevant':
    'The Chair has ruled that your comment No. {number} in RT {roundtable}, {title}, is relevant. The report has to account for it.{said, select, yes {\n\nIn the Chair’s words:\n“{words}”} other {}}\n\nWhere it stands:\n{address}',
  'mail.ruled_out_subject': 'No. {number} in RT {roundtable} was ruled not relevant',
  'mail.ruled_out':
    'The Chair has ruled that your comment No. {number} in RT {roundtable}, {title}, is not relevant to it.\n\nReason {reason}: {reason_title}{said, select, yes {\n\nIn the Chair’s words:\n“{words}”} other {}}\n\nNothing was deleted. The comment keeps its number and its receipt, the ruling is counted in the report, and you always see your own words in full.\n\nYou can appeal, once, from the page of your receipt:\n{address}\n\nYour words:\n\n{body}',
  'mail.appeal_made_subject': 'An appeal awaits an answer: No. {number} in RT {roundtable}',
  'mail.appeal_made':
    'The author of comment No. {number} in RT {roundtable}, {title}, appeals against the ruling on it:\n\n“{words}”\n\nAn appeal is answered once. Whoever ruled leaves it to another, where the Chair’s office has one:\n{page}',
  'mail.appeal_answered_subject':
    'Your appeal on No. {number} in RT {roundtable}: {outcome, select, replaced {there is a new ruling} other {the ruling stands}}',
  'mail.appeal_answered':
    'Your appeal against the ruling on comment No. {number} in RT {roundtable}, {title}, has been answered. {outcome, select, replaced {A new ruling takes the place of the old: {decision, select, relevant {the comment is relevant, and the report has to account for it} other {the comment is not relevant, for another reason}}.} other {The ruling stands.}}\n\n“{answer}”\n\nWhere your comment stands:\n{address}',

  'mail.release_asked_subject': '{delegation}: No. {number} in RT {roundtable} waits for you',
  'mail.release_asked':
    '{speaker} has handed in a comment for {delegation} on RT {roundtable}, {title}. It is published once you, as focal point, release it; the moment it was handed in counts.\n\n{body}\n\nRelease it here:\n{page}',
  'mail.sent_back_subject': 'No. {number} in RT {roundtable} came back to you',
  'mail.sent_back':
    '{by}, focal point of {delegation}, has sent back your comment No. {number} on RT {roundtable}, {title}, and writes:\n\n{words}\n\nRevise it on the page of its receipt; it then goes to the focal point again, and the moment you first handed it in still counts:\n{address}',
  'mail.released_subject': 'No. {number} in RT {roundtable} is published',
  'mail.released':
    'The focal point of {delegation} has released your comment No. {number} in RT {roundtable}, {title}. It stands here:\n{page}\n\nIts receipt:\n{address}',

  'mail.invited_to_write_subject': 'RT {roundtable}: hand in in writing what there was no time to hear',
  'mail.invited_to_write':
    'There was no time to call {speaker} in RT {roundtable}, {title}. The Chair invites you to hand in the statement in writing. It enters the record as such and counts in the report as if it had been spoken:\n{page}',

  'mail.corrections_opened_subject': 'What {delegation} said in RT {number}: confirm or correct it',
  'mail.corrections_opened':
    'The record of RT {number}, {title}, is open for corrections until {closes}. What {delegation} said there stands here, to be confirmed or corrected:\n{page}',
  'mail.correction_asked_subject': '{delegation} asks for a correction in RT {roundtable}',
  'mail.correction_asked':
    '{delegation} asks that the record of its intervention No. {number} in RT {roundtable}, {title}, read as follows{late, select, yes {; it was asked after the window} other {}}:\n\n{body}{why, select, yes {\n\nBecause: {reason}} other {}}\n\nDecide on it here:\n{page}',
  'mail.correction_decided_subject':
    '{decision, select, accepted {Your correction in RT {roundtable} is accepted} other {Your correction in RT {roundtable} is declined}}',
  'mail.correction_decided':
    'You asked that the record of intervention No. {number} in RT {roundtable}, {title}, read:\n\n{body}\n\n{decision, select, accepted {It does now. The earlier words stay as a version of their own.} other {It was declined.}}{said, select, yes {\n\n“{words}”} other {}}\n\n{page}',

  'mail.credential_asked_subject': '{name} asks to speak for {delegation}',
  'mail.credential_asked':
    '{name}, {function}, asks to speak for {delegation} at the {forum}.{said, select, yes {\n\n“{words}”} other {}}\n\nVerify it, or refuse it with a reason:\n{page}',
  'mail.credential_verified_subject': 'You speak for {delegation}',
  'mail.credential_verified':
    'It has been verified that you speak for {delegation} at the {forum}: {how}.\n\nWhat you say from now on stands under its name and yours:\n{page}',
  'mail.credential_refused_subject': 'Your credential for {delegation} was refused',
  'mail.credential_refused':
    'It could not be verified that you speak for {delegation} at the {forum}:\n\n“{how}”\n\nYou can ask again, with better words. Until then you can speak in your own name:\n{page}',

  'mail.cited_place': 'No. {number} in RT {roundtable} → paragraph {paragraph}{letter}:\n“{text}”\n{page}',
  'mail.cited_circulated_subject': 'Your words are reflected in a draft: {report}',
  'mail.cited_circulated':
    'The report “{report}” has been circulated. {count, plural, one {One of its sentences rests} other {# of its sentences rest}} on what you said:\n\n{list}\n\nIf a sentence says what you did not, ask for a correction{dated, select, yes { until {closes}} other {}}:\n{page}',
  'mail.cited_final_subject': 'Your words are reflected in the final report: {report}',
  'mail.cited_final':
    'The report “{report}” is final. {count, plural, one {One of its sentences rests} other {# of its sentences rest}} on what you said:\n\n{list}\n\nThe whole report:\n{page}',

  'mail.practice_spotted_subject': 'A good practice was found in your words: {title}',
  'mail.practice_spotted':
    'The support unit has found a good practice in what you said, and would publish it as “{title}”:\n\n{summary}\n\nIt is published only with your consent. Read it, correct it, consent or not:\n{page}',
  'mail.practice_published_subject': 'Published: {title}',
  'mail.practice_published':
    'The good practice “{title}” is published, with your consent:\n{page}\n\nDelegations that do this too, or look for partners, can ask to be put in touch with you; your address is shown to nobody.',
  'mail.contact_asked_subject': '{name} asks to be put in touch: {title}',
  'mail.contact_asked':
    '{name}{represents, select, yes {, {delegation},} other {}} has read your practice “{title}” and says: {kind, select, does_too {“We do this too.”} other {“We look for partners.”}}{said, select, yes {\n\n“{words}”} other {}}\n\n{reachable, select, yes {Write to them: {email}} other {They left no address: the support unit can put you in touch.}}\n\nThe practice:\n{page}',

  'mail.erasure_asked_subject': 'Somebody asks for erasure',
  'mail.erasure_asked':
    'Somebody asks that what identifies them at the {forum} be erased. Make sure that it is they who ask, then carry it out or say why not:\n{page}',
  'mail.erasure_declined_subject': 'Your request for erasure',
  'mail.erasure_declined':
    'You asked that what identifies you at the {forum} be erased. The support unit answers that it cannot:\n\n“{answer}”\n\nYou can ask again:\n{page}',

  'mail.reply_refused_subject': 'Your answer to No. {number} in RT {roundtable} could not be entered',
  'mail.reply_refused':
    'What you wrote in answer to No. {number} in RT {roundtable}, {title}, was not entered as a comment:\n\n{why}\n\nThe discussion is here:\n{address}\n\nYour words, so that they are not lost:\n\n{body}',
  'mail.reply_attachments_subject': 'Your answer was entered as No. {number}, without what was attached',
  'mail.reply_attachments':
    'Your answer by e-mail was entered as No. {number} in RT {roundtable}, {title}. What was attached to it was not ({names}): {why}\n\nIf it belongs to your comment, attach it from the page of its receipt:\n{address}',
  'mail.reply_other_sender':
    'It came from {address}, and the letter it answers was written to {reader}. Answer from there, or sign in and use the form.',
  'mail.reply_gone': 'What you answered is not there any more.',
  'mail.inbound.off': 'No answers are taken by e-mail here: INBOUND_ADDRESS and INBOUND_SECRET are not set.',
  'mail.inbound.stranger': 'Show the INBOUND_SECRET, as a bearer token or as the password of the address.',
  'mail.inbound.too_large': 'This letter is larger than 20 MB.',
  'mail.inbound.unreadable':
    'This is not a letter. Send it as it travelled (RFC 5322), or as JSON with the field “raw” that holds it.',
  'mail.inbound.entered': 'The answer is entered as a comment.',
  'mail.inbound.refused': 'The answer could not be entered; its sender is told why.',
  'mail.inbound.ignored': 'No answer to a letter of this forum, or one written by a program.',
  'mail.inbound.later': 'The answer could not be kept just now. Bring it again in a few minutes.',

  'mail.no_server': 'No mail server is set, so there is nothing to try again with. Pass the letter on by hand.',
  'mail.desk.title':
    '{count, plural, =0 {No letter waits to be passed on} one {One letter waits to be passed on} other {# letters wait to be passed on}}',
  'mail.desk.place':
    '{count, plural, =0 {Letters} one {One letter waits to be passed on} other {# letters wait to be passed on}}',
  'mail.desk.crumb': 'Letters',
  'mail.desk.desk': 'Desk',
  'mail.desk.lead_no_server':
    'This forum has no mail server (SMTP_URL), so letters stay here until somebody passes them on. Links to sign in, to reset a password and to confirm an address are never listed: they stand on the server’s console.',
  'mail.desk.lead':
    'Letters leave by themselves and are tried again for three days. Here are those a mail server did not take, with what it said. Links to sign in, to reset a password and to confirm an address are never listed.',
  'mail.desk.lists': 'Letters',
  'mail.desk.list.by_hand': 'To pass on ({count})',
  'mail.desk.list.waiting': 'On their way ({count})',
  'mail.desk.list.gone': 'Gone ({count})',
  'mail.desk.empty.by_hand':
    'Nothing to pass on. A letter stands here when no mail server is set, or when one has refused it, with its words.',
  'mail.desk.empty.waiting':
    'Nothing on its way. A letter stands here from the moment it is written until a mail server takes it.',
  'mail.desk.empty.gone': 'Nothing gone yet. What was sent, by mail or by hand, stands here afterwards.',
  'mail.desk.to': 'To',
  'mail.desk.written': 'Written',
  'mail.desk.state.queued': 'waiting',
  'mail.desk.state.sending': 'being handed over',
  'mail.desk.state.sent': 'sent {at}',
  'mail.desk.state.refused': 'refused by the mail server',
  'mail.desk.state.given_up': 'given up after {attempts} attempts',
  'mail.desk.state.by_hand': 'passed on by {by} {at}',
  'mail.desk.by_nobody': 'the terminal',
  'mail.desk.no_server': 'no mail server is set',
  'mail.desk.demo': 'an invented address, where nobody lives',
  'mail.desk.next': 'tried again {at}',
  'mail.desk.digest': 'goes with the day’s letters, {at}',
  'mail.desk.first': 'leaves within a minute',
  'mail.desk.said': 'The server said:',
  'mail.desk.state': 'State',
  'mail.desk.read': 'Read and copy the letter',
  'mail.desk.open': 'Open it in my mail program',
  'mail.desk.by_hand': 'I have passed it on',
  'mail.desk.again': 'Try again',
  'mail.desk.undo': 'It has not been passed on',
  'mail.desk.failed': 'Nothing was changed',
  'mail.desk.marked': 'Noted: you have passed it on.',
  'mail.desk.newer': 'Newer letters',
  'mail.desk.older': 'Older letters',

  'mail.account.title': 'How letters reach you',
  'mail.account.lead': 'Letters go to {address}.',
  'mail.account.refused': 'A mail server has refused this address',
  'mail.account.refused_text': 'It said: “{words}”. Your letters can be read here; ask the support unit to try again.',
  'mail.account.no_address': 'No address to write to is known for you.',
  'mail.account.no_address_text': 'You are signed in without an e-mail address. Ask the support unit to enter one.',
  'mail.account.how': 'News about what you said',
  'mail.account.news':
    'Answers, rulings, releases, credentials, and the sentences of a report that rest on your words.',
  'mail.delivery.immediate': 'At once',
  'mail.delivery.immediate_note': 'each letter when there is something to say',
  'mail.delivery.daily': 'Once a day',
  'mail.delivery.daily_note': 'one letter in the morning, and none when nothing happened',
  'mail.delivery.none': 'Not at all',
  'mail.delivery.none_note': 'where your statements stand is on the pages of their receipts',
  'mail.account.always': 'Receipts, and links to sign in, come at once whatever you choose: you asked for them.',
  'mail.account.save': 'Save',
  'mail.account.saved': 'Saved.',
  'mail.account.saved.immediate': 'Letters come at once.',
  'mail.account.saved.daily': 'Letters come once a day.',
  'mail.account.saved.none': 'No more letters come, except receipts and links you ask for.',
  'mail.account.letters': 'Your letters',
  'mail.account.none': 'No letter has been written to you yet. Your first one will be the receipt for what you say.',
  'mail.delivery_unknown': 'Choose one of the three ways letters can come.',

  'mail.unsubscribe.title': 'No more letters?',
  'mail.unsubscribe.lead':
    'News about what you said – answers, rulings, where a report reflects it – would no longer be sent to {address}. Receipts, and links you ask for, still are.',
  'mail.unsubscribe.stop': 'Stop these letters',
  'mail.unsubscribe.daily': 'One letter a day instead',
  'mail.unsubscribe.stopped_title': 'No more letters',
  'mail.unsubscribe.stopped_lead':
    'No more news is sent to {address}. Where your statements stand is on the pages of their receipts.',
  'mail.unsubscribe.daily_title': 'One letter a day',
  'mail.unsubscribe.daily_lead':
    'News for {address} comes as one letter in the morning, and not at all when nothing happened.',
  'mail.unsubscribe.resume': 'Send them again, at once',
  'mail.unsubscribe.unknown':
    'This link was not made here, or not completely copied. Take it once more from the end of a letter.',
} as const;
