import { error } from '@sveltejs/kit';
import { exportedTable, tables } from '#api/export.ts';
import { say } from '#messages/say.ts';
import { editionCalled } from '#programme/queries.ts';
import { streamed } from '#routes/streamed.ts';
import type { RequestHandler } from './$types';

/** One table of what this reader may see of an edition. */
export const GET: RequestHandler = async ({ locals, params }) => {
  const { forum, viewer, language } = locals;
  const table = tables.find((table) => table === params.table);
  const edition = table && (await editionCalled(forum.db, params.edition));
  if (!edition) error(404, say('page.not_found', {}, language));
  return streamed(exportedTable(forum, viewer, params.edition, table), {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': `attachment; filename="${params.edition}-${table}.csv"`,
  });
};
