import type { Kysely } from 'kysely';
import type { DB } from '#db/schema.ts';
import { likenessOf } from '#people/names/likeness.ts';
import { namesakeOf } from '#people/names/before-acting.ts';
import type { Viewer } from '#record/viewer.ts';
import { credentialOf } from './before-acting.ts';

interface Speaking {
  identity: 'unidentified' | 'email_confirmed' | 'verified';
  /** The delegation that wants to release the words first, or null. */
  waits: string | null;
  speaker: {
    delegation_id?: string;
    person_id?: string;
    name: string;
    function?: string | null;
    capacity?: string;
    rank?: string;
    likeness?: string;
  } | null;
}

/**
 * Who speaks, and how that is known: a verified delegate; someone with an account, whose address may be confirmed; or a
 * guest, by the name they give. Refuses a guest's name that imitates someone.
 */
export async function speakingNow(tx: Kysely<DB>, editionId: string, actor: Viewer, name: string): Promise<Speaking> {
  if (actor.personId) {
    const credential = await credentialOf(tx, editionId, actor.personId);
    if (credential) {
      const { speaker, waits } = credential;
      return { identity: 'verified', speaker, waits: waits ? speaker.delegation_id : null };
    }
    const account = await tx
      .selectFrom('person')
      .leftJoin('login', 'login.person_id', 'person.id')
      .select(['person.id as person_id', 'person.name', 'person.function', 'email_verified'])
      .where('person.id', '=', actor.personId)
      .executeTakeFirstOrThrow();
    const { email_verified, ...known } = account;
    // Anyone can open an account: a namesake without one, or with another, is not taken for them. An office knows its holders.
    const likeness = actor.roles.length ? null : await likenessOf(tx, account.name, actor.personId);
    const speaker = { ...known, ...(likeness ? { likeness: likeness.name } : {}) };
    return { identity: email_verified ? 'email_confirmed' : 'unidentified', speaker, waits: null };
  }
  if (name === '') return { identity: 'unidentified', speaker: null, waits: null };
  const likeness = await namesakeOf(tx, name);
  const speaker = { name, ...(likeness ? { likeness: likeness.name } : {}) };
  return { identity: 'unidentified', speaker, waits: null };
}
