// What the acts on corrections look up before they decide.
import type { Kysely, NotNull } from 'kysely';
import type { DB } from '#db/schema.ts';
import { found } from '#record/refusals.ts';
import type { Viewer } from '#record/viewer.ts';
import { statementToDecide } from '#statements/before-acting.ts';

/** What a delegation said, to one of its own; to anyone else, and off the record, it is as if it were not there. */
export async function ownIntervention(tx: Kysely<DB>, actor: Viewer, id: string, delegationId: string) {
  const speaks = actor.program || actor.delegationIds.includes(delegationId);
  const statement = found(speaks ? await statementToDecide(tx, id) : null, 'statement');
  const said = await tx
    .selectFrom('statement')
    .innerJoin('statement_revision as revision', (join) =>
      join.onRef('revision.statement_id', '=', 'statement.id').onRef('revision.revision', '=', 'statement.revisions'),
    )
    .select(['on_record', 'revision.body'])
    .where('statement.id', '=', id)
    .where('statement.kind', 'in', ['intervention', 'remark', 'presentation'])
    .where('statement.on_record', '=', true)
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('statement_speaker')
          .select('position')
          .whereRef('statement_id', '=', 'statement.id')
          .where('delegation_id', '=', delegationId)
          .where('part', 'in', ['speaker', 'on_behalf_of']),
      ),
    )
    .executeTakeFirst();
  return { ...statement, ...found(said, 'statement') };
}

/** Until when corrections are in time: as was said for the meeting, else as its report says; null where nobody did. */
export async function windowOf(tx: Kysely<DB>, roundtableId: string): Promise<Date | null> {
  const row = await tx
    .selectFrom('roundtable')
    .leftJoin('report', (join) =>
      join.onRef('report.roundtable_id', '=', 'roundtable.id').on('report.kind', '=', 'record'),
    )
    .select(({ fn }) => fn.coalesce('roundtable.record_closes_at', 'report.corrections_close_at').as('closes'))
    .where('roundtable.id', '=', roundtableId)
    .executeTakeFirst();
  return row?.closes ?? null;
}

/** A correction of an intervention with the statement it is about, both locked. */
export async function correctionToDecide(tx: Kysely<DB>, id: string) {
  const correction = found(
    await tx
      .selectFrom('correction')
      .selectAll()
      .where('id', '=', id)
      .where('report_id', 'is', null)
      .$narrowType<{ statement_id: NotNull; revision: NotNull }>()
      .forUpdate()
      .executeTakeFirst(),
    'correction',
  );
  const statement = found(await statementToDecide(tx, correction.statement_id), 'statement');
  return { ...correction, statement };
}
