// What the acts on corrections of a report look up before they decide.
import type { Kysely } from 'kysely';
import type { DB } from '#db/schema.ts';
import { scopeOf } from '#report/scope.ts';

/** A sentence of a report, or of any, with its paragraph's version. */
export function sentenceIn(tx: Kysely<DB>, reportId: string | null, id: string) {
  return tx
    .selectFrom('sentence')
    .innerJoin('report_paragraph as paragraph', 'paragraph.id', 'sentence.paragraph_id')
    .select(['sentence.id', 'sentence.text', 'paragraph.version'])
    .where('sentence.id', '=', id)
    .$if(reportId !== null, (query) => query.where('paragraph.report_id', '=', reportId))
    .executeTakeFirst();
}

/** What a delegation said or was spoken for in a report's scope, on the record. */
export async function ownStatement(
  tx: Kysely<DB>,
  report: { roundtable_id: string },
  id: string,
  delegationId: string,
): Promise<{ id: string; revisions: number } | undefined> {
  if (!(await scopeOf(tx, report, [id])).has(id)) return undefined;
  return tx
    .selectFrom('statement')
    .innerJoin('statement_speaker as speaker', 'speaker.statement_id', 'statement.id')
    .select(['statement.id', 'statement.revisions'])
    .where('statement.id', '=', id)
    .where('speaker.delegation_id', '=', delegationId)
    .where('speaker.part', 'in', ['speaker', 'on_behalf_of'])
    .executeTakeFirst();
}
