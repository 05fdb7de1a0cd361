import type { Forum } from '#record/forum.ts';
import { addressOf } from '#mail/addresses.ts';
import { post } from '#mail/post.ts';
import { statementToWriteOf } from './statement.ts';

/** To the author of a comment: how the Chair has ruled, why, in which words, and how to appeal. */
export async function tellRuling(forum: Forum, statement: string): Promise<void> {
  const to = await addressOf(forum.db, { statement });
  const given = to && (await statementToWriteOf(forum, statement));
  const ruling = given && (await standingRuling(forum, statement, given.edition));
  // Spam and abuse are set aside without a letter: their authors find the reason on the receipt's page.
  // One that answers an appeal is told with the answer.
  if (!ruling || ruling.decision === 'abuse' || ruling.answers) return;
  await post(forum, {
    to,
    code: ruling.decision === 'relevant' ? 'mail.ruled_relevant' : 'mail.ruled_out',
    key: `ruling ${ruling.id}`,
    person: given.author_id,
    about: statement,
    values: {
      ...given.values,
      reason: ruling.reason_code ?? '',
      reason_title: ruling.title ?? '',
      words: ruling.words,
      said: ruling.words ? 'yes' : 'no',
      body: given.body,
    },
  });
}

function standingRuling({ db }: Forum, statement: string, edition: string) {
  return db
    .selectFrom('ruling')
    .leftJoin('ruling_reason as reason', (join) =>
      join.onRef('reason.code', '=', 'ruling.reason_code').on('reason.edition_id', '=', edition),
    )
    .leftJoin('appeal', 'appeal.new_ruling_id', 'ruling.id')
    .select(['ruling.id', 'decision', 'reason_code', 'reason.title', 'ruling.words', 'appeal.id as answers'])
    .where('ruling.statement_id', '=', statement)
    .orderBy('ruling.number', 'desc')
    .limit(1)
    .executeTakeFirst();
}
