import { createHash } from 'node:crypto';
import { error } from '@sveltejs/kit';
import { say } from '#messages/say.ts';
import { Refusal } from '#record/refusals.ts';
import type { ReportFile } from '#report/export/files.ts';

/** A file to be saved under this name; nothing of it is sent again to whoever has it already. */
export function handedOver(request: Request, { bytes, type }: ReportFile, name: string): Response {
  const etag = `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`;
  const headers = {
    etag,
    'content-type': type,
    'content-disposition': `attachment; filename="${name}"`,
    'cache-control': 'private, no-cache',
  };
  if (request.headers.get('if-none-match')?.includes(etag)) return new Response(null, { status: 304, headers });
  return new Response(bytes, { headers: { ...headers, 'content-length': String(bytes.length) } });
}

/** A file that could not be made is refused in a sentence. */
export function inWords(language: string) {
  return (thrown: unknown): never => {
    if (thrown instanceof Refusal) error(503, say(thrown.code, thrown.values, language));
    throw thrown;
  };
}
