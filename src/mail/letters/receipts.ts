import type { Forum } from '#record/forum.ts';
import { addressOf } from '#mail/addresses.ts';
import { post } from '#mail/post.ts';

/** To whoever commented: the receipt, with all that proves the words. */
export async function sendReceipt(forum: Forum, statement: string): Promise<void> {
  const to = await addressOf(forum.db, { statement });
  const given = await forum.db
    .selectFrom('receipt')
    .innerJoin('statement', 'statement.id', 'receipt.statement_id')
    .innerJoin('roundtable', 'roundtable.id', 'statement.roundtable_id')
    .innerJoin('statement_revision as first', (join) =>
      join.onRef('first.statement_id', '=', 'statement.id').on('first.revision', '=', 1),
    )
    .select(['code', 'salt', 'commitment', 'statement.number', 'author_id', 'roundtable.number as roundtable'])
    .select(['title', 'body', 'first.language'])
    .where('statement.id', '=', statement)
    .executeTakeFirst();
  // Erased before the letter was written.
  if (!to || !given?.salt) return;
  const { code, number, roundtable, title, body, salt, commitment } = given;
  await post(forum, {
    to,
    code: 'mail.receipt',
    key: `receipt ${code}`,
    person: given.author_id,
    about: statement,
    values: {
      code,
      number,
      roundtable,
      title,
      body,
      address: `${forum.origin}/receipts/${code}`,
      salt: salt.toString('hex'),
      commitment: commitment.toString('hex'),
    },
  });
}
