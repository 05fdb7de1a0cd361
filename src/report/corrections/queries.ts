import type { Kysely } from 'kysely';
import type { DB } from '#db/schema.ts';
import { holds, reporters } from '#people/rules.ts';
import type { Viewer } from '#record/viewer.ts';
import { reports, type ReportRow } from '#report/text-rows.ts';

/** What a delegation asked of a report, and the answer. */
export interface LineCorrection {
  id: string;
  /** Null: something is missing. */
  sentence: string | null;
  /** The sentence as it stood when it was asked about. */
  stood: string | null;
  /** The words that were asked for, and those that were written in the end. */
  body: string;
  written: string | null;
  reason: string;
  late: boolean;
  at: Date;
  by: string | null;
  decision: 'accepted' | 'declined' | 'withdrawn' | null;
  /** The rapporteur's. */
  words: string;
  decidedBy: string | null;
  decidedAt: Date | null;
  corrigendum: number | null;
  delegation: { id: string; slug: string; name: string; kind: string };
  /** What it said, where that is what is missing. */
  statement: { id: string; number: number; roundtable: string; language: string; body: string } | null;
}

/** What delegations asked of a report, oldest first. */
export async function lineCorrections(db: Kysely<DB>, reportId: string): Promise<LineCorrection[]> {
  const rows = await db
    .selectFrom('correction')
    .innerJoin('delegation', 'delegation.id', 'correction.delegation_id')
    .leftJoin('person as asker', 'asker.id', 'correction.by_id')
    .leftJoin('person as decider', 'decider.id', 'correction.decided_by')
    .leftJoin('statement', 'statement.id', 'correction.statement_id')
    .leftJoin('roundtable', 'roundtable.id', 'statement.roundtable_id')
    .leftJoin('statement_revision as said', (join) =>
      join.onRef('said.statement_id', '=', 'statement.id').onRef('said.revision', '=', 'statement.revisions'),
    )
    .select(['correction.id', 'sentence_id as sentence', 'stood', 'written', 'reason', 'late', 'correction.at'])
    .select(['correction.body', 'decision', 'words', 'decided_at as decidedAt', 'corrigendum'])
    .select(['asker.name as by', 'decider.name as decidedBy'])
    .select(['delegation.id as delegation_id', 'delegation.slug', 'delegation.short_name', 'delegation.kind'])
    .select(['statement.id as statement_id', 'statement.number', 'roundtable.number as roundtable'])
    .select(['said.language', 'said.body as said'])
    .where('correction.report_id', '=', reportId)
    .orderBy('correction.at')
    .orderBy('correction.id')
    .execute();
  return rows.map(({ delegation_id, slug, short_name, kind, statement_id, number, roundtable, language, said, ...row }) => ({
    ...row,
    body: row.body!,
    decision: row.decision as LineCorrection['decision'],
    delegation: { id: delegation_id, slug, name: short_name, kind },
    statement: statement_id ? { id: statement_id, number: number!, roundtable: roundtable!, language: language!, body: said! } : null, // prettier-ignore
  })); // prettier-ignore
}

/** The reports of an edition in which something waits for a decision of this viewer. */
export async function reportsToCorrect(db: Kysely<DB>, viewer: Viewer, editionId: string): Promise<ReportRow[]> {
  const rows = await reports(db)
    .where('roundtable.edition_id', '=', editionId)
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('correction')
          .select('correction.id')
          .whereRef('correction.report_id', '=', 'report.id')
          .where('decision', 'is', null),
      ),
    )
    .orderBy('roundtable.number')
    .execute();
  return rows.filter((row) => holds(viewer, reporters, { editionId, roundtableId: row.roundtable_id }));
}

export async function countLineCorrections(db: Kysely<DB>, viewer: Viewer, editionId: string): Promise<number> {
  let count = 0;
  for (const { id } of await reportsToCorrect(db, viewer, editionId))
    count += (await lineCorrections(db, id)).filter(({ decision }) => decision === null).length;
  return count;
}
