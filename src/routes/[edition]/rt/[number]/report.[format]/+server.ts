import { createHash } from 'node:crypto';
import { error } from '@sveltejs/kit';
import { say } from '#messages/say.ts';
import { editionCalled, roundtableNumbered } from '#programme/queries.ts';
import { Refusal } from '#record/refusals.ts';
import { formats, reportFile } from '#report/export/files.ts';
import type { RequestHandler } from './$types';

/** The roundtable's report as a file: the same to the byte while the record stands still. */
export const GET: RequestHandler = async ({ locals, params, request }) => {
  const { forum, viewer, language } = locals;
  const format = formats.find((format) => format === params.format);
  const edition = format && (await editionCalled(forum.db, params.edition));
  const roundtable = edition && (await roundtableNumbered(forum.db, edition.id, params.number));
  const file = roundtable && (await reportFile(forum, viewer, roundtable, format!).catch(inWords(language)));
  if (!file) error(404, say('page.not_found', {}, language));
  const etag = `"${createHash('sha256').update(file.bytes).digest('base64url').slice(0, 22)}"`;
  const headers = {
    etag,
    'content-type': file.type,
    'content-disposition': `attachment; filename="${edition!.slug}-${file.name}"`,
    'cache-control': 'private, no-cache',
  };
  if (request.headers.get('if-none-match')?.includes(etag)) return new Response(null, { status: 304, headers });
  return new Response(file.bytes, { headers: { ...headers, 'content-length': String(file.bytes.length) } });
};

function inWords(language: string) {
  return (thrown: unknown): never => {
    if (thrown instanceof Refusal) error(503, say(thrown.code, thrown.values, language));
    throw thrown;
  };
}
