import { perform } from '#record/act.ts';
import type { Forum } from '#record/forum.ts';
import { program } from '#record/viewer.ts';
import { liftEmbargo } from './acts.ts';

/** Shows the texts that waited for this turn: it has been had, or given up for writing. */
export async function deliverTexts(forum: Forum, slot: string): Promise<void> {
  const waiting = await forum.db
    .selectFrom('delivery')
    .select('statement_id')
    .where('slot_id', '=', slot)
    .where('embargoed', '=', true)
    .orderBy('filed_at')
    .execute();
  for (const { statement_id: statement } of waiting) await perform(forum, program, liftEmbargo, { statement });
}
