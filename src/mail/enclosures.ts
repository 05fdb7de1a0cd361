import type { SendMailOptions } from 'nodemailer';
import type { Forum } from '#record/forum.ts';
import { proofName, proofToSend } from '#statements/words-proof.ts';
import type { Written } from './compose.ts';

/** What goes with a letter: with a receipt, the file that proves that the words stand in the sealed record. */
export async function enclosedWith(
  forum: Forum,
  { code, statement_id }: Written,
): Promise<Pick<SendMailOptions, 'attachments'>> {
  if (code !== 'mail.receipt' || !statement_id) return {};
  const content = await proofToSend(forum, statement_id);
  if (!content) return {};
  const { number, roundtable } = await forum.db
    .selectFrom('statement')
    .innerJoin('roundtable', 'roundtable.id', 'roundtable_id')
    .select(['statement.number', 'roundtable.number as roundtable'])
    .where('statement.id', '=', statement_id)
    .executeTakeFirstOrThrow();
  const filename = proofName({ roundtable, number });
  return { attachments: [{ filename, content, contentType: 'text/plain; charset=utf-8' }] };
}
