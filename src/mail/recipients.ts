import { sql, type Kysely } from 'kysely';
import type { DB } from '#db/schema.ts';
import type { Forum } from '#record/forum.ts';
import { found } from '#record/refusals.ts';
import { isSigned, signed } from '#record/signed.ts';
import { isAddress } from './places.ts';
import type { Delivery } from './rules.ts';

export interface Recipient {
  id: string;
  address: string;
  /** How letters that bring news come. */
  delivery: Delivery;
  /** What a mail server said when it would take nothing for this address. */
  refused: string | null;
  /** Nothing leaves for the demo's invented people. */
  isDemo: boolean;
}

/** Whoever has this address, entered where no letter was written to it before. */
export async function addressee({ db, newId }: Forum, to: string): Promise<Recipient> {
  const address = to.trim().toLowerCase();
  if (!isAddress(address)) throw new Error('a letter is addressed to something that is no e-mail address');
  const known = await recipients(db).where('address', '=', address).executeTakeFirst();
  if (known) return toRecipient(known);
  const values = { id: newId(), address };
  await db
    .insertInto('mail_recipient')
    .values(values)
    .onConflict((conflict) => conflict.column('address').doNothing())
    .execute();
  return toRecipient(await recipients(db).where('address', '=', address).executeTakeFirstOrThrow());
}

/** The one an unsubscribe link was made for; undefined where it was not made here. */
export async function recipientOfLink({ db, secret }: Forum, id: string, signature: string) {
  if (!isSigned(secret, 'unsubscribe', id, signature)) return undefined;
  const row = await recipients(db).where('id', '=', id).executeTakeFirst();
  return row && toRecipient(row);
}

/** The address that stops news for this recipient at one press, without signing in. */
export function unsubscribeLink({ origin, secret }: Pick<Forum, 'origin' | 'secret'>, recipientId: string): string {
  return `${origin}/unsubscribe?to=${recipientId}&s=${signed(secret, 'unsubscribe', recipientId)}`;
}

/** Changes how news comes, also what is waiting: a day's letters come now, or not at all. */
export async function chooseDelivery(forum: Forum, recipientId: string, delivery: Delivery): Promise<void> {
  const { db } = forum;
  found(
    await db
      .updateTable('mail_recipient')
      .set({ delivery })
      .where('id', '=', recipientId)
      .returning('id')
      .executeTakeFirst(),
    'recipient',
  );
  if (delivery === 'daily') return;
  const waiting = { recipient_id: recipientId, digest: true, state: 'queued' };
  if (delivery === 'none')
    await db
      .deleteFrom('mail')
      .where((eb) => eb.and(waiting))
      .execute();
  else
    await db
      .updateTable('mail')
      .set({ digest: false, next_at: forum.now() })
      .where((eb) => eb.and(waiting))
      .execute();
  await forum.wake('send-letters');
}

/**
 * Nobody lives there: the demo's accounts, and addresses under a name kept for examples (RFC 2606). Their letters stand at
 * the desk; none leaves. For queries that call the table `recipient`.
 */
export const isInvented = sql<boolean>`(recipient.address like '%.example'
  or exists (select from login where login.email = recipient.address and login.demo))`;

function recipients(db: Kysely<DB>) {
  return db
    .selectFrom('mail_recipient as recipient')
    .select(['recipient.id', 'address', 'delivery', 'refused', isInvented.as('isDemo')]);
}

function toRecipient(row: Awaited<ReturnType<ReturnType<typeof recipients>['executeTakeFirstOrThrow']>>): Recipient {
  return { ...row, delivery: row.delivery as Delivery };
}
