import type { Kysely } from 'kysely';
import type { DB } from '#db/schema.ts';
import { holds } from '#people/rules.ts';
import type { Viewer } from '#record/viewer.ts';

/**
 * How many reports of an edition wait for the next step of this viewer: as a rapporteur, those not drafted yet though their
 * roundtable is adjourned, drafts, and those whose correction window is over; as a co-chair, those handed over to circulate.
 */
export async function countReportsWaiting(
  db: Kysely<DB>,
  viewer: Viewer,
  editionId: string,
  now: Date,
): Promise<number> {
  const rows = await db
    .selectFrom('roundtable')
    .leftJoin('report', 'report.roundtable_id', 'roundtable.id')
    .select(['roundtable.id', 'roundtable.state', 'report.state as report', 'corrections_close_at', 'source'])
    .select('report.kind')
    .where('edition_id', '=', editionId)
    .execute();
  return rows.filter((row) => {
    const place = { editionId, roundtableId: row.id };
    if (row.report === 'co_chair_review') return holds(viewer, ['co_chair'], place);
    if (!holds(viewer, [row.kind === 'general_rapporteur' ? 'general_rapporteur' : 'rapporteur'], place)) return false;
    if (row.report === 'correction_window') return row.corrections_close_at !== null && row.corrections_close_at <= now;
    if (row.report === null) return row.state === 'adjourned' || row.state === 'record_draft';
    return row.report === 'draft' && row.source !== 'import';
  }).length;
}
