import type { Kysely } from 'kysely';
import type { DB } from '#db/schema.ts';
import { waitingFor } from './before-acting.ts';
import { inOrder, type OrderRule } from './order/rules.ts';

/** The ids of those who wait as this rule would have them, before it is chosen. */
export async function previewOf(db: Kysely<DB>, roundtableId: string, rule: OrderRule): Promise<string[]> {
  const { waiting, before } = await waitingFor(db, roundtableId);
  return inOrder(rule, waiting, before).map(({ id }) => id);
}
