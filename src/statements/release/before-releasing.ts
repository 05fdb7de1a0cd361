// What the acts on drafts look up before they decide.
import type { Kysely } from 'kysely';
import type { DB } from '#db/schema.ts';
import { isFocalPoint } from '#people/credentials/before-acting.ts';
import { found } from '#record/refusals.ts';
import type { Viewer } from '#record/viewer.ts';

/** A comment that waits, or waited, for its delegation's focal point: locked, and there for that focal point alone. */
export async function waitingStatement(tx: Kysely<DB>, actor: Viewer, id: string) {
  const waiting = found(
    await tx
      .selectFrom('statement_release as release')
      .innerJoin('statement', 'statement.id', 'release.statement_id')
      .innerJoin('roundtable', 'roundtable.id', 'statement.roundtable_id')
      .select(['statement.id', 'statement.roundtable_id', 'statement.revisions', 'release.delegation_id'])
      .select(['release.released_at as releasedAt', 'release.taken_back_at as takenBackAt', 'roundtable.edition_id'])
      .select('roundtable.state as roundtable')
      .where('statement.id', '=', id)
      .forUpdate(['statement', 'release'])
      .executeTakeFirst(),
    'statement',
  );
  // A draft is nobody's to know of but its author's and the focal point's.
  const isTheirs = actor.program || (await isFocalPoint(tx, actor, waiting.edition_id, waiting.delegation_id));
  return found(isTheirs ? waiting : null, 'statement');
}

/** Whether the focal point sent these very words back. */
export async function wasSentBack(tx: Kysely<DB>, statementId: string, revision: number): Promise<boolean> {
  const sent = tx.selectFrom('release_return').select('at').where('statement_id', '=', statementId);
  return (await sent.where('revision', '=', revision).executeTakeFirst()) !== undefined;
}
