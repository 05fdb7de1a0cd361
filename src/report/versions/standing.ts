import type { Kysely } from 'kysely';
import type { DB } from '#db/schema.ts';
import { holds } from '#people/rules.ts';
import type { Reason } from '#record/refusals.ts';
import type { Viewer } from '#record/viewer.ts';
import type { ReportChecked } from '#report/checks/queries.ts';
import type { ReportRow } from '#report/text-rows.ts';
import type { LedgerView } from '#report/views.ts';
import { whatIsMissing } from './before-final.ts';
import { contentOf, digestOf, textOf } from './content.ts';
import { lastCorrigendum, signatories, signaturesUnder, type Signature } from './rows.ts';
import { capacities, missingSignatures, type Capacity, type Missing } from './rules.ts';

/** How far a report is from being final, for those who write it and those who chair. */
export interface FinishingView {
  /** Of the text as it stands: what a signature is put under. */
  digest: string;
  /** All that is still missing, the signatures last. */
  missing: Reason[];
  /** Under this text, and under earlier ones that were changed since. */
  signed: Signature[];
  lapsed: Signature[];
  unsigned: Missing;
  /** As what this viewer can sign it now. */
  maySign: Capacity[];
  /** The number of the corrigendum that is being prepared, or would be next. */
  corrigendum: number;
}

/** The signatures under a report's text as it stands. */
export async function standingSignatures(db: Kysely<DB>, report: ReportRow): Promise<Signature[]> {
  const all = await signaturesUnder(db, report.id);
  if (all.length === 0) return [];
  const digest = digestOf(contentOf(report.title, await textOf(db, report.id)));
  return all.filter((one) => one.digest === digest);
}

export async function finishingOf(
  db: Kysely<DB>,
  viewer: Viewer,
  report: ReportRow,
  { ledger, checked }: { ledger: LedgerView; checked: ReportChecked },
): Promise<FinishingView> {
  const digest = digestOf(contentOf(report.title, await textOf(db, report.id)));
  const all = await signaturesUnder(db, report.id);
  const signed = all.filter((one) => one.digest === digest);
  const isAgain = (one: Signature) => signed.some(({ person, capacity }) => person === one.person && capacity === one.capacity); // prettier-ignore
  const place = { editionId: report.edition_id, roundtableId: report.roundtable_id };
  const isMine = (capacity: Capacity) =>
    holds({ ...viewer, program: false }, [capacity], place) &&
    !signed.some((one) => one.person === viewer.personId && one.capacity === capacity);
  return {
    digest,
    missing: await whatIsMissing(db, report, { ledger, checked, digest, signed }),
    signed,
    lapsed: all.filter((one) => one.digest !== digest && !isAgain(one)),
    unsigned: missingSignatures(await signatories(db, report), signed),
    maySign: ['draft', 'final'].includes(report.state) ? [] : capacities.filter(isMine),
    corrigendum: (await lastCorrigendum(db, report.id)) + 1,
  };
}
