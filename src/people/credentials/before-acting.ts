// What the acts on credentials look up before they decide.
import type { Kysely } from 'kysely';
import type { DB } from '#db/schema.ts';
import type { Viewer } from '#record/viewer.ts';

/** Whether someone is a delegation's focal point in an edition, by a credential that stands. */
export async function isFocalPoint(
  tx: Kysely<DB>,
  { personId }: Viewer,
  editionId: string,
  delegationId: string,
): Promise<boolean> {
  if (!personId) return false;
  const credential = await tx
    .selectFrom('credential')
    .select('id')
    .where('edition_id', '=', editionId)
    .where('person_id', '=', personId)
    .where('delegation_id', '=', delegationId)
    .where('capacity', '=', 'focal_point')
    .where('verified_at', 'is not', null)
    .executeTakeFirst();
  return credential !== undefined;
}
