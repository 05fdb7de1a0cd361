import { error, json } from '@sveltejs/kit';
import { say } from '#messages/say.ts';
import { wordsOf } from '#report/editing/queries.ts';
import { reportAt } from '#routes/[edition]/desk/report/[number]/at-desk.ts';
import type { RequestHandler } from './$types';

/** One statement in full, for whoever cites from it. */
export const GET: RequestHandler = async ({ locals, params, url }) => {
  const { report } = await reportAt(locals, params);
  const words = await wordsOf(locals.forum.db, locals.viewer, report, url.searchParams.get('statement') ?? '');
  if (!words) error(404, say('page.not_found', {}, locals.language));
  return json(words, { headers: { 'cache-control': 'private, no-store' } });
};
