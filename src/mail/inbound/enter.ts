import { createHash } from 'node:crypto';
import { say } from '#messages/say.ts';
import { spend } from '#people/accounts/limits.ts';
import { viewerOf } from '#people/access.ts';
import { perform } from '#record/act.ts';
import type { Forum } from '#record/forum.ts';
import { InvalidInput, NotFound, Refusal } from '#record/refusals.ts';
import { visitor, type Viewer } from '#record/viewer.ts';
import { submitComment } from '#statements/acts.ts';
import { statementToWriteOf } from '#mail/letters/statement.ts';
import { bareAddress } from '#mail/places.ts';
import { post } from '#mail/post.ts';
import { isAnswerFrom, readAnswerAddress } from './answer-address.ts';
import { ownWords } from './own-words.ts';
import { readLetter, type Incoming } from './read.ts';

export type Outcome = 'entered' | 'refused' | 'ignored' | 'unreadable';

/**
 * Makes a comment of an answer that came in by e-mail, on the same terms as the form: who it is from is known by the
 * address it went to, which was made for them. Whoever cannot comment is told why, by a letter; a letter from a program,
 * or one that went to no address of ours, is ignored. The same letter brought twice is one comment.
 */
export async function enterAnswer(forum: Forum, raw: Uint8Array, recipients: readonly string[] = []): Promise<Outcome> {
  const letter = await readLetter(raw);
  if (!letter) return 'unreadable';
  const own = [forum.mail.from, forum.mail.inbound!.address].map((one) => bareAddress(one).toLowerCase());
  if (letter.isAutomatic || own.includes(letter.from.address)) return 'ignored';
  const [to] = [...recipients, ...letter.to].flatMap((address) => readAnswerAddress(forum, address) ?? []);
  const answered = to && (await statementToWriteOf(forum, to.statement));
  if (!answered) return 'ignored';
  const answer = { letter, answered, token: tokenOf(letter, raw) };
  if (!isAnswerFrom(forum, to.statement, letter.from.address, to.signature)) {
    // Whoever the address was made for is told; a stranger who made it up reaches nobody.
    const reader = await readerOf(forum, to.statement, to.signature);
    if (!reader) return 'ignored';
    return refuse(forum, answer, reader, say('mail.reply_other_sender', { address: letter.from.address, reader }));
  }
  return enter(forum, answer);
}

interface Answer {
  letter: Incoming;
  answered: NonNullable<Awaited<ReturnType<typeof statementToWriteOf>>>;
  /** The same for the same letter, however often it is brought. */
  token: string;
}

async function enter(forum: Forum, answer: Answer): Promise<Outcome> {
  const { letter, token } = answer;
  const roundtable = await forum.db
    .selectFrom('statement')
    .select('roundtable_id')
    .where('id', '=', answer.answered.id)
    .executeTakeFirstOrThrow();
  const { viewer, name } = await senderOf(forum, letter);
  const submit = (attachments: Incoming['attachments']) =>
    perform(forum, viewer, submitComment, {
      roundtable: roundtable.roundtable_id,
      repliesTo: answer.answered.id,
      body: ownWords(letter.text, markerText()),
      token,
      name,
      email: viewer.personId ? '' : letter.from.address,
      attachments,
    });
  try {
    await spend(forum, [
      { what: `letters by ${letter.from.address}`, most: 30, minutes: 10, refusal: 'pace.comments' },
    ]);
    await submit(letter.attachments).catch(async (error) => {
      if (!isAboutAttachments(error)) throw error;
      const { id } = await submit([]);
      await tellWithout(forum, answer, id, sentenceOf(error));
    });
    return 'entered';
  } catch (error) {
    if (!(error instanceof Refusal || error instanceof NotFound)) throw error;
    return refuse(forum, answer, letter.from.address, sentenceOf(error));
  }
}

/** Who signs in with this address; or a guest, by the name they gave before or the one in the letter. */
async function senderOf({ db }: Forum, { from }: Incoming): Promise<{ viewer: Viewer; name: string }> {
  const login = await db
    .selectFrom('login')
    .select('person_id')
    .where('email', '=', from.address)
    .where('demo', '=', false)
    .executeTakeFirst();
  if (login?.person_id) return { viewer: await viewerOf(db, login.person_id), name: '' };
  const guest = await db
    .selectFrom('guest')
    .select('name')
    .where('email', '=', from.address)
    .orderBy('confirmed_at', 'desc')
    .executeTakeFirst();
  return { viewer: visitor, name: guest?.name ?? (from.name || from.address.split('@')[0]!) };
}

/** Whose letter the address was made for, among those written to about the statement. */
async function readerOf(forum: Forum, statement: string, signature: string): Promise<string | undefined> {
  const readers = await forum.db
    .selectFrom('mail')
    .innerJoin('mail_recipient', 'mail_recipient.id', 'recipient_id')
    .select('address')
    .distinct()
    .where('statement_id', '=', statement)
    .where('answerable', '=', true)
    .execute();
  return readers.find(({ address }) => isAnswerFrom(forum, statement, address, signature))?.address;
}

async function refuse(forum: Forum, { letter, answered, token }: Answer, to: string, why: string): Promise<Outcome> {
  await post(forum, {
    to,
    code: 'mail.reply_refused',
    key: `reply refused ${token}`,
    about: answered.id,
    values: { ...answered.values, why, address: answered.page, body: ownWords(letter.text, markerText()) || '–' },
  });
  return 'refused';
}

async function tellWithout(forum: Forum, { letter, token }: Answer, statement: string, why: string): Promise<void> {
  const entered = await statementToWriteOf(forum, statement);
  const names = letter.attachments.map(({ name }) => name).join(', ');
  await post(forum, {
    to: letter.from.address,
    code: 'mail.reply_attachments',
    key: `reply without ${token}`,
    about: statement,
    values: { ...entered!.values, names, why },
  });
}

function isAboutAttachments(error: unknown): boolean {
  if (!(error instanceof Refusal)) return false;
  const fields = error instanceof InvalidInput ? Object.keys(error.fields) : [];
  return (
    error.code.startsWith('attachment.') || (fields.length > 0 && fields.every((one) => one.startsWith('attachments')))
  );
}

function sentenceOf(error: unknown): string {
  if (error instanceof InvalidInput) return Object.values(error.fields).map((code) => say(code, error.values)).join(' '); // prettier-ignore
  return error instanceof Refusal ? say(error.code, error.values) : say('mail.reply_gone');
}

/** What the line above our letters says, without its dashes, which programs change. */
function markerText(): string {
  return say('mail.answer_above').replace(/^\P{L}+|\P{L}+$/gu, '');
}

/** A UUID made from the letter’s own id (version 8, RFC 9562), or from the whole of it. */
function tokenOf({ messageId }: Incoming, raw: Uint8Array): string {
  const hex = createHash('sha256')
    .update(messageId ?? raw)
    .digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
