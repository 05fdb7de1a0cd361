import { programmeOf } from '#programme/queries.ts';
import { ledgerOf, reportsIn } from '#report/queries.ts';
import { addressesIn } from '#routes/addresses.ts';
import { datesOf } from '#ui/dates.ts';
import type { LedgerCounts } from '#ui/ledger.ts';
import { say as sayIn } from '#messages/say.ts';
import { stateSaid } from '#report/state-said.ts';
import type { PageServerLoad } from './$types';

/** The reports one may read, with their ledgers; then the roundtables that have none to be read yet. */
export const load: PageServerLoad = async ({ locals, parent }) => {
  const { edition, language } = await parent();
  const { db } = locals.forum;
  const to = addressesIn(edition.slug);
  const dates = datesOf(edition, language);
  const heads = await reportsIn(db, locals.viewer, edition.id);
  const reports = [];
  for (const head of heads) {
    const { id, kind, title, symbol, state, source, rapporteur, roundtable, correctionsCloseAt } = head;
    const ledger = await ledgerOf(db, locals.viewer, { id });
    reports.push({
      kind,
      title,
      symbol,
      state,
      shown: stateSaid(head, (code, values) => sayIn(code, values, language), dates),
      rapporteur,
      isPrinted: source === 'import',
      number: roundtable.number,
      href: to.report(roundtable.number),
      closes: state === 'correction_window' && correctionsCloseAt ? dates.deadline(correctionsCloseAt) : null,
      counts: (ledger?.counts ?? {}) as LedgerCounts,
      total: ledger?.total ?? 0,
    });
  }
  const reported = new Set(reports.map(({ number }) => number));
  const waiting = (await programmeOf(db, edition.id))
    .filter(({ number }) => !reported.has(number))
    .map(({ number, title }) => ({ number, title, href: to.report(number) }));
  return { reports, waiting };
};
