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
