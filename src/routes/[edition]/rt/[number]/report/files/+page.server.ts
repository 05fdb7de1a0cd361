import { error } from '@sveltejs/kit';
import { say } from '#messages/say.ts';
import { editionCalled, roundtableNumbered } from '#programme/queries.ts';
import { formats, reportFile, sizeKept, type Format } from '#report/export/files.ts';
import { readableReport } from '#report/queries.ts';
import { addressesIn } from '#routes/addresses.ts';
import type { PageServerLoad } from './$types';

/** These take seconds, and are made when somebody asks for them. */
const onAsking: readonly Format[] = ['pdf', 'zip'];

/** Every format of a report, each with its size: what is quickly made is made, so that the size is the file's own. */
export const load: PageServerLoad = async ({ locals, params, setHeaders }) => {
  const { forum, viewer, language } = locals;
  const edition = await editionCalled(forum.db, params.edition);
  const roundtable = edition && (await roundtableNumbered(forum.db, edition.id, params.number));
  const report = roundtable && (await readableReport(forum.db, viewer, roundtable));
  if (!report) error(404, say('page.not_found', {}, language));
  // Which of the slow ones have been made already is no matter of the record.
  setHeaders({ 'cache-control': 'private, no-store' });
  const to = addressesIn(edition!.slug);
  const files = [];
  for (const format of formats) {
    const size = onAsking.includes(format)
      ? sizeKept(forum, report.id, format)
      : (await reportFile(forum, viewer, roundtable!, format))!.bytes.length;
    files.push({
      format,
      href: to.reportAs(roundtable!.number, format),
      what: say(`take.format.${format}`, {}, language),
      size: size === null ? null : sized(size, language),
    });
  }
  return {
    title: report.title,
    number: roundtable!.number,
    report: to.report(roundtable!.number),
    isDraft: report.state === 'draft' || report.state === 'co_chair_review',
    files,
  };
};

/** “14 kB”, “1.2 MB”. */
function sized(bytes: number, language: string): string {
  const [value, unit] = bytes < 1e6 ? [Math.max(1, Math.round(bytes / 1e3)), 'kilobyte'] : [bytes / 1e6, 'megabyte'];
  const size = new Intl.NumberFormat(language, { style: 'unit', unit, maximumFractionDigits: 1 }).format(value);
  return size.replace(' ', '\u00A0');
}
