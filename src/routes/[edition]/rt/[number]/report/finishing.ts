import { remembered } from '#record/remembered.ts';
import type { Forum } from '#record/forum.ts';
import type { Reason } from '#record/refusals.ts';
import type { Viewer } from '#record/viewer.ts';
import { holds } from '#people/rules.ts';
import { findingsIn } from '#report/checks/queries.ts';
import { readableReport } from '#report/queries.ts';
import { desk } from '#report/rules.ts';
import { finishingOf, standingSignatures } from '#report/versions/standing.ts';
import type { Signature } from '#report/versions/rows.ts';
import type { LedgerView, ReportView } from '#report/views.ts';
import type { Dates } from '#ui/dates.ts';

interface Around {
  dates: Dates;
  say(code: string, values?: Record<string, unknown>): string;
}

/** What a report still lacks to be final and who signed it, in words, for those who write it and those who chair; null for others. */
export async function finishingFor(
  forum: Forum,
  viewer: Viewer,
  report: ReportView,
  ledger: LedgerView,
  around: Around,
) {
  const { editionId, id: roundtableId } = report.roundtable;
  if (report.state === 'draft') return null;
  if (!holds(viewer, desk, { editionId, roundtableId })) return onlySigned(forum, viewer, report, around);
  const row = await readableReport(forum.db, viewer, report.roundtable, report.kind);
  const checked = await remembered(forum, `findings ${report.id}`, () => findingsIn(forum.db, viewer, report));
  if (!row || !checked) return null;
  const { say } = around;
  const { missing, signed, lapsed, unsigned, maySign, digest, corrigendum } = await finishingOf(forum.db, viewer, row, { ledger, checked }); // prettier-ignore
  const inWords = (reason: Reason) => (typeof reason === 'string' ? say(reason) : say(reason.code, reason.values));
  return {
    digest,
    maySign,
    corrigendum,
    missing: report.state === 'final' ? [] : missing.map(inWords),
    signed: signed.map((one) => inWordsOf('sign_off.signed', one, around)),
    lapsed: report.state === 'final' ? [] : lapsed.map((one) => inWordsOf('sign_off.lapsed', one, around)),
    unsigned:
      report.state === 'final'
        ? []
        : [...unsigned.coChairs, ...unsigned.rapporteurs].map(({ name, capacity }) =>
            say('sign_off.missing', { name, capacity: say('sign_off.capacity', { capacity }) }),
          ),
  };
}

/** Everybody reads who signed what is final. */
async function onlySigned(forum: Forum, viewer: Viewer, report: ReportView, around: Around) {
  const row = report.state === 'final' ? await readableReport(forum.db, viewer, report.roundtable, report.kind) : undefined; // prettier-ignore
  const signed = row ? await standingSignatures(forum.db, row) : [];
  if (signed.length === 0) return null;
  const none = { digest: '', maySign: [], corrigendum: 0, missing: [], lapsed: [], unsigned: [] };
  return { ...none, signed: signed.map((one) => inWordsOf('sign_off.signed', one, around)) };
}

function inWordsOf(code: string, { name, capacity, at }: Signature, { say, dates }: Around): string {
  return say(code, { name, capacity: say('sign_off.capacity', { capacity }), when: dates.moment(at) });
}

export type Finishing = NonNullable<Awaited<ReturnType<typeof finishingFor>>>;
