import { commentRefusal } from '#statements/rules.ts';
import type { Forum } from '#record/forum.ts';
import { addressOf } from '#mail/addresses.ts';
import { post } from '#mail/post.ts';
import { datesOf } from '#ui/dates.ts';
import { statementToWriteOf } from './statement.ts';

/** To the author of a statement: that somebody has answered it, in their words; it can be answered by e-mail. */
export async function tellAnswered(forum: Forum, statement: string): Promise<void> {
  const answer = await statementToWriteOf(forum, statement);
  // What is held is shown once it is known whose it is, and told then; one need not be told of one's own.
  if (!answer?.replies_to || answer.state !== 'received') return;
  const to = await addressOf(forum.db, { statement: answer.replies_to });
  const answered = to && (await statementToWriteOf(forum, answer.replies_to));
  if (!answered || to === (await addressOf(forum.db, { statement }))) return;
  const { comments_close_at: closes, roundtable_state: state } = answer;
  const isOpen = commentRefusal({ state, commentsCloseAt: closes }, forum.now()) === null;
  await post(forum, {
    to,
    code: 'mail.answered',
    key: `answered ${statement}`,
    person: answered.author_id,
    about: statement,
    ...(isOpen ? { answerable: true } : {}),
    values: {
      ...answer.values,
      answered: answered.number,
      speaker: (answer.attribution === 'attributed' && answer.speaker) || '',
      named: answer.attribution === 'attributed' && answer.speaker ? 'yes' : 'no',
      body: answer.body,
      page: answer.page,
      open: isOpen ? 'yes' : 'no',
      closes: closes ? datesOf(answer).deadline(closes) : '',
      dated: closes ? 'yes' : 'no',
    },
  });
}
