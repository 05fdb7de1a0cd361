import type { Forum } from '#record/forum.ts';
import { found, refuseIf } from '#record/refusals.ts';
import type { Viewer } from '#record/viewer.ts';
import { mailDeskRefusal, passOnRefusal } from './rules.ts';

// Letters tell of the record and are no part of it: so what becomes of one is no act, and has no line there.

/** Notes that the support unit has passed a letter on by other means. */
export async function markSentByHand(forum: Forum, viewer: Viewer, editionId: string, id: string): Promise<void> {
  await letterToPassOn(forum, viewer, editionId, id);
  await change(forum, id, { state: 'by_hand', settled_at: forum.now(), settled_by: viewer.personId });
}

/** Takes that back, for a letter that was marked by mistake. */
export async function unmarkSentByHand(forum: Forum, viewer: Viewer, editionId: string, id: string): Promise<void> {
  const letter = await letterOf(forum, viewer, editionId, id);
  refuseIf(letter.state === 'by_hand' ? null : 'mail.gone_already');
  const stood = letter.words ? 'refused' : 'queued';
  const back = { state: stood, settled_at: null, settled_by: null, next_at: forum.now() };
  await change(forum, id, back, 'by_hand');
  await forum.wake('send-letters');
}

/** Hands a letter to the mail server once more, as often as a new one; its address is good until refused again. */
export async function tryAgain(forum: Forum, viewer: Viewer, editionId: string, id: string): Promise<void> {
  refuseIf(forum.mail.smtpUrl === null ? 'mail.no_server' : null);
  const letter = await letterToPassOn(forum, viewer, editionId, id);
  await forum.db.updateTable('mail_recipient').set({ refused: null }).where('id', '=', letter.recipient_id).execute();
  const anew = { state: 'queued', attempts: 0, next_at: forum.now(), settled_at: null };
  await change(forum, id, anew);
  await forum.wake('send-letters');
}

async function letterToPassOn(forum: Forum, viewer: Viewer, editionId: string, id: string) {
  const letter = await letterOf(forum, viewer, editionId, id);
  refuseIf(passOnRefusal(letter));
  return letter;
}

async function letterOf({ db }: Forum, viewer: Viewer, editionId: string, id: string) {
  refuseIf(mailDeskRefusal(viewer, editionId));
  const letter = await db
    .selectFrom('mail')
    .select(['id', 'state', 'recipient_id', 'words'])
    .where('id', '=', id)
    .where('secret', '=', false)
    .where((eb) => eb.or([eb('edition_id', '=', editionId), eb('edition_id', 'is', null)]))
    .executeTakeFirst();
  return found(letter, 'letter');
}

/** Only what stands as it was seen: the chore may have taken it up meanwhile. */
async function change(
  { db }: Forum,
  id: string,
  values: { state: string; [column: string]: unknown },
  from?: string,
): Promise<void> {
  const changed = await db
    .updateTable('mail')
    .set(values)
    .where('id', '=', id)
    .where('state', 'in', from ? [from] : ['queued', 'refused', 'given_up'])
    .executeTakeFirst();
  refuseIf(changed.numUpdatedRows > 0n ? null : 'mail.on_its_way');
}
