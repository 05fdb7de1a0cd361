import { error } from '@sveltejs/kit';
import { listAsCsv } from '#importing/lists/export.ts';
import { personsIn } from '#importing/lists/queries.ts';
import { registerEntries } from '#people/register/queries.ts';
import { listColumns, type ListKind } from '#importing/lists/rules.ts';
import { say } from '#messages/say.ts';
import { holds, keepers } from '#people/rules.ts';
import { editionCalled } from '#programme/queries.ts';
import type { RequestHandler } from './$types';

/** The register as a list that can be imported again; `?template` for its columns alone. */
export const GET: RequestHandler = async ({ params, locals, url }) => {
  const { forum, viewer, language } = locals;
  const edition = await editionCalled(forum.db, params.edition);
  const isKept = edition && holds(viewer, keepers, { editionId: edition.id });
  if (!isKept || !(params.list in listColumns)) error(404, say('page.not_found', {}, language));
  const kind = params.list as ListKind;
  const all = () => (kind === 'persons' ? personsIn(forum.db, edition.id) : registerEntries(forum.db));
  return new Response(listAsCsv(kind, url.searchParams.has('template') ? [] : await all()), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${kind}.csv"`,
      'cache-control': 'private, no-store',
    },
  });
};
