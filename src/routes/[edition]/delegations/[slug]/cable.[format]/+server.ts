import { error } from '@sveltejs/kit';
import { say } from '#messages/say.ts';
import { delegationCalled } from '#people/queries.ts';
import { editionCalled } from '#programme/queries.ts';
import { cableFile, cableFormats } from '#report/cable/files.ts';
import { handedOver, inWords } from '#routes/handed-over.ts';
import type { RequestHandler } from './$types';

/** A delegation's cable as a file. */
export const GET: RequestHandler = async ({ locals, params, request }) => {
  const { forum, language } = locals;
  const format = cableFormats.find((format) => format === params.format);
  const edition = format && (await editionCalled(forum.db, params.edition));
  const delegation = edition && (await delegationCalled(forum.db, params.slug));
  if (!delegation) error(404, say('page.not_found', {}, language));
  const file = await cableFile(forum, edition!, delegation, format!).catch(inWords(language));
  return handedOver(request, file, `${edition!.slug}-${file.name}`);
};
