import type { Forum } from '#record/forum.ts';
import { addressOf, focalPointsToReach } from '#mail/addresses.ts';
import { post } from '#mail/post.ts';
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
      key: `release ${statement} ${person}`,
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

function releaseOf({ db }: Forum, statement: string) {
  return db
    .selectFrom('statement_release')
    .innerJoin('delegation', 'delegation.id', 'delegation_id')
    .select(['delegation_id', 'short_name', 'slug'])
    .where('statement_id', '=', statement)
    .executeTakeFirst();
}
