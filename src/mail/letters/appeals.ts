import type { Forum } from '#record/forum.ts';
import { addressOf, officeHolders } from '#mail/addresses.ts';
import { post } from '#mail/post.ts';
import { statementToWriteOf } from './statement.ts';

/** To the Chair's office: that an author appeals, and in which words. */
export async function tellAppealMade(forum: Forum, statement: string): Promise<void> {
  const given = await statementToWriteOf(forum, statement);
  const appeal = await lastAppeal(forum, statement);
  if (!given || !appeal || appeal.outcome) return;
  for (const { person, to } of await officeHolders(forum.db, given.edition, 'chairs_office'))
    await post(forum, {
      to,
      person,
      code: 'mail.appeal_made',
      key: `appeal ${appeal.id} ${person}`,
      about: statement,
      values: { ...given.values, words: appeal.words, page: `${forum.origin}/${given.slug}/desk/rulings/appeals` },
    });
}

/** To the author: how the appeal was answered. */
export async function tellAppealAnswered(forum: Forum, statement: string): Promise<void> {
  const to = await addressOf(forum.db, { statement });
  const given = await statementToWriteOf(forum, statement);
  const appeal = await lastAppeal(forum, statement);
  if (!to || !given || !appeal?.outcome) return;
  await post(forum, {
    to,
    code: 'mail.appeal_answered',
    key: `answer ${appeal.id}`,
    person: given.author_id,
    about: statement,
    values: { ...given.values, outcome: appeal.outcome, answer: appeal.answer, decision: appeal.decision ?? '' },
  });
}

function lastAppeal({ db }: Forum, statement: string) {
  return db
    .selectFrom('appeal')
    .leftJoin('ruling', 'ruling.id', 'appeal.new_ruling_id')
    .select(['appeal.id', 'appeal.words', 'appeal.outcome', 'appeal.answer', 'ruling.decision'])
    .where('appeal.statement_id', '=', statement)
    .orderBy('appeal.at', 'desc')
    .limit(1)
    .executeTakeFirst();
}
