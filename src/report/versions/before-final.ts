import type { Kysely } from 'kysely';
import type { DB } from '#db/schema.ts';
import type { Reason } from '#record/refusals.ts';
import { program } from '#record/viewer.ts';
import { findingsIn, type ReportChecked } from '#report/checks/queries.ts';
import { openStops, type Kept } from '#report/checks/settled.ts';
import { storedReport } from '#report/checks/stored.ts';
import { ledgerIn } from '#report/queries.ts';
import { finalRefusal } from '#report/rules.ts';
import type { ReportRow } from '#report/text-rows.ts';
import type { LedgerView } from '#report/views.ts';
import { contentOf, digestOf, textOf } from './content.ts';
import { signaturesUnder, signatories, type Signature } from './rows.ts';
import { findingsRefusal, missingSignatures, signaturesRefusal, staleRefusal } from './rules.ts';

/** Everything that keeps a report from being final, each with what it is about; none where it may be. */
export async function refusalsToFinish(db: Kysely<DB>, report: ReportRow): Promise<Reason[]> {
  const ledger = await ledgerIn(db, program, report);
  const checked = (await findingsIn(db, program, report))!;
  const digest = digestOf(contentOf(report.title, await textOf(db, report.id)));
  return whatIsMissing(db, report, { ledger, checked, digest, signed: await signaturesUnder(db, report.id) });
}

/** What is looked at before a report becomes final. */
interface Standing {
  ledger: LedgerView;
  checked: ReportChecked;
  /** Of the text as it stands. */
  digest: string;
  signed: readonly Signature[];
}

export async function whatIsMissing(db: Kysely<DB>, report: ReportRow, standing: Standing): Promise<Reason[]> {
  const { ledger, checked, digest, signed } = standing;
  const open = ledger.lines.filter((line) => line.state === 'open');
  const stops = openStops(checked.findings, storedReport(checked.report), await keptFindings(db, report.id));
  const isStale = ({ finding }: (typeof stops)[number]) => finding.check.startsWith('source_');
  const placesOf = (some: typeof stops) => some.map(({ place, finding }) => place ?? String(Object.values(finding.values)[0] ?? '')); // prettier-ignore
  const missing = missingSignatures(
    await signatories(db, report),
    signed.filter((one) => one.digest === digest),
  );
  return [
    finalRefusal(open.map(({ statement }) => `${statement.roundtable}/${statement.number}`)),
    staleRefusal(placesOf(stops.filter(isStale))),
    findingsRefusal(placesOf(stops.filter((one) => !isStale(one)))),
    signaturesRefusal(missing),
  ].filter((reason) => reason !== null);
}

/** The findings that were let stand in a report. */
export async function keptFindings(db: Kysely<DB>, reportId: string): Promise<(Kept & { reason: string })[]> {
  return db
    .selectFrom('kept_finding')
    .select(['sentence_id as sentence', 'code', 'about', 'reason'])
    .where('report_id', '=', reportId)
    .orderBy('at')
    .execute();
}
