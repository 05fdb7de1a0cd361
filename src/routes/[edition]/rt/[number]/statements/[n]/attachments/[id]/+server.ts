import { error } from '@sveltejs/kit';
import { say } from '#messages/say.ts';
import { roundtableNumbered, editionCalled } from '#programme/queries.ts';
import { wholeNumber } from '#routes/whole-number.ts';
import { fileOf } from '#statements/attachments/queries.ts';
import { statementNumbered } from '#statements/queries.ts';
import type { RequestHandler } from './$types';

/**
 * A file someone attached, to whoever may open it. It is handed over to be kept and never shown in place, under a policy that
 * lets it do nothing: whatever is in it runs nowhere here.
 */
export const GET: RequestHandler = async ({ params, locals }) => {
  const { forum, viewer, language } = locals;
  const edition = await editionCalled(forum.db, params.edition);
  const roundtable = edition && (await roundtableNumbered(forum.db, edition.id, params.number));
  const statement = roundtable && (await statementNumbered(forum.db, viewer, roundtable, wholeNumber(params.n)));
  const attachment = statement && statement.attachments.find(({ id, mayOpen }) => id === params.id && mayOpen);
  const bytes = attachment && (await fileOf(forum.db, attachment.id));
  if (!attachment || !bytes) error(404, say('page.not_found', {}, language));
  return new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': mediaTypes[attachment.type],
      'content-length': String(bytes.length),
      'content-disposition': `attachment; filename="${attachment.type}.${attachment.type}"; filename*=UTF-8''${encoded(attachment.name)}`,
      'content-security-policy': "default-src 'none'; sandbox",
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'private, no-store',
    },
  });
};

const mediaTypes = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  odt: 'application/vnd.oasis.opendocument.text',
  png: 'image/png',
  jpeg: 'image/jpeg',
  txt: 'text/plain; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
} as const;

/** As RFC 8187 has it. */
function encoded(name: string): string {
  return encodeURIComponent(name).replace(/['()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
}
