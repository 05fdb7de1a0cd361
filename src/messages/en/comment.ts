/** The form in which one comments, and the invitation to it. */
export default {
  'comment.title': 'Add your comment',
  'comment.write': 'Write a comment',
  'comment.invitation':
    'Answer one of the guiding questions, reply to what somebody said, or add what is missing. Any language will do; the original stays authoritative.',
  'comment.until': 'Comments close {deadline}.',
  'comment.clock': 'The server’s clock decides. A comment that comes too late is given back to you, not lost.',
  'comment.closes': 'Comments close',
  'comment.identification':
    'Sign in to speak for a delegation, or leave a name and an address and follow the link we send you. That is preferred, not compulsory: an unidentified comment is held and labelled, counted in the report, and never lost.',
  'comment.lead':
    'You will get a receipt at once. You can correct your words later; the first version stays on the record.',
  'comment.lead_visitor':
    'You will get a receipt at once. With an address you confirm, your comment goes to the Chair; without one it is held and labelled until its author is known, and never lost.',
  'comment.which_question': 'Which question do you answer?',
  'comment.question': 'Question {number}: {text}',
  'comment.you_answer': 'You answer question {number}',
  'comment.other_question': 'Answer another question',
  'comment.no_answers': 'no answers yet',
  'comment.none': 'None of these',
  'comment.body': 'Your comment',
  'comment.body_help': 'In any language, up to 20,000 characters. Say what you ask for, and of whom.',
  'comment.too_long':
    'A comment has at most 20,000 characters; yours has {count, number}. It is all still here: shorten it, or attach the whole as a file.',
  'comment.quote': 'Quote a passage',
  'comment.quote_help':
    'Copy here the words of statement {number} that you answer, exactly as they stand above. Leave it empty to reply to the whole.',
  'comment.files': 'Attach files',
  'comment.files_help':
    'Up to five, of 10 MB each: PDF, DOCX, ODT, PNG, JPEG, TXT or CSV. Each is recognised by its contents.',
  'comment.files_again':
    'Choose your files once more: a browser does not keep them. Up to five, of 10 MB each: PDF, DOCX, ODT, PNG, JPEG, TXT or CSV.',
  'comment.name': 'Your name',
  'comment.name_help': 'As it is to be shown. Leave it empty to comment without a name.',
  'comment.email': 'Your e-mail address, to confirm that it is you',
  'comment.email_help': 'Never shown. Leave it empty to stay unidentified: the comment is then held and labelled.',
  'comment.sign_in': 'Sign in to speak for your delegation',
  'comment.submit': 'Submit and get a receipt',
  'comment.you_speak': 'You speak as {name} for',
  'comment.you_speak_alone':
    'You comment as {name}. You hold no credential in this edition: the comment goes in under your own name.',
  'comment.you_speak_for_several': 'You comment as {name}. Choose in the form for whom.',
  'comment.as': 'For whom do you speak?',
  'comment.as.own': '{name}, in your own name',
  'comment.as.co_chair': 'As co-chair of this roundtable',
  'comment.as.waits': 'its focal point releases your words first',
  'comment.reply_to': 'In reply to statement {number}',
  'comment.not_a_reply': 'Make it a comment of its own',
  'comment.next': 'What happens next',
  'comment.next.code': 'You get a permanent code.',
  'comment.next.confirm': 'If you gave an address, you confirm it.',
  'comment.next.release':
    'If your delegation wishes it, its focal point releases your words; the moment you hand them in counts.',
  'comment.next.held': 'As long as nobody knows who wrote it, it is held and labelled.',
  'comment.next.ruling': 'The Chair’s office rules on relevance, by the published reasons.',
  'comment.next.report': 'The rapporteur accounts for it: reflected, merged, noted or omitted, with the reason.',
  'comment.deadline_was': 'The time for comments ran out on {deadline}.',
  'comment.not_submitted': 'Your comment was not submitted.',
  'comment.keep': 'Your words, to keep',
  'comment.keep_help': 'They were not entered. Copy them from here.',

  'confirm.title': 'Confirm your comment',
  'confirm.lead': 'Is this yours? Confirm it, and it is no longer held: it goes to the Chair under your name.',
  'confirm.button': 'Yes, I wrote this',
  'confirm.not_yours': 'If it is not yours, close this page. Nothing happens without the button.',
  'confirm.done': 'Your address is confirmed. Your comment has gone to the Chair.',
  'confirm.already': 'This comment was confirmed on {when}. There is nothing more to do.',
  'confirm.withdrawn': 'This comment has been withdrawn. There is nothing to confirm.',
  'confirm.to_receipt': 'To its receipt',
  'confirm.wrong_link':
    'This link is not complete, or it was made for something else. Open it again from the letter, whole.',
} as const;
