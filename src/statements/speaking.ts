import { sql, type Kysely } from 'kysely';
import type { DB } from '#db/schema.ts';
import { waitsForRelease } from '#people/credentials/rules.ts';
import { likenessOf } from '#people/names/likeness.ts';
import { namesakeOf } from '#people/names/before-acting.ts';
import { Refusal } from '#record/refusals.ts';
import type { Viewer } from '#record/viewer.ts';
import { chairsHere } from './rules.ts';

/** Where somebody speaks. */
interface Place {
  id: string;
  edition_id: string;
}

/** As what somebody with credentials can speak: for a delegation, or as co-chair, whatever delegation they belong to. */
export interface WayToSpeak {
  /** What a form or a program names it by: the delegation's id, or this word. */
  as: string | 'co_chair';
  delegation: { slug: string; name: string; kind: string } | null;
  capacity: string;
  /** The delegation's focal point releases the words first. */
  waits: boolean;
}

/**
 * As what someone can speak in a roundtable, the usual one first: the delegation they spoke for last in it, or the one that
 * was verified first; at last as its co-chair. Empty where they speak in their own name alone.
 */
export async function waysToSpeak(db: Kysely<DB>, place: Place, viewer: Viewer): Promise<WayToSpeak[]> {
  if (viewer.personId === null) return [];
  const held = await credentialsHere(db, place, viewer.personId);
  const ways = held.map(({ speaker, delegation, waits }) => {
    return { as: speaker.delegation_id, delegation, capacity: speaker.capacity, waits };
  });
  if (!chairsHere(viewer, place.id)) return ways;
  return [...ways, { as: 'co_chair', delegation: ways[0]?.delegation ?? null, capacity: 'co_chair', waits: false }];
}

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

/** What whoever speaks says of themselves: a guest their name, somebody with several credentials which of them. */
interface Said {
  name: string;
  as: string | null;
}

/**
 * Who speaks, and how that is known: a verified delegate or a co-chair; someone with an account, whose address may be
 * confirmed; or a guest, by the name they give. Refuses a guest's name that imitates someone, and a delegation that is not
 * theirs to speak for.
 */
export async function speakingNow(tx: Kysely<DB>, place: Place, actor: Viewer, said: Said): Promise<Speaking> {
  if (actor.personId === null) {
    if (said.as !== null) throw new Refusal('comment.not_for_guests');
    return asGuest(tx, said.name);
  }
  const held = await credentialsHere(tx, place, actor.personId);
  const isChair = said.as === 'co_chair';
  if (isChair && !chairsHere(actor, place.id)) throw new Refusal('comment.not_co_chair');
  const chosen = said.as === null || isChair ? held[0] : held.find(({ speaker }) => speaker.delegation_id === said.as);
  if (said.as !== null && !isChair && !chosen) throw new Refusal('comment.not_your_delegation');
  if (chosen && !isChair)
    return { identity: 'verified', speaker: chosen.speaker, waits: chosen.waits ? chosen.speaker.delegation_id : null };
  const account = await tx
    .selectFrom('person')
    .leftJoin('login', 'login.person_id', 'person.id')
    .select(['person.id as person_id', 'person.name', 'person.function', 'email_verified'])
    .where('person.id', '=', actor.personId)
    .executeTakeFirstOrThrow();
  const { email_verified, ...known } = account;
  // The Chair's gavel is nobody's to release.
  if (isChair)
    return { identity: 'verified', speaker: { ...known, ...chosen?.speaker, capacity: 'co_chair' }, waits: null };
  // Anyone can open an account: a namesake without one, or with another, is not taken for them. An office knows its holders.
  const likeness = actor.roles.length ? null : await likenessOf(tx, account.name, actor.personId);
  const speaker = { ...known, ...(likeness ? { likeness: likeness.name } : {}) };
  return { identity: email_verified ? 'email_confirmed' : 'unidentified', speaker, waits: null };
}

async function asGuest(tx: Kysely<DB>, name: string): Promise<Speaking> {
  if (name === '') return { identity: 'unidentified', speaker: null, waits: null };
  const likeness = await namesakeOf(tx, name);
  const speaker = { name, ...(likeness ? { likeness: likeness.name } : {}) };
  return { identity: 'unidentified', speaker, waits: null };
}

/** What someone is at this moment, to be frozen onto what they say: by each credential that stands, the usual one first. */
async function credentialsHere(tx: Kysely<DB>, { id, edition_id }: Place, personId: string) {
  const held = await tx
    .selectFrom('credential')
    .innerJoin('person', 'person.id', 'credential.person_id')
    .innerJoin('delegation', 'delegation.id', 'credential.delegation_id')
    .select(['credential.delegation_id', 'person_id', 'person.name', 'credential.capacity', 'rank', 'requires_release'])
    .select(['slug', 'short_name', 'kind'])
    .select((eb) => [
      eb.fn.coalesce('credential.function', 'person.function').as('function'),
      // Whoever holds one has no usual one among several, and may have said a thousand things by it.
      eb
        .case()
        .when(sql<number>`count(*) over ()`, '>', 1)
        .then(
          eb
            .selectFrom('statement')
            .innerJoin('statement_speaker as speaker', 'speaker.statement_id', 'statement.id')
            .select(({ fn }) => fn.max('statement.number').as('number'))
            .where('roundtable_id', '=', id)
            .whereRef('author_id', '=', 'credential.person_id')
            .whereRef('speaker.delegation_id', '=', 'credential.delegation_id')
            .where('part', '=', 'speaker'),
        )
        .end()
        .as('last'),
    ])
    .where('edition_id', '=', edition_id)
    .where('person_id', '=', personId)
    .where('verified_at', 'is not', null)
    .orderBy('last', (order) => order.desc().nullsLast())
    .orderBy('verified_at')
    .orderBy('credential.id')
    .execute();
  return held.map(({ requires_release, slug, short_name, kind, last: _, ...speaker }) => ({
    speaker,
    delegation: { slug, name: short_name, kind },
    waits: waitsForRelease(requires_release, speaker.capacity),
  }));
}
