export default {
  'statement.body_missing': 'Write what you want to say.',
  'statement.body_too_long': 'A comment has at most 20,000 characters. Shorten it, or hand in a written statement.',
  'statement.withdrawn':
    'This statement has been withdrawn by its author. It stays on the record as a line; nothing can be added to it.',
  'statement.revised_meanwhile':
    'These words have been revised meanwhile (revision {revision}). Read the new version, then make your change there.',
  'statement.was_spoken': 'What was said on the floor cannot be withdrawn. Ask for a correction of the record instead.',
  'comment.not_open_yet': 'This roundtable is not open for comment yet.',
  'comment.closed': 'This roundtable is closed for comment. The support unit can reopen it.',
  'comment.deadline_past':
    'The time for comments ran out on {deadline} by the server’s clock. Your words were not entered; keep them, and ask the support unit to reopen.',
  'comment.answers_nothing':
    'The statement you reply to is not in this roundtable. Reply on its own page, or make this a comment of its own.',
  'comment.answers_withdrawn': 'The statement you reply to has been withdrawn. Make this a comment of its own.',
  'comment.not_a_quotation':
    'These words are not in statement {number} as it stands now. Copy the passage from it once more, without leaving out or adding a word.',
  'comment.quotation_too_long': 'A quoted passage has at most 2,000 characters. Quote the part you answer.',
  'comment.not_your_delegation':
    'You hold no verified credential to speak for this delegation. Choose one that you speak for, or ask for a credential on the delegation’s page.',
  'comment.not_co_chair': 'You are not a co-chair of this roundtable. Choose for whom you speak instead.',
  'comment.not_for_guests':
    'Only somebody who has signed in speaks for a delegation. Sign in first, or comment in your own name.',
  'comment.name_for_address':
    'Give the name your comment is to carry: an address alone does not say who speaks. Or leave both empty.',
  'comment.confirmed_already': 'This address has been confirmed already. There is nothing more to do.',

  'attachment.too_many':
    'A statement has at most {most} attachments. Withdraw one first, or put several documents into one file.',
  'attachment.too_many_at_once':
    'A statement has at most five attachments. Leave some out, or put several documents into one file.',
  'attachment.empty': '“{name}” is empty. Look whether it is the file you meant.',
  'attachment.too_large': '“{name}” is larger than 10 MB. Make it smaller, or attach it in parts.',
  'attachment.kind_not_taken':
    '“{name}” is {kind, select, other {a file of the kind {kind}} HTML {a web page} SVG {a picture that can hold a program} ZIP {an archive} EXE {a program} NONE {no document we know}}. PDF, DOCX, ODT, PNG, JPEG, TXT and CSV files can be attached.',
  'attachment.not_what_it_says':
    '“{name}” ends in “.{says}”, but its contents are those of a {is} file. Give it the right ending, or choose the file you meant.',
  'attachment.to_spoken': 'Files are attached to what is written. What was said on the floor stands by itself.',
  'attachment.none': 'Choose a file first.',
  'attachment.add': 'Attach',
  'attachment.withdraw': 'Withdraw “{name}”',
  'attachment.label': 'Attachments',
  'attachment.kilobytes': '{size} kB',
  'attachment.megabytes': '{size} MB',
  'attachment.held': 'Kept; it can be opened once it is known who wrote this.',
  'attachment.was_withdrawn': 'An attachment ({type}) was withdrawn by its author.',
  'attachment.withdrawn_by_you': 'Withdrawn: only you and the offices can open it.',
  'attachment.withdrawn': 'This attachment has been withdrawn already.',

  'ruling.not_a_comment': 'The Chair rules on comments only. What was said at a meeting is part of its record.',
  'ruling.decision_missing': 'Choose whether the comment is relevant or not.',
  'ruling.reason_missing': 'A ruling that a comment is not relevant names one of the published reasons.',
  'ruling.words_missing': 'Say in words why: its author will read it.',
  'ruling.none_chosen': 'Choose at least one comment.',
  'ruling.too_many': 'At most 50 rulings are given at once.',
  'ruling.several_refused':
    'Nothing was ruled, because {places} can no longer be: withdrawn, or appealed meanwhile. Leave {count, plural, one {it} other {them}} out and try again.',
  'ruling.appeal_open':
    'The author has appealed against this ruling. Answer the appeal; a new ruling can be part of the answer.',
  'ruling.abuse_reason_missing':
    'Choose why it is set aside: spam, a threat, an insult, personal data or impersonation.',
  'ruling.abuse_already':
    'This comment is set aside as spam or abuse already. The Chair’s office can reverse that by a ruling.',
  'appeal.words_missing': 'Say in words why the ruling is wrong.',
  'appeal.nothing_against': 'No ruling stands against this comment, so there is nothing to appeal.',
  'appeal.made_already': 'This ruling has been appealed already. A ruling is appealed once.',
  'appeal.answered_finally': 'This ruling was given in answer to an appeal, and is not appealed again.',
  'appeal.outcome_missing': 'Choose whether the ruling is upheld or a new one takes its place.',
  'appeal.answer_missing': 'Answer the author in words.',
  'appeal.ruling_missing': 'Say which ruling takes the place of the last one, or uphold it.',
  'appeal.answered_already': 'This appeal has been answered. An appeal is answered once.',
  'appeal.another_answers': 'You gave the ruling that is appealed. Another person of the Chair’s office answers.',
  'ruling.reason_unknown': 'Reason {code} has not been published for this edition. The published ones are: {codes}.',
  'ruling.words_too_long': 'The words of a ruling have at most 2,000 characters.',
} as const;
