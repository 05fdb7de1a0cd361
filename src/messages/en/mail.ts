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
    'Your comment on RT {roundtable}, {title}, has been received. It is No. {number} there, and this is its receipt:\n\n{code}\n\nWhere it stands, and which sentences of which report reflect it, is shown here, without signing in:\n{address}\n\nYour words:\n\n{body}\n\nThe proof that these were your words on that day is a commitment published with your comment: the SHA-256 of this salt (32 bytes, here in hexadecimal) followed by your words in UTF-8.\n\nSalt: {salt}\nCommitment: {commitment}',

  'mail.ruled_relevant_subject': 'No. {number} in RT {roundtable} was ruled relevant',
  'mail.ruled_relevant':
    'The Chair has ruled that your comment No. {number} in RT {roundtable}, {title}, is relevant. The rapporteur has to account for it.{said, select, yes {\n\n“{words}”} other {}}\n\nWhere it stands:\n{address}',

  'mail.reply_refused_subject': 'Your answer to No. {number} in RT {roundtable} could not be entered',
  'mail.reply_refused':
    'What you wrote in answer to No. {number} in RT {roundtable}, {title}, was not entered as a comment:\n\n{why}\n\nThe discussion is here:\n{address}\n\nYour words, so that they are not lost:\n\n{body}',
  'mail.reply_attachments_subject': 'Your answer was entered as No. {number}, without what was attached',
  'mail.reply_attachments':
    'Your answer by e-mail was entered as No. {number} in RT {roundtable}, {title}. What was attached to it was not: {names}. If it belongs to your comment, attach it on its page:\n{address}',
} as const;
