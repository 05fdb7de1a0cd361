import { sql, type Kysely } from 'kysely';
import type { DB } from '#db/schema.ts';
import type { Forum } from '#record/forum.ts';
import { refuseIf } from '#record/refusals.ts';
import type { Viewer } from '#record/viewer.ts';
import { isInvented } from './recipients.ts';
import { mailDeskRefusal, type Delivery, type LetterState } from './rules.ts';

export interface LetterView {
  id: string;
  to: string;
  subject: string;
  body: string;
  state: LetterState;
  createdAt: Date;
  /** When it was sent, refused or passed on; or when it is tried (again). */
  settledAt: Date | null;
  nextAt: Date;
  attempts: number;
  /** In the mail server's own words, why it did not take it. */
  words: string | null;
  /** Who passed it on by hand. */
  by: string | null;
  /** It goes out with the others of its day. */
  digest: boolean;
}

/** Which letters a list shows: those somebody has to pass on, those on their way, those that are gone. */
export const letterLists = ['by_hand', 'waiting', 'gone'] as const;
export type LetterList = (typeof letterLists)[number];

const statesIn: Record<Exclude<LetterList, 'by_hand'>, LetterState[]> = {
  waiting: ['queued', 'sending'],
  gone: ['sent', 'by_hand'],
};

/** The letters of an edition, newest first, for its support unit. Secret ones are nobody's to see. */
export async function lettersOf(
  { db, mail }: Pick<Forum, 'db' | 'mail'>,
  viewer: Viewer,
  editionId: string,
  { list, after = 0, most = 50 }: { list: LetterList; after?: number; most?: number },
): Promise<LetterView[]> {
  refuseIf(mailDeskRefusal(viewer, editionId));
  const rows = await inList(letters(db), list, mail.smtpUrl !== null)
    .where((eb) => eb.or([eb('mail.edition_id', '=', editionId), eb('mail.edition_id', 'is', null)]))
    .offset(after)
    .limit(most)
    .execute();
  return rows.map(toView);
}

/** How many letters each list of an edition holds. */
export async function countLetters(
  { db, mail }: Pick<Forum, 'db' | 'mail'>,
  viewer: Viewer,
  editionId: string,
): Promise<Record<LetterList, number>> {
  refuseIf(mailDeskRefusal(viewer, editionId));
  const count = async (list: LetterList) =>
    (
      await inList(letters(db), list, mail.smtpUrl !== null)
        .where((eb) => eb.or([eb('mail.edition_id', '=', editionId), eb('mail.edition_id', 'is', null)]))
        .clearSelect()
        .clearOrderBy()
        .select(({ fn }) => fn.countAll<number>().as('all'))
        .executeTakeFirstOrThrow()
    ).all;
  return { by_hand: await count('by_hand'), waiting: await count('waiting'), gone: await count('gone') };
}

/** How many letters wait for somebody to pass them on. */
export async function countToPassOn(
  _db: Kysely<DB>,
  viewer: Viewer,
  editionId: string,
  forum: Pick<Forum, 'db' | 'mail'>,
): Promise<number> {
  return (await countLetters(forum, viewer, editionId)).by_hand;
}

/** A person's own letters, newest first: they can be read here whatever became of them on their way. */
export async function ownLetters(db: Kysely<DB>, viewer: Viewer): Promise<LetterView[]> {
  if (!viewer.personId) return [];
  return (await letters(db).where('mail.person_id', '=', viewer.personId).limit(50).execute()).map(toView);
}

/** Where a signed-in person's letters go, and how news comes; null without an address to sign in with. */
export async function ownDelivery(db: Kysely<DB>, viewer: Viewer) {
  if (!viewer.personId) return null;
  const row = await db
    .selectFrom('login')
    .leftJoin('mail_recipient', 'mail_recipient.address', 'login.email')
    .select(['login.email', 'delivery', 'refused'])
    .where('login.person_id', '=', viewer.personId)
    .orderBy('login.created_at')
    .limit(1)
    .executeTakeFirst();
  return row ? { address: row.email, delivery: (row.delivery ?? 'immediate') as Delivery, refused: row.refused } : null;
}

function letters(db: Kysely<DB>) {
  return db
    .selectFrom('mail')
    .innerJoin('mail_recipient as recipient', 'recipient.id', 'mail.recipient_id')
    .leftJoin('person as by', 'by.id', 'mail.settled_by')
    .select(['mail.id', 'address', 'subject', 'body', 'state', 'mail.created_at', 'settled_at', 'next_at', 'attempts'])
    .select(['words', 'by.name as by', 'digest'])
    .where('secret', '=', false)
    .orderBy('mail.created_at', 'desc')
    .orderBy('mail.id');
}

/** Without a mail server, and for the demo's invented people, what is queued leaves only by hand. */
function inList(query: ReturnType<typeof letters>, list: LetterList, hasServer: boolean) {
  if (list === 'gone') return query.where('state', 'in', statesIn.gone);
  if (list === 'waiting')
    return query
      .where('state', 'in', statesIn.waiting)
      .where(sql<boolean>`not ${isInvented}`)
      .where((eb) => eb.lit(hasServer));
  return query.where((eb) =>
    eb.or([
      eb('state', 'in', ['refused', 'given_up']),
      eb.and([eb('state', 'in', statesIn.waiting), hasServer ? isInvented : eb.lit(true)]),
    ]),
  );
}

type Row = Awaited<ReturnType<ReturnType<typeof letters>['execute']>>[number];

function toView(row: Row): LetterView {
  return {
    id: row.id,
    to: row.address,
    subject: row.subject,
    body: row.body ?? '',
    state: row.state as LetterState,
    createdAt: row.created_at,
    settledAt: row.settled_at,
    nextAt: row.next_at,
    attempts: row.attempts,
    words: row.words,
    by: row.by,
    digest: row.digest,
  };
}
