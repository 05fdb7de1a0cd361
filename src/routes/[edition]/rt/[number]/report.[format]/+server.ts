import { error } from '@sveltejs/kit';
import { say } from '#messages/say.ts';
import { editionCalled, roundtableNumbered } from '#programme/queries.ts';
import { formats, reportFile } from '#report/export/files.ts';
import { handedOver, inWords } from '#routes/handed-over.ts';
import type { RequestHandler } from './$types';

/** The roundtable's report as a file: the same to the byte while the record stands still. */
export const GET: RequestHandler = async ({ locals, params, request }) => {
  const { forum, viewer, language } = locals;
  const format = formats.find((format) => format === params.format);
  const edition = format && (await editionCalled(forum.db, params.edition));
  const roundtable = edition && (await roundtableNumbered(forum.db, edition.id, params.number));
  const file = roundtable && (await reportFile(forum, viewer, roundtable, format!).catch(inWords(language)));
  if (!file) error(404, say('page.not_found', {}, language));
  return handedOver(request, file, `${edition!.slug}-${file.name}`);
};
