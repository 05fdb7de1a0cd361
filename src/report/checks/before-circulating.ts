import type { Kysely } from 'kysely';
import type { DB } from '#db/schema.ts';
import { registerFor } from '#analysis/register.ts';
import { program } from '#record/viewer.ts';
import { refuseIf, type Reason } from '#record/refusals.ts';
import { readingView } from '#report/reading.ts';
import { policyOf } from '#report/rules.ts';
import { countOffTheRecord } from '#report/scope.ts';
import type { ReportRow } from '#report/text-rows.ts';
import type { CheckedReport, Finding } from './finding.ts';
import { leaks } from './leaks.ts';
import { sourcesOf } from './queries.ts';
import { storedReport } from './stored.ts';

/** A report that gives a speaker away, or prints what was said off the record, goes to nobody but those who write it. */
export async function refuseLeaks(tx: Kysely<DB>, report: ReportRow): Promise<void> {
  refuseIf(await leaksRefusal(tx, report));
}

export async function leaksRefusal(db: Kysely<DB>, report: ReportRow): Promise<Reason | null> {
  if (await hasNothingToHide(db, report)) return null;
  return refusalOfLeaks(db, report, storedReport(await readingView(db, program, report)));
}

/** The same for one sentence, written into a report that everyone reads already. */
export async function refuseLeaksInText(tx: Kysely<DB>, report: ReportRow, text: string): Promise<void> {
  if (await hasNothingToHide(tx, report)) return;
  const sentence = { id: 's', letter: 'a', text, writtenBy: 'person' as const, rests: [] };
  const paragraph = { id: 'p', number: 1, heading: null, section: 'discussion', sentences: [sentence] };
  const { language } = report;
  refuseIf(await refusalOfLeaks(tx, report, { attribution: policyOf(report), language, paragraphs: [paragraph] }));
}

/** Whether a text of a report – an earlier version, say – would tell its readers what they are not to learn. */
export async function givesAway(tx: Kysely<DB>, report: ReportRow, text: CheckedReport): Promise<boolean> {
  return !(await hasNothingToHide(tx, report)) && (await leaksIn(tx, report, text)).length > 0;
}

async function hasNothingToHide(tx: Kysely<DB>, report: ReportRow): Promise<boolean> {
  return policyOf(report) === 'attributed' && (await countOffTheRecord(tx, report.roundtable_id)) === 0;
}

async function refusalOfLeaks(tx: Kysely<DB>, row: ReportRow, report: CheckedReport): Promise<Reason | null> {
  const found = await leaksIn(tx, row, report);
  return (
    refusalFor(found, 'off_record', 'report.off_record', report.attribution) ??
    refusalFor(found, 'leak', 'report.leaks', report.attribution)
  );
}

async function leaksIn(tx: Kysely<DB>, row: ReportRow, report: CheckedReport): Promise<Finding[]> {
  const { sources, scale } = await sourcesOf(tx, row);
  return leaks.run({ report, sources, register: await registerFor(tx), scale });
}

/** The words themselves, each once: whoever writes the report must be able to find them. */
function refusalFor(
  found: Finding[],
  check: Finding['check'],
  code: 'report.leaks' | 'report.off_record',
  policy: string,
): Reason | null {
  // prettier-ignore
  const words = [...new Set(found.filter((one) => one.check === check).map(({ values }) => `“${values.words}”`))];
  return words.length === 0 ? null : { code, values: { count: words.length, words: words.join(', '), policy } };
}
