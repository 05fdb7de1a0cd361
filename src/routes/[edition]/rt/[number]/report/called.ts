import { error } from '@sveltejs/kit';
import { say } from '#messages/say.ts';
import { editionCalled, roundtableNumbered } from '#programme/queries.ts';
import { readableReport } from '#report/queries.ts';

/** The report of the roundtable an address names, as far as this viewer may read it; otherwise there is nothing there. */
export async function reportCalled(
  { forum, viewer, language }: App.Locals,
  { edition: slug, number }: { edition?: string; number?: string },
) {
  const edition = await editionCalled(forum.db, slug ?? '');
  const roundtable = edition && (await roundtableNumbered(forum.db, edition.id, number ?? ''));
  const report = roundtable && (await readableReport(forum.db, viewer, roundtable));
  if (!report) error(404, say('page.not_found', {}, language));
  return { edition, roundtable, report };
}
