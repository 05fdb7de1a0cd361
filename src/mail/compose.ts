import type { SendMailOptions } from 'nodemailer';
import { say } from '#messages/say.ts';
import type { Forum } from '#record/forum.ts';
import { asHtml } from './html.ts';
import { answerAddress } from './inbound/answer-address.ts';
import { unsubscribeLink } from './recipients.ts';
import { isNeeded } from './rules.ts';

/** A letter as it stands in the queue. */
export interface Written {
  id: string;
  address: string;
  recipient_id: string;
  statement_id: string | null;
  code: string;
  language: string;
  subject: string;
  body: string | null;
  secret: boolean;
  answerable: boolean;
}

/** A letter as it is handed to the mail server: its words, what can be done about it, and the thread it belongs to. */
export function writtenOut(forum: Forum, letter: Written): SendMailOptions {
  const { subject, body, language } = letter;
  const answers = letter.answerable && letter.statement_id && forum.mail.inbound;
  const replyTo = answers ? answerAddress(forum, letter.statement_id!, letter.address) : null;
  const text = [replyTo ? say('mail.answer_above', {}, language) : '', body ?? '', footOf(forum, letter, replyTo)]
    .filter(Boolean)
    .join('\n\n');
  return {
    ...envelope(forum, letter, text),
    subject,
    ...(replyTo ? { replyTo } : {}),
    ...(letter.statement_id ? threadOf(forum, letter.statement_id) : {}),
  };
}

/** A day's letters as one, in the order they were written. */
export function digestOf(forum: Forum, letters: readonly Written[]): SendMailOptions {
  const [first] = letters as [Written];
  if (letters.length === 1) return writtenOut(forum, first);
  const { language } = first;
  const parts = letters.map(({ subject, body }) => `${subject.toUpperCase()}\n\n${body}`);
  const values = { count: letters.length, house: houseOf(forum) };
  const text = [say('mail.digest', values, language), ...parts, footOf(forum, first, null)].join('\n\n* * *\n\n');
  return { ...envelope(forum, first, text), subject: say('mail.digest_subject', values, language) };
}

function envelope(forum: Forum, letter: Written, text: string): SendMailOptions {
  const unsubscribe = isNeeded(letter) ? null : unsubscribeLink(forum, letter.recipient_id);
  return {
    from: forum.mail.from,
    to: { name: '', address: letter.address },
    text,
    html: asHtml(text, { language: letter.language, origin: forum.origin }),
    messageId: `<${letter.id}@${hostOf(forum)}>`,
    headers: {
      // Written by a program: other programs do not answer (RFC 3834).
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
      ...(unsubscribe
        ? // One press in the mail program, without a page in between (RFC 8058).
          { 'List-Unsubscribe': `<${unsubscribe}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }
        : {}),
    },
  };
}

function footOf(forum: Forum, letter: Written, replyTo: string | null): string {
  const values = {
    house: houseOf(forum),
    origin: forum.origin,
    unsubscribe: unsubscribeLink(forum, letter.recipient_id),
    preferences: `${forum.origin}/account/mail`,
  };
  const foot = say(isNeeded(letter) ? 'mail.foot_needed' : 'mail.foot', values, letter.language);
  return ['-- ', ...(replyTo ? [say('mail.foot_answer', {}, letter.language)] : []), foot].join('\n');
}

/** All letters about a statement hang under one line, which needs no letter of its own. */
function threadOf(forum: Forum, statementId: string): SendMailOptions {
  const thread = `<statement.${statementId}@${hostOf(forum)}>`;
  return { inReplyTo: thread, references: thread };
}

function hostOf({ origin }: Forum): string {
  return new URL(origin).hostname;
}

/** The name the letters come under: that of their sender, or the forum's host. */
function houseOf(forum: Forum): string {
  const [, name = ''] = /^([^<]+)</.exec(forum.mail.from) ?? [];
  return name.replaceAll('"', '').trim() || hostOf(forum);
}
