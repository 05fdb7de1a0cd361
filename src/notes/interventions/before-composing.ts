// What the acts on interventions look up before they decide.
import type { Kysely } from 'kysely';
import type { DB } from '#db/schema.ts';
import type { NoteLine } from '#notes/queries.ts';
import { roleRefusal } from '#people/rules.ts';
import { found, refuseIf } from '#record/refusals.ts';
import type { RoleKind, Viewer } from '#record/viewer.ts';
import { statementToDecide } from '#statements/before-acting.ts';

/** The intervention of a turn as it stands, locked; undefined before there is one. */
export function interventionOf(tx: Kysely<DB>, slotId: string) {
  return tx
    .selectFrom('statement')
    .innerJoin('statement_revision as revision', (join) =>
      join.onRef('revision.statement_id', '=', 'statement.id').onRef('revision.revision', '=', 'statement.revisions'),
    )
    .select(['statement.id', 'statement.state', 'statement.revisions', 'statement.on_record', 'revision.body'])
    .select('revision.language')
    .where('slot_id', '=', slotId)
    .forUpdate('statement')
    .executeTakeFirst();
}

/** What was said aloud, locked; refused to whoever does not hold one of these roles, and for what was only written. */
export async function spokenStatement(tx: Kysely<DB>, id: string, actor: Viewer, roles: readonly RoleKind[]) {
  const statement = found(await statementToDecide(tx, id), 'statement');
  const { edition_id: editionId, roundtable_id: roundtableId, kind } = statement;
  refuseIf(roleRefusal(actor, roles, { editionId, roundtableId }));
  refuseIf(['intervention', 'remark', 'presentation'].includes(kind) ? null : 'intervention.not_spoken');
  const of = tx.selectFrom('statement').select(['on_record', 'slot_id']).where('id', '=', id);
  return { ...statement, ...(await of.executeTakeFirstOrThrow()) };
}

/** What was decided last about its being on the record; undefined where nobody decided. */
export async function recordDecision(tx: Kysely<DB>, statementId: string): Promise<boolean | undefined> {
  const row = await tx
    .selectFrom('on_record_decision')
    .select('on_record')
    .where('statement_id', '=', statementId)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.on_record;
}

export async function isCorrected(tx: Kysely<DB>, statementId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('correction')
    .select('id')
    .where('statement_id', '=', statementId)
    .where('report_id', 'is', null)
    .where('decision', '=', 'accepted')
    .executeTakeFirst();
  return row !== undefined;
}

/** The guiding questions the lines say they answer. */
export async function answeredBy(tx: Kysely<DB>, roundtableId: string, lines: readonly NoteLine[]): Promise<string[]> {
  const numbers = [...new Set(lines.flatMap(({ questions }) => questions))];
  if (numbers.length === 0) return [];
  const questions = await tx
    .selectFrom('question')
    .select('id')
    .where('roundtable_id', '=', roundtableId)
    .where('number', 'in', numbers)
    .orderBy('number')
    .execute();
  return questions.map(({ id }) => id);
}

/** The comment that a line says it follows on from, where everyone may read it. */
export async function followedBy(tx: Kysely<DB>, roundtableId: string, lines: readonly NoteLine[]) {
  const number = lines.find(({ follows }) => follows !== null)?.follows;
  if (!number) return null;
  const comment = await tx
    .selectFrom('statement')
    .select('id')
    .where('roundtable_id', '=', roundtableId)
    .where('number', '=', number)
    .where('on_record', '=', true)
    .where('state', 'not in', ['draft', 'withheld', 'withdrawn'])
    .executeTakeFirst();
  return comment?.id ?? null;
}
