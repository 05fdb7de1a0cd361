import { error } from '@sveltejs/kit';
import { exported } from '#api/export.ts';
import { say } from '#messages/say.ts';
import { editionCalled } from '#programme/queries.ts';
import { streamed } from '#routes/streamed.ts';
import type { RequestHandler } from './$types';

/** Everything this reader may see of an edition. */
export const GET: RequestHandler = async ({ locals, params }) => {
  const { forum, viewer, language } = locals;
  if (!(await editionCalled(forum.db, params.edition))) error(404, say('page.not_found', {}, language));
  return streamed(exported(forum, viewer, params.edition), {
    'content-type': 'application/json',
    'content-disposition': `attachment; filename="${params.edition}.json"`,
  });
};
