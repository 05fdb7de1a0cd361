import type { Kysely } from 'kysely';
import type { DB } from '#db/schema.ts';
import type { Viewer } from '#record/viewer.ts';

/** One's own standing request over a practice. */
export interface OwnContact {
  id: string;
  kind: 'does_too' | 'seeks_partners';
  words: string;
  at: Date;
}

export async function ownContacts(db: Kysely<DB>, viewer: Viewer, practiceId: string): Promise<OwnContact[]> {
  if (viewer.personId === null) return [];
  const rows = await contacts(db)
    .where('contact.practice_id', '=', practiceId)
    .where('contact.person_id', '=', viewer.personId)
    .where('contact.withdrawn_at', 'is', null)
    .execute();
  return rows.map(({ id, kind, words, at }) => ({ id, kind: kind as OwnContact['kind'], words, at }));
}

/** What the letter says to whoever a practice's contact is; undefined once the request is withdrawn. */
export interface ContactLetter {
  /** The address given with the practice; null where letters go to the holder's own. */
  email: string | null;
  /** Whose practice it is, and so whose address counts where none was given. */
  holderId: string | null;
  kind: OwnContact['kind'];
  /** Who asks, and for whom. */
  name: string;
  personId: string;
  delegation: string | null;
  words: string;
  practice: { title: string; slug: string; edition: string };
}

/** For the letter that follows from `contact.asked`, whose subject is the contact; never for a page. */
export async function contactToTell(db: Kysely<DB>, contactId: string): Promise<ContactLetter | undefined> {
  const row = await contacts(db)
    .innerJoin('edition', 'edition.id', 'practice.edition_id')
    .select(['practice.title', 'practice.slug', 'practice.contact_email', 'practice.holder_id'])
    .select('edition.slug as edition')
    .where('contact.id', '=', contactId)
    .where('contact.withdrawn_at', 'is', null)
    .where('practice.state', '=', 'published')
    .executeTakeFirst();
  if (!row) return undefined;
  const { contact_email: email, holder_id: holderId, kind, name, person_id: personId, delegation, words } = row;
  const { title, slug, edition } = row;
  return { email, holderId, kind: kind as OwnContact['kind'], name, personId, delegation, words, practice: { title, slug, edition } }; // prettier-ignore
}

/** What was asked over a practice, with the words: for its holder and those who keep the database. */
export async function contactsAsked(db: Kysely<DB>, practice: { id: string; contact: object | null }) {
  if (practice.contact === null) return [];
  return contacts(db)
    .where('contact.practice_id', '=', practice.id)
    .where('contact.withdrawn_at', 'is', null)
    .orderBy('contact.at')
    .execute();
}

function contacts(db: Kysely<DB>) {
  return db
    .selectFrom('practice_contact as contact')
    .innerJoin('practice', 'practice.id', 'contact.practice_id')
    .innerJoin('person', 'person.id', 'contact.person_id')
    .leftJoin('delegation', 'delegation.id', 'contact.delegation_id')
    .select(['contact.id', 'contact.kind', 'contact.words', 'contact.at', 'contact.person_id', 'person.name'])
    .select('delegation.short_name as delegation');
}
