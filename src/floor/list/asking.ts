// Who asks for the floor, and what they have had of it.
import { sql, type Kysely } from 'kysely';
import type { DB } from '#db/schema.ts';
import { classOf, heardStates, waitingStates, type Queue, type SlotClass } from '#floor/rules.ts';
import { found, refuseIf } from '#record/refusals.ts';
import type { Viewer } from '#record/viewer.ts';
import { speakingNow, waysToSpeak } from '#statements/speaking.ts';
import { askingRefusal } from './rules.ts';

interface Asked {
  place: { id: string; edition_id: string };
  /** As which of what they can speak as, where they have several. */
  as: string | null;
  fromDesk: boolean;
  delegation: string | null;
  person: string | null;
  name: string;
  function: string;
  class?: SlotClass | undefined;
}

interface Speaker {
  class: SlotClass;
  delegation_id: string | null;
  person_id: string | null;
  name: string | null;
  function: string | null;
  rank: string;
}

/** Frozen as they are at this moment: by their own credential, or as the desk names them. */
export async function speakerAsked(tx: Kysely<DB>, actor: Viewer, asked: Asked): Promise<Speaker> {
  const named = asked.delegation !== null || asked.person !== null || asked.name !== '';
  const isOwn = !named && (await waysToSpeak(tx, asked.place, actor)).length > 0;
  if (isOwn) {
    const { speaker } = await speakingNow(tx, asked.place, actor, { name: '', as: asked.as });
    const { delegation_id = null, person_id = null, name, function: office = null, capacity, rank } = speaker!;
    const kind = delegation_id ? await kindOf(tx, delegation_id) : 'individual';
    const part = capacity === 'co_chair' ? 'co_chair' : classOf(kind);
    return { class: part, delegation_id, person_id, name, function: office, rank: rank ?? 'other' };
  }
  refuseIf(askingRefusal({ fromDesk: asked.fromDesk, named }));
  const person = asked.person
    ? found(
        await tx.selectFrom('person').select(['name', 'function']).where('id', '=', asked.person).executeTakeFirst(),
        'person',
      )
    : null;
  const kind = asked.delegation ? await kindOf(tx, asked.delegation) : 'individual';
  const rank = asked.person ? await rankOf(tx, asked.place.edition_id, asked.person) : 'other';
  return {
    class: asked.class ?? classOf(kind),
    delegation_id: asked.delegation,
    person_id: asked.person,
    name: person?.name ?? (asked.name || null),
    function: person?.function ?? (asked.function || null),
    rank,
  };
}

async function kindOf(tx: Kysely<DB>, id: string): Promise<string> {
  const row = await tx.selectFrom('delegation').select('kind').where('id', '=', id).executeTakeFirst();
  return found(row, 'delegation').kind;
}

async function rankOf(tx: Kysely<DB>, editionId: string, personId: string): Promise<string> {
  const held = await tx
    .selectFrom('credential')
    .select('rank')
    .where('edition_id', '=', editionId)
    .where('person_id', '=', personId)
    .where('verified_at', 'is not', null)
    .orderBy('verified_at')
    .executeTakeFirst();
  return held?.rank ?? 'other';
}

/** Whether the same delegation – or, where there is none, the same person – waits in this queue already. */
export async function waitsAlready(tx: Kysely<DB>, roundtableId: string, queue: Queue, speaker: Speaker) {
  const row = await ofSpeaker(tx, roundtableId, speaker)
    .where('queue', '=', queue)
    .where('state', 'in', waitingStates)
    .executeTakeFirst();
  return row !== undefined;
}

/** How many rights of reply they have had or asked for at this meeting. */
export async function repliesOf(tx: Kysely<DB>, roundtableId: string, speaker: Speaker): Promise<number> {
  const rows = await ofSpeaker(tx, roundtableId, speaker)
    .where('queue', '=', 'right_of_reply')
    .where('state', 'in', [...waitingStates, ...heardStates])
    .execute();
  return rows.length;
}

function ofSpeaker(tx: Kysely<DB>, roundtableId: string, { delegation_id, person_id, name }: Speaker) {
  const same = delegation_id
    ? sql<boolean>`delegation_id = ${delegation_id}`
    : person_id
      ? sql<boolean>`person_id = ${person_id}`
      : sql<boolean>`delegation_id is null and name = ${name}`;
  return tx.selectFrom('speaker_slot').select('id').where('roundtable_id', '=', roundtableId).where(same);
}
