import type { Forum } from '#record/forum.ts';
import { addressOf, officeHolders } from '#mail/addresses.ts';
import { post } from '#mail/post.ts';

/** To the support unit: that somebody asks that what identifies them be erased. */
export async function tellErasureAsked(forum: Forum, request: string): Promise<void> {
  const asked = await requestToWriteOf(forum, request);
  if (asked?.state !== 'open') return;
  for (const { person, to } of await officeHolders(forum.db, asked.edition_id, 'support_unit'))
    await post(forum, {
      to,
      person,
      edition: asked.edition_id,
      code: 'mail.erasure_asked',
      key: `erasure ${request} ${person}`,
      values: { forum: asked.short_name, page: `${forum.origin}/${asked.slug}/desk/erasure/${request}` },
    });
}

/** To whoever asked: why it cannot be done. */
export async function tellErasureDeclined(forum: Forum, request: string): Promise<void> {
  const asked = await requestToWriteOf(forum, request);
  if (asked?.state !== 'declined') return;
  const { person_id: person, statement_id: statement, email } = asked;
  const of = person ? { person } : statement ? { statement } : null;
  const to = (of && (await addressOf(forum.db, of))) || email;
  if (!to) return;
  await post(forum, {
    to,
    person,
    edition: asked.edition_id,
    code: 'mail.erasure_declined',
    key: `erasure declined ${request}`,
    values: { forum: asked.short_name, answer: asked.answer, page: `${forum.origin}/${asked.slug}` },
  });
}

function requestToWriteOf({ db }: Forum, id: string) {
  return db
    .selectFrom('erasure_request')
    .innerJoin('edition', 'edition.id', 'edition_id')
    .select(['erasure_request.state', 'edition_id', 'person_id', 'statement_id', 'email', 'answer'])
    .select(['edition.slug', 'edition.short_name'])
    .where('erasure_request.id', '=', id)
    .executeTakeFirst();
}
