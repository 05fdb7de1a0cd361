// What the acts on written statements look up before they decide.
import type { Kysely } from 'kysely';
import type { DB } from '#db/schema.ts';
import type { Viewer } from '#record/viewer.ts';

/** The turns of a delegation on a roundtable's list. */
export function slotsOfDelegation(tx: Kysely<DB>, roundtableId: string, delegationId: string) {
  return tx
    .selectFrom('speaker_slot')
    .select(['id', 'state', 'position'])
    .where('roundtable_id', '=', roundtableId)
    .where('delegation_id', '=', delegationId)
    .orderBy('position')
    .execute();
}

export function slotToFile(tx: Kysely<DB>, roundtableId: string, id: string) {
  return tx
    .selectFrom('speaker_slot')
    .select('id')
    .where('id', '=', id)
    .where('roundtable_id', '=', roundtableId)
    .executeTakeFirst();
}

/** What is known of a text that was handed in, locked. */
export function deliveryOf(tx: Kysely<DB>, statementId: string) {
  return tx
    .selectFrom('delivery')
    .innerJoin('statement', 'statement.id', 'delivery.statement_id')
    .innerJoin('roundtable', 'roundtable.id', 'statement.roundtable_id')
    .innerJoin('delegation', 'delegation.id', 'delivery.delegation_id')
    .select([
      'delivery.statement_id',
      'delivery.delegation_id',
      'embargoed',
      'statement.state',
      'delegation.short_name',
    ])
    .select(['statement.roundtable_id', 'roundtable.edition_id'])
    .where('delivery.statement_id', '=', statementId)
    .forUpdate(['statement', 'delivery'])
    .executeTakeFirst();
}

/** Whoever hands in their own delegation's text stands on it as they are now; for others only the delegation does. */
export async function personSpeaking(tx: Kysely<DB>, editionId: string, actor: Viewer, delegationId: string) {
  if (!actor.personId || !actor.delegationIds.includes(delegationId)) return {};
  const held = await tx
    .selectFrom('credential')
    .innerJoin('person', 'person.id', 'credential.person_id')
    .select(['person_id', 'person.name', 'credential.capacity', 'rank'])
    .select(({ fn }) => fn.coalesce('credential.function', 'person.function').as('function'))
    .where('credential.edition_id', '=', editionId)
    .where('credential.person_id', '=', actor.personId)
    .where('credential.delegation_id', '=', delegationId)
    .where('verified_at', 'is not', null)
    .executeTakeFirst();
  return held ?? {};
}
