import { say } from '#messages/say.ts';
import type { Forum } from '#record/forum.ts';
import { addressee, type Recipient } from './recipients.ts';
import { isNeeded, nextMorning } from './rules.ts';

export interface Letter {
  /** An e-mail address. */
  to: string;
  /** `mail.<x>`: the message that is its text; `<code>_subject` is its subject. */
  code: string;
  values: Record<string, string | number>;
  language?: string;
  /** It holds a link or code that lets its reader in: never listed, and gone from here once sent. */
  secret?: true;
  /** The person it is for: they find it on their own page too. */
  person?: string | null;
  /** The statement it is about: letters about one are a thread. */
  about?: string | null;
  /** The edition it belongs to, where it is about no statement. */
  edition?: string | null;
  /** What it says, once: a letter with the same key is not posted again. */
  key?: string;
  /** An answer by e-mail becomes a comment in reply to the statement, where answers can come in. */
  answerable?: true;
}

/**
 * Writes a letter and puts it into the queue; it leaves by itself, and soon. Whoever wants no news gets none; whoever wants
 * it once a day gets it in the morning. A secret letter that has no mail server to go to is shown on the server's console.
 * Call it outside acts and transactions.
 */
export async function post(forum: Forum, letter: Letter): Promise<void> {
  const { language = 'en', code, values, secret = false } = letter;
  const subject = oneLine(say(`${code}_subject`, values, language));
  const body = say(code, values, language);
  const recipient = await addressee(forum, letter.to);
  if (secret && (forum.mail.smtpUrl === null || recipient.isDemo)) return show(recipient, subject, body, language);
  const isNews = !isNeeded({ code, secret });
  if (isNews && recipient.delivery === 'none') return;
  const place = await placeOf(forum, letter);
  const digest = isNews && recipient.delivery === 'daily';
  const now = forum.now();
  // An address a mail server has refused for good gets no more news by itself; the desk sees what it would have got.
  const refused = isNews ? recipient.refused : null;
  const { numInsertedOrUpdatedRows: posted } = await forum.db
    .insertInto('mail')
    .values({
      id: forum.newId(),
      recipient_id: recipient.id,
      person_id: letter.person ?? null,
      edition_id: place.edition,
      statement_id: letter.about ?? null,
      code,
      key: letter.key ?? null,
      language,
      subject,
      body,
      secret,
      answerable: letter.answerable ?? false,
      digest,
      state: refused ? 'refused' : 'queued',
      words: refused,
      created_at: now,
      next_at: digest ? nextMorning(now, place.timeZone) : now,
    })
    .onConflict((conflict) => conflict.column('key').doNothing())
    .executeTakeFirst();
  if (posted) await forum.wake('send-letters');
}

/** A subject is one line: whatever would break it, or turn its direction, is a blank. */
function oneLine(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]+/gu, ' ')
    .trim()
    .slice(0, 200);
}

function show({ address }: Recipient, subject: string, body: string, language: string): void {
  console.log(`${say('mail.console', { address, subject }, language)}\n${body.replace(/^/gm, '    ')}`);
}

/** The edition a letter belongs to, and the zone its mornings are in: the newest edition's where it has none. */
async function placeOf(
  { db }: Forum,
  { about, edition }: Letter,
): Promise<{ edition: string | null; timeZone: string }> {
  const editions = db.selectFrom('edition').select(['edition.id', 'time_zone']);
  const own = about
    ? await editions
        .innerJoin('roundtable', 'roundtable.edition_id', 'edition.id')
        .innerJoin('statement', 'statement.roundtable_id', 'roundtable.id')
        .where('statement.id', '=', about)
        .executeTakeFirst()
    : edition && (await editions.where('id', '=', edition).executeTakeFirst());
  if (own) return { edition: own.id, timeZone: own.time_zone };
  const newest = await editions.orderBy('created_at', 'desc').limit(1).executeTakeFirst();
  return { edition: null, timeZone: newest?.time_zone ?? 'UTC' };
}
