import { createHash } from 'node:crypto';
import { error } from '@sveltejs/kit';
import { atomOf } from '#api/atom.ts';
import { say } from '#messages/say.ts';
import { editionCalled, roundtableNumbered } from '#programme/queries.ts';
import { remembered } from '#record/remembered.ts';

/** The feed of an edition or of one of its roundtables: made once, and kept until the record moves on. */
export async function feedAt({ forum, language }: App.Locals, request: Request, slug: string, number?: string) {
  const { body, etag } = await remembered(forum, `feed ${slug} ${number ?? ''} ${language}`, async () => {
    const edition = await editionCalled(forum.db, slug);
    const roundtable = edition && number ? await roundtableNumbered(forum.db, edition.id, number) : null;
    if (!edition || roundtable === undefined) return { body: null, etag: '' };
    const body = await atomOf(forum, { edition, roundtable }, language);
    return { body, etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"` };
  });
  if (body === null) error(404, say('page.not_found', {}, language));
  const headers = { etag, 'cache-control': 'no-cache', 'access-control-allow-origin': '*' };
  if (request.headers.get('if-none-match') === etag) return new Response(null, { status: 304, headers });
  return new Response(body, { headers: { ...headers, 'content-type': 'application/atom+xml; charset=utf-8' } });
}
