import { error } from '@sveltejs/kit';
import { illustrationOf } from '#followup/queries.ts';
import { say } from '#messages/say.ts';
import { editionCalled } from '#programme/queries.ts';
import type { RequestHandler } from './$types';

/** The picture of a practice: its bytes as the type they were found to be, and nothing a browser could run. */
export const GET: RequestHandler = async ({ locals, params }) => {
  const { forum, viewer, language } = locals;
  const edition = await editionCalled(forum.db, params.edition);
  const picture = edition && (await illustrationOf(forum.db, viewer, edition.id, params.slug));
  if (!picture) error(404, say('page.not_found', {}, language));
  return new Response(new Uint8Array(picture.bytes), {
    headers: {
      'content-type': `image/${picture.type}`,
      'content-security-policy': "default-src 'none'; sandbox",
      'cache-control': 'private, no-cache',
      etag: `"${picture.sha256.toString('base64url').slice(0, 22)}"`,
    },
  });
};
