// What the acts at the floor look up before they decide.
import { sql, type Kysely } from 'kysely';
import type { DB } from '#db/schema.ts';
import type { Context } from '#record/act.ts';
import { found, refuseIf } from '#record/refusals.ts';
import type { Viewer } from '#record/viewer.ts';
import { inOrder, type OrderRule, type Waiting } from './order/rules.ts';
import { heardStates, keeperRefusal, type ListState, type Queue, type SlotClass, type SlotState } from './rules.ts';

/** The floor of a roundtable, locked: of two acts on it one waits until the other is done. */
export async function floorToKeep(tx: Kysely<DB>, roundtableId: string) {
  const row = await tx
    .selectFrom('floor')
    .innerJoin('roundtable', 'roundtable.id', 'floor.roundtable_id')
    .selectAll('floor')
    .select(['edition_id', 'roundtable.state as meeting'])
    .where('roundtable_id', '=', roundtableId)
    .forUpdate('floor')
    .executeTakeFirst();
  const floor = found(row, 'floor');
  return {
    ...floor,
    state: floor.state as ListState,
    times: floor.allotted as unknown as Record<SlotClass, number>,
    rule: ruleOf(floor),
    place: { editionId: floor.edition_id, roundtableId },
  };
}

/** A slot with its floor, both locked. */
export async function slotToKeep(tx: Kysely<DB>, id: string) {
  const where = await tx.selectFrom('speaker_slot').select('roundtable_id').where('id', '=', id).executeTakeFirst();
  const floor = await floorToKeep(tx, found(where, 'slot').roundtable_id);
  const row = await tx
    .selectFrom('speaker_slot')
    .leftJoin('delegation', 'delegation.id', 'speaker_slot.delegation_id')
    .selectAll('speaker_slot')
    .select(({ fn }) => fn.coalesce('delegation.short_name', 'speaker_slot.name').as('called'))
    .where('speaker_slot.id', '=', id)
    .executeTakeFirstOrThrow();
  return {
    floor,
    slot: { ...row, state: row.state as SlotState, queue: row.queue as Queue, called: row.called ?? '' },
  };
}

/** The same for whoever keeps the floor; refused to everyone else. */
export async function slotAsKeeper(tx: Kysely<DB>, actor: Viewer, id: string) {
  const kept = await slotToKeep(tx, id);
  refuseIf(keeperRefusal(actor, kept.floor.place));
  return kept;
}

/** Those whom a point of order interrupted, the last of them first. */
export function interruptedNow(tx: Kysely<DB>, roundtableId: string) {
  return tx
    .selectFrom('speaker_slot')
    .select('id')
    .where('roundtable_id', '=', roundtableId)
    .where('state', '=', 'interrupted')
    .orderBy('started_at', 'desc')
    .orderBy('id')
    .execute();
}

/** Who has the floor; undefined while nobody has. */
export function speakerNow(tx: Kysely<DB>, roundtableId: string) {
  return tx
    .selectFrom('speaker_slot')
    .leftJoin('delegation', 'delegation.id', 'speaker_slot.delegation_id')
    .select(['speaker_slot.id', 'queue', 'used_seconds', 'allotted_seconds', 'running_since'])
    .select(({ fn }) => fn.coalesce('delegation.short_name', 'speaker_slot.name').as('name'))
    .where('roundtable_id', '=', roundtableId)
    .where('state', '=', 'speaking')
    .executeTakeFirst();
}

/** Everyone who has a place, as the order needs to know them, and the classes of the last two who spoke. */
export async function waitingFor(tx: Kysely<DB>, roundtableId: string) {
  const waiting = await tx
    .selectFrom('speaker_slot as slot')
    .leftJoin('delegation', 'delegation.id', 'slot.delegation_id')
    .select(['slot.id', 'queue', 'class', 'delegation.kind', 'delegation.region', 'rank', 'requested_at'])
    .select(['is_moved', 'position', 'slot.delegation_id'])
    .select(
      sql<boolean>`exists (select from speaker_slot other where other.roundtable_id = slot.roundtable_id
        and other.delegation_id = slot.delegation_id and other.state in ('speaking', 'interrupted', 'spoken')
        and other.queue = 'list')`.as('has_spoken'),
    )
    .where('slot.roundtable_id', '=', roundtableId)
    .where('state', 'in', ['listed', 'called'])
    .orderBy('position')
    .execute();
  const before = await tx
    .selectFrom('speaker_slot')
    .select('class')
    .where('roundtable_id', '=', roundtableId)
    .where('state', 'in', heardStates)
    .where('queue', '=', 'list')
    .orderBy('started_at', 'desc')
    .limit(2)
    .execute();
  return {
    waiting: waiting.map((row): Waiting => ({
      id: row.id,
      queue: row.queue as Queue,
      class: row.class as SlotClass,
      kind: row.kind,
      region: row.region,
      rank: row.rank,
      requestedAt: row.requested_at.getTime(),
      hasSpoken: row.has_spoken,
      isMoved: row.is_moved,
      position: row.position,
    })),
    before: before.map((row) => row.class as SlotClass).reverse(),
  };
}

/** Gives everyone who waits the place the rule gives them. */
export async function putInOrder({ tx, rows }: Pick<Context, 'tx' | 'rows'>, roundtableId: string, rule: OrderRule) {
  const { waiting, before } = await waitingFor(tx, roundtableId);
  for (const [i, { id, position }] of inOrder(rule, waiting, before).entries())
    if (position !== i + 1) await rows.update('speaker_slot', { id }, { position: i + 1 });
}

export function ruleOf(floor: { order_by: string; first_time_first: boolean; every_third: boolean }): OrderRule {
  return {
    by: floor.order_by as OrderRule['by'],
    firstTimeFirst: floor.first_time_first,
    everyThird: floor.every_third,
  };
}
