import { addressOf } from '#mail/addresses.ts';
import { post } from '#mail/post.ts';
import { focalPointsToReach, type Reached } from '#people/credentials/reaching.ts';
import type { Forum } from '#record/forum.ts';

/** To whoever was not called for lack of time, or else to the delegation's focal points: where to hand it in instead. */
export async function tellInvitedToWrite(forum: Forum, slot: string): Promise<void> {
  const place = await forum.db
    .selectFrom('speaker_slot')
    .innerJoin('roundtable', 'roundtable.id', 'speaker_slot.roundtable_id')
    .innerJoin('edition', 'edition.id', 'roundtable.edition_id')
    .leftJoin('delegation', 'delegation.id', 'speaker_slot.delegation_id')
    .select(['person_id', 'delegation_id', 'speaker_slot.name', 'delegation.short_name'])
    .select(['edition_id', 'edition.slug', 'roundtable.number', 'roundtable.title'])
    .where('speaker_slot.id', '=', slot)
    .where('invited_at', 'is not', null)
    .executeTakeFirst();
  if (!place) return;
  for (const { person, to } of await speakersToReach(forum, place))
    await post(forum, {
      to,
      person,
      edition: place.edition_id,
      code: 'mail.invited_to_write',
      key: `invited to write ${slot} ${person}`,
      values: {
        speaker: place.short_name ?? place.name ?? '',
        roundtable: place.number,
        title: place.title,
        page: `${forum.origin}/${place.slug}/rt/${place.number}/texts`,
      },
    });
}

async function speakersToReach(
  { db }: Forum,
  place: { person_id: string | null; delegation_id: string | null; edition_id: string },
): Promise<Reached[]> {
  const to = place.person_id && (await addressOf(db, { person: place.person_id }));
  if (to) return [{ person: place.person_id!, to }];
  return place.delegation_id ? focalPointsToReach(db, place.edition_id, place.delegation_id) : [];
}
