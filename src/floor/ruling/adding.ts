import { z } from 'zod';
import type { Context } from '#record/act.ts';

/** Why, and by which rule: every decision of the chair has one. */
export const ground = z.string().trim().min(1, 'floor.ground_missing').max(500, 'floor.ground_too_long');

interface Decided {
  kind: 'move' | 'order' | 'time' | 'list' | 'point_of_order' | 'adjournment' | 'other';
  ground: string;
  words?: string;
  slotId?: string;
  /** What place everyone concerned had, and has, by slot. */
  places?: Record<string, [from: number, to: number]>;
}

/** Adds the chair's decision under the next number. The floor is locked: no number is given twice. */
export async function addRuling(
  { tx, rows, newId, actor, now }: Pick<Context, 'tx' | 'rows' | 'newId' | 'actor' | 'now'>,
  roundtableId: string,
  { kind, ground, words = '', slotId, places }: Decided,
): Promise<{ id: string; number: number }> {
  const { rulings } = await tx
    .selectFrom('floor')
    .select('rulings')
    .where('roundtable_id', '=', roundtableId)
    .executeTakeFirstOrThrow();
  const number = rulings + 1;
  await rows.update('floor', { roundtable_id: roundtableId }, { rulings: number });
  const id = newId();
  await rows.insert('floor_ruling', {
    id,
    roundtable_id: roundtableId,
    number,
    kind,
    words,
    ground,
    slot_id: slotId ?? null,
    places: places ? JSON.stringify(places) : null,
    by_id: actor.personId,
    at: now,
  });
  return { id, number };
}
