// What the acts on credentials look up before they decide.
import type { Kysely } from 'kysely';
import type { DB } from '#db/schema.ts';
import { found } from '#record/refusals.ts';
import type { Viewer } from '#record/viewer.ts';

/** The credential, locked. */
export async function credentialToDecide(tx: Kysely<DB>, id: string) {
  return found(
    await tx.selectFrom('credential').selectAll().where('id', '=', id).forUpdate().executeTakeFirst(),
    'credential',
  );
}

/** What the rule has to know of a credential and of whoever decides on it. */
export async function examinedBy(
  tx: Kysely<DB>,
  actor: Viewer,
  credential: { edition_id: string; person_id: string; delegation_id: string },
) {
  const { edition_id: editionId, person_id: personId, delegation_id } = credential;
  return { editionId, personId, byFocalPoint: await isFocalPoint(tx, actor, editionId, delegation_id) };
}

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
