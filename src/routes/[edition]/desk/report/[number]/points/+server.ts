import { error, json } from '@sveltejs/kit';
import { say } from '#messages/say.ts';
import { openedPoint, orderOf } from '#routes/[edition]/desk/deciding/opened.ts';
import { reportAt } from '#routes/[edition]/desk/report/[number]/at-desk.ts';
import { foundIn } from '#routes/[edition]/desk/report/[number]/deciding-forms.ts';
import type { RequestHandler } from './$types';

/** What one point is decided about with, or – without a point – the issues of a roundtable this report covers. */
export const GET: RequestHandler = async ({ locals, params, url }) => {
  const { forum, viewer, language } = locals;
  const { edition, report } = await reportAt(locals, params);
  const about = await foundIn(locals, { edition, report }, url.searchParams.get('roundtable') ?? '');
  if (!about) error(404, say('page.not_found', {}, language));
  const { roundtable, found } = about;
  const point = url.searchParams.get('point');
  const answer = point === null ? await orderOf(forum.db, viewer, roundtable, found.points) : await openedPoint(forum.db, roundtable, found, point); // prettier-ignore
  if (!answer) error(404, say('page.not_found', {}, language));
  return json(answer, { headers: { 'cache-control': 'private, no-store' } });
};
