import { sql } from 'kysely';
import type { Forum } from '#record/forum.ts';
import { digestOf, writtenOut, type Written } from './compose.ts';
import { enclosedWith } from './enclosures.ts';
import { isInvented } from './recipients.ts';
import { openServer, type MailServer, type Unsent } from './server.ts';
import { triedAgainAt, verdictOn } from './rules.ts';

// A process that died with a letter in hand gives it back after this long; a server is never waited for that long.
const held = 10 * 60_000;
const pause = 60_000;
const atOnce = 200;

/**
 * Hands every letter that is due to the mail server, one after the other, and says when the next is due. Each is claimed
 * first, so that no two processes hand over the same one. A server that cannot be reached is left alone for a minute.
 */
export async function sendLetters(forum: Forum): Promise<Date | null> {
  if (forum.mail.smtpUrl === null) return null;
  const server = await openServer(forum.mail.smtpUrl);
  try {
    for (let n = 0; n < atOnce; n++) {
      const claimed = await claim(forum);
      if (claimed.length === 0) return nextDue(forum);
      const isReachable = await deliver(forum, server, claimed);
      if (!isReachable) return new Date(forum.now().getTime() + pause);
    }
    return forum.now();
  } finally {
    server.close();
  }
}

export interface Claimed extends Written {
  recipient_id: string;
  secret: boolean;
  digest: boolean;
  attempts: number;
  created_at: Date;
}

/**
 * The letter due first – secret ones before all others, since somebody waits for them – or all of a person's for the day,
 * to go out as one. Claiming locks the recipient, so a day's letters are claimed together or not at all.
 */
async function claim({ db, now }: Forum): Promise<Claimed[]> {
  const at = now();
  const lapsed = new Date(at.getTime() - held);
  const { rows } = await sql<Claimed>`
    with first as (
      select mail.id, mail.recipient_id, mail.digest, recipient.address, recipient.delivery
      from mail join mail_recipient recipient on recipient.id = mail.recipient_id
      where ((state = 'queued' and ${isDue(at)}) or (state = 'sending' and claimed_at < ${lapsed}))
        and not ${isInvented}
      order by mail.secret desc, next_at, mail.created_at, mail.id limit 1
      for update of mail, recipient skip locked
    )
    update mail set state = 'sending', claimed_at = ${at}, attempts = mail.attempts + 1
    from first
    where mail.id = first.id or (first.digest and mail.digest and mail.recipient_id = first.recipient_id
      and mail.state = 'queued' and ${isDue(at)})
    returning mail.id, mail.recipient_id, mail.edition_id, mail.statement_id, mail.code, mail.language, mail.subject,
      mail.body, mail.secret, mail.answerable, mail.digest, mail.attempts, mail.created_at, first.address`.execute(db);
  return rows.sort((a, b) => a.created_at.getTime() - b.created_at.getTime());
}

/**
 * What was tried last, or written, later than now is from before the clock was set back: its next time would come a day or a year
 * late, so it is due at once; of a day's letters only what the clock says.
 */
function isDue(at: Date) {
  return sql<boolean>`(mail.next_at <= ${at} or (not mail.digest and coalesce(mail.claimed_at, mail.created_at) > ${at}))`;
}

/** Hands one letter, or a day's letters as one, to the server. False where the server was not to be reached. */
async function deliver(forum: Forum, server: MailServer, letters: Claimed[]): Promise<boolean> {
  const [first] = letters as [Claimed];
  const mail = first.digest
    ? digestOf(forum, letters)
    : { ...writtenOut(forum, first), ...(await enclosedWith(forum, first)) };
  const unsent = await server.take(mail);
  if (unsent === null) await settle(forum, letters, { state: 'sent' });
  else await putBack(forum, letters, unsent);
  return unsent?.isUnreachable !== true;
}

async function putBack(forum: Forum, letters: Claimed[], unsent: Unsent): Promise<void> {
  const [first] = letters as [Claimed];
  const verdict = verdictOn(unsent);
  const { words } = unsent;
  if (verdict !== 'later') {
    await settle(forum, letters, { state: 'refused', words });
    if (verdict === 'address') await mark(forum, first.recipient_id, words);
    return;
  }
  const next = triedAgainAt(first.attempts, forum.now());
  if (!next) return settle(forum, letters, { state: 'given_up', words });
  await theirs(forum, letters).set({ state: 'queued', next_at: next, words }).execute();
}

/** A letter that is out of our hands; of a secret one nothing is left. */
async function settle(
  forum: Forum,
  letters: Claimed[],
  { state, words = null }: { state: 'sent' | 'refused' | 'given_up'; words?: string | null },
): Promise<void> {
  const body = sql<string | null>`case when secret then null else body end`;
  await theirs(forum, letters).set({ state, words, body, settled_at: forum.now() }).execute();
  if (state === 'sent') await mark(forum, letters[0]!.recipient_id, null);
}

/** These letters as far as they are still ours: a claim that lapsed may be another process's by now. */
function theirs({ db }: Forum, letters: Claimed[]) {
  const attempts = letters.map((letter) => letter.attempts);
  return db
    .updateTable('mail')
    .where('state', '=', 'sending')
    .where((eb) => eb.or(letters.map(({ id }, i) => eb.and([eb('id', '=', id), eb('attempts', '=', attempts[i]!)]))));
}

async function mark({ db }: Forum, recipientId: string, refused: string | null): Promise<void> {
  await db.updateTable('mail_recipient').set({ refused }).where('id', '=', recipientId).execute();
}

/** When the letter due next is due, or the claim that lapses next lapses; null where nothing waits. */
async function nextDue({ db, now }: Forum): Promise<Date | null> {
  const at = now();
  const { rows } = await sql<{ due: Date | null }>`
    select min(case when state = 'sending' then claimed_at + ${`${held} milliseconds`}::interval
      when ${isDue(at)} then ${at}::timestamptz else next_at end) as due
    from mail join mail_recipient recipient on recipient.id = recipient_id
    where state in ('queued', 'sending')
      and not ${isInvented}`.execute(db);
  return rows[0]?.due ?? null;
}
