import type { Forum } from '#record/forum.ts';
import { addressOf } from '#mail/addresses.ts';
import { post } from '#mail/post.ts';
import { focalPointsToReach } from '#people/credentials/reaching.ts';
import { returnOf } from '#statements/release/queries.ts';
import { sendReceipt } from './receipts.ts';
import { statementToWriteOf } from './statement.ts';

/** To the delegation's focal points: that a comment waits for them. To its author: the receipt. */
export async function askForRelease(forum: Forum, statement: string): Promise<void> {
  await sendReceipt(forum, statement);
  const given = await statementToWriteOf(forum, statement);
  const waiting = given && (await releaseOf(forum, statement));
  if (!waiting) return;
  for (const { person, to } of await focalPointsToReach(forum.db, given.edition, waiting.delegation_id))
    await post(forum, {
      to,
      person,
      code: 'mail.release_asked',
      // Asked again after it was sent back, it is another question.
      key: `release ${statement} ${person} ${waiting.revisions}`,
      about: statement,
      values: {
        ...given.values,
        delegation: waiting.short_name,
        speaker: given.speaker ?? '',
        body: given.body,
        page: `${forum.origin}/${given.slug}/delegations/${waiting.slug}/credentials`,
      },
    });
}

/** To the author: that the focal point has published it. */
export async function tellReleased(forum: Forum, statement: string): Promise<void> {
  const to = await addressOf(forum.db, { statement });
  const given = to && (await statementToWriteOf(forum, statement));
  const released = given && (await releaseOf(forum, statement));
  if (!released) return;
  await post(forum, {
    to,
    code: 'mail.released',
    key: `released ${statement}`,
    person: given.author_id,
    about: statement,
    values: { ...given.values, delegation: released.short_name, page: given.page },
  });
}

/** To the author: that the focal point asks for other words, and which. */
export async function tellSentBack(forum: Forum, statement: string): Promise<void> {
  const to = await addressOf(forum.db, { statement });
  const given = to && (await statementToWriteOf(forum, statement));
  const draft = given && (await releaseOf(forum, statement));
  const sent = draft && (await returnOf(forum.db, { id: statement, revision: draft.revisions }));
  if (!sent) return;
  await post(forum, {
    to,
    code: 'mail.sent_back',
    key: `sent back ${statement} ${draft.revisions}`,
    person: given.author_id,
    about: statement,
    values: { ...given.values, delegation: draft.short_name, by: sent.by ?? '', words: sent.words },
  });
}

function releaseOf({ db }: Forum, statement: string) {
  return db
    .selectFrom('statement_release')
    .innerJoin('delegation', 'delegation.id', 'delegation_id')
    .innerJoin('statement', 'statement.id', 'statement_id')
    .select(['delegation_id', 'short_name', 'slug', 'revisions'])
    .where('statement_id', '=', statement)
    .executeTakeFirst();
}
