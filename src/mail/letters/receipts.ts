import type { Forum } from '#record/forum.ts';
import { signed } from '#record/signed.ts';
import { addressOf } from '#mail/addresses.ts';
import { post } from '#mail/post.ts';
import { statementToWriteOf } from './statement.ts';

/** To whoever commented: the receipt, with all that proves the words; or, to a guest, the question whether it is theirs. */
export async function sendReceipt(forum: Forum, statement: string): Promise<void> {
  const to = await addressOf(forum.db, { statement });
  if (!to) return askToConfirm(forum, statement);
  const given = await statementToWriteOf(forum, statement);
  // Once the words have been erased there is nothing left to prove.
  if (!given?.salt) return;
  const { code, salt, commitment } = given;
  const first = await forum.db
    .selectFrom('statement_revision')
    .select('body')
    .where('statement_id', '=', statement)
    .where('revision', '=', 1)
    .executeTakeFirstOrThrow();
  await post(forum, {
    to,
    code: 'mail.receipt',
    key: `receipt ${code}`,
    person: given.author_id,
    about: statement,
    values: {
      ...given.values,
      code,
      body: first.body,
      waits: given.state === 'draft' ? 'yes' : 'no',
      salt: salt.toString('hex'),
      commitment: commitment.toString('hex'),
    },
  });
}

/** To the address a guest gave: the link that shows that it is theirs, and nothing else before that. */
async function askToConfirm(forum: Forum, statement: string): Promise<void> {
  const { db, origin, secret } = forum;
  const guest = await db
    .selectFrom('guest')
    .select('email')
    .where('statement_id', '=', statement)
    .where('confirmed_at', 'is', null)
    .executeTakeFirst();
  const given = guest && (await statementToWriteOf(forum, statement));
  if (!given || (await wasAskedOften(forum, guest.email))) return;
  await post(forum, {
    to: guest.email,
    code: 'mail.confirm',
    key: `confirm ${statement}`,
    about: statement,
    secret: true,
    values: { ...given.values, link: `${origin}/confirm/${statement}?s=${signed(secret, 'confirm', statement)}` },
  });
}

// Anyone can type anyone's address: whoever it belongs to is not to be buried in questions.
const mostInADay = 10;

async function wasAskedOften({ db, now }: Forum, address: string): Promise<boolean> {
  const { asked } = await db
    .selectFrom('mail')
    .innerJoin('mail_recipient', 'mail_recipient.id', 'recipient_id')
    .select(({ fn }) => fn.countAll<number>().as('asked'))
    .where('address', '=', address)
    .where('code', '=', 'mail.confirm')
    .where('created_at', '>', new Date(now().getTime() - 24 * 3_600_000))
    .executeTakeFirstOrThrow();
  return asked >= mostInADay;
}
