import type { Forum } from '#record/forum.ts';
import { addressOf } from '#mail/addresses.ts';
import { post } from '#mail/post.ts';

/** To whoever holds a practice: that one was found in their words, and that it takes their consent. */
export async function askForConsent(forum: Forum, id: string): Promise<void> {
  await tellHolder(forum, id, 'spotted');
}

/** To whoever holds a practice: that it is published. */
export async function tellPublished(forum: Forum, id: string): Promise<void> {
  await tellHolder(forum, id, 'published');
}

async function tellHolder(forum: Forum, id: string, state: 'spotted' | 'published'): Promise<void> {
  const practice = await practiceToWriteOf(forum, id);
  const to = practice && (await holderOf(forum, practice));
  if (!to || practice.state !== state) return;
  await post(forum, {
    to,
    code: `mail.practice_${state}`,
    key: `practice ${id} ${state} ${practice.version}`,
    person: practice.holder_id,
    edition: practice.edition_id,
    values: { title: practice.title, summary: practice.summary, page: pageOf(forum, practice) },
  });
}

/** To the contact of a practice: who asks to be put in touch, and where to answer them. */
export async function tellContact(forum: Forum, contact: string): Promise<void> {
  const asked = await forum.db
    .selectFrom('practice_contact')
    .innerJoin('person', 'person.id', 'practice_contact.person_id')
    .leftJoin('delegation', 'delegation.id', 'practice_contact.delegation_id')
    .select(['practice_id', 'practice_contact.kind', 'words', 'withdrawn_at', 'person.id', 'name', 'short_name'])
    .where('practice_contact.id', '=', contact)
    .executeTakeFirst();
  const practice = asked && !asked.withdrawn_at && (await practiceToWriteOf(forum, asked.practice_id));
  const to = practice && (await holderOf(forum, practice));
  if (!to) return;
  const email = await addressOf(forum.db, { person: asked.id });
  await post(forum, {
    to,
    code: 'mail.contact_asked',
    key: `contact ${contact}`,
    person: practice.holder_id,
    edition: practice.edition_id,
    values: {
      title: practice.title,
      name: asked.name,
      delegation: asked.short_name ?? '',
      represents: asked.short_name ? 'yes' : 'no',
      kind: asked.kind,
      words: asked.words,
      said: asked.words ? 'yes' : 'no',
      email: email ?? '',
      reachable: email ? 'yes' : 'no',
      page: pageOf(forum, practice),
    },
  });
}

type Practice = NonNullable<Awaited<ReturnType<typeof practiceToWriteOf>>>;

function practiceToWriteOf({ db }: Forum, id: string) {
  return db
    .selectFrom('practice')
    .innerJoin('edition', 'edition.id', 'practice.edition_id')
    .select(['practice.state', 'practice.title', 'practice.summary', 'practice.slug', 'practice.version', 'edition_id'])
    .select(['holder_id', 'contact_email', 'edition.slug as edition'])
    .where('practice.id', '=', id)
    .executeTakeFirst();
}

/** Letters go to the contact it names, or to the person whose practice it is. */
async function holderOf({ db }: Forum, { contact_email, holder_id }: Practice): Promise<string | null> {
  if (contact_email) return contact_email;
  return holder_id ? addressOf(db, { person: holder_id }) : null;
}

function pageOf({ origin }: Forum, { edition, slug }: Practice): string {
  return `${origin}/${edition}/practices/${slug}`;
}
