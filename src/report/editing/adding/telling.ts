import type { Kysely } from 'kysely';
import type { DB } from '#db/schema.ts';
import { found } from '#record/refusals.ts';
import { tellingOf } from '#report/draft.ts';
import type { DraftSentence } from '#report/draft-record.ts';
import { recordWithPolicy } from '#report/drafting.ts';
import { policyOf } from '#report/rules.ts';
import { scopeOf } from '#report/scope.ts';
import { citationRow, readSources } from '#report/sources.ts';
import { sentencesOf } from '#report/speech.ts';
import type { ReportRow } from '#report/text-rows.ts';

/** What a draft would say of a point that lies in the report's scope, by the policy that holds for the report. */
export async function toldFrom(tx: Kysely<DB>, report: ReportRow, pointId: string): Promise<DraftSentence[]> {
  const cite = { kind: 'point', point: pointId } as const;
  const { statement_id, point_id } = citationRow(cite, await readSources(tx, [cite]));
  found((await scopeOf(tx, report, [statement_id!])).get(statement_id!), 'point');
  const record = await recordWithPolicy(tx, await roundtableOf(tx, statement_id!), null);
  const statement = found(record.statements.find(({ id }) => id === statement_id), 'statement'); // prettier-ignore
  const point = found(statement.points.find(({ id }) => id === point_id), 'point'); // prettier-ignore
  const roundtable = { ...record.roundtable, attribution: policyOf(report) };
  return sentencesOf({ ...statement, points: [point] }, tellingOf({ ...record, roundtable }));
}

async function roundtableOf(tx: Kysely<DB>, statementId: string): Promise<string> {
  const row = await tx.selectFrom('statement').select('roundtable_id').where('id', '=', statementId).executeTakeFirst();
  return found(row, 'statement').roundtable_id;
}
