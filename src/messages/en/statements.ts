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
    'The time for comments ran out on {deadline, date, long} at {deadline, time, short} by the server’s clock. Your words were not entered; keep them, and ask the support unit to reopen.',
  'ruling.not_a_comment': 'The Chair rules on comments only. What was said at a meeting is part of its record.',
  'ruling.reason_missing': 'A ruling that a comment is not relevant names one of the published reasons.',
  'ruling.reason_unknown': 'Reason {code} has not been published for this edition. The published ones are: {codes}.',
  'ruling.words_too_long': 'The words of a ruling have at most 2,000 characters.',
} as const;
