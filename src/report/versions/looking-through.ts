import { sql, type Kysely } from 'kysely';
import type { DB } from '#db/schema.ts';
import type { Reason } from '#record/refusals.ts';
import { holdRecord } from '#record/witness.ts';
import { leaksRefusal } from '#report/checks/before-circulating.ts';
import { roundtablesUnder } from '#report/scope.ts';
import { isCirculated } from '#report/rules.ts';
import type { ReportRow } from '#report/text-rows.ts';
import { refusalsToFinish } from './before-final.ts';

/** What keeps a report from its next state, as far as the record had come when it was looked through. */
export interface LookedThrough {
  sequence: number;
  refusal: Reason | null;
}

const mostTries = 3;

/**
 * Everything that keeps a report from a state, looked through without a transaction: of thousands of statements that takes
 * seconds, for which nobody else is kept waiting. What changes meanwhile is looked through again.
 */
export async function lookThrough(db: Kysely<DB>, report: ReportRow, to: string): Promise<LookedThrough> {
  for (let tries = 1; ; tries++) {
    const sequence = await lastSequence(db);
    const isLast = async () => tries === mostTries || (await isAsLookedThrough(db, report, { sequence }));
    try {
      const refusal = await whatKeeps(db, report, to);
      if (await isLast()) return { sequence, refusal };
    } catch (error) {
      // Between two questions a statement may come whose speakers were asked for before.
      if (await isLast()) throw error;
    }
  }
}

/**
 * What keeps a report from a state now, and until the transaction ends: nobody says a word between the last look and the
 * final report. What was looked through before counts while nothing it rests on has changed.
 */
export async function keptFrom(
  tx: Kysely<DB>,
  report: ReportRow,
  to: string,
  looked: LookedThrough | undefined,
): Promise<Reason | null> {
  if (to === 'final') await holdRecord(tx);
  if (looked && (await isAsLookedThrough(tx, report, looked))) return looked.refusal;
  return whatKeeps(tx, report, to);
}

async function whatKeeps(db: Kysely<DB>, report: ReportRow, to: string): Promise<Reason | null> {
  const [missing = null] = to === 'final' ? await refusalsToFinish(db, report) : [];
  return missing ?? (isCirculated(to) ? leaksRefusal(db, report) : null);
}

/** Whether the record tells of no change since: in what the report covers or cites, in the register, or in the edition. */
async function isAsLookedThrough(
  db: Kysely<DB>,
  report: ReportRow,
  { sequence }: Pick<LookedThrough, 'sequence'>,
): Promise<boolean> {
  const covered = (await roundtablesUnder(db, report)).map(({ id }) => id);
  const since = await db
    .selectFrom('record_line')
    .select('sequence')
    .where('sequence', '>', sequence)
    .where((eb) =>
      eb.or([
        eb('roundtable_id', 'is', null),
        eb('roundtable_id', '=', sql<string>`any(${covered}::uuid[])`),
        sql<boolean>`roundtable_id in (select statement.roundtable_id from citation
          join sentence on sentence.id = citation.sentence_id
          join report_paragraph on report_paragraph.id = sentence.paragraph_id
          join statement on statement.id = citation.statement_id
          where report_paragraph.report_id = ${report.id})`,
      ]),
    )
    .limit(1)
    .executeTakeFirst();
  return since === undefined;
}

async function lastSequence(db: Kysely<DB>): Promise<number> {
  const { last } = await db
    .selectFrom('record_line')
    .select(({ fn }) => fn.max('sequence').as('last'))
    .executeTakeFirstOrThrow();
  return last ?? 0;
}
