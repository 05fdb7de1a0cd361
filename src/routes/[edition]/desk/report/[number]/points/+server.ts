import { error, json } from '@sveltejs/kit';
import { say } from '#messages/say.ts';
import { reporters, roleRefusal } from '#people/rules.ts';
import { roundtableNumbered } from '#programme/queries.ts';
import { openedPoint, orderOf, pointsFound } from '#routes/[edition]/desk/deciding/opened.ts';
import { reportAt } from '#routes/[edition]/desk/report/[number]/at-desk.ts';
import { roundtablesUnder } from '#report/scope.ts';
import type { RequestHandler } from './$types';

/** What one point is decided about with, or – without a point – the issues of a roundtable this report covers. */
export const GET: RequestHandler = async ({ locals, params, url }) => {
  const { forum, viewer, language } = locals;
  const { edition, report } = await reportAt(locals, params);
  const number = url.searchParams.get('roundtable') ?? '';
  const covered = (await roundtablesUnder(forum.db, report)).some((one) => one.number === number);
  const roundtable = covered ? await roundtableNumbered(forum.db, edition.id, number) : undefined;
  if (!roundtable || roleRefusal(viewer, reporters, { editionId: edition.id, roundtableId: roundtable.id }))
    error(404, say('page.not_found', {}, language));
  const found = await pointsFound(forum.db, viewer, roundtable);
  const point = url.searchParams.get('point');
  const answer = point === null ? await orderOf(forum.db, viewer, roundtable, found.points) : await openedPoint(forum.db, roundtable, found, point); // prettier-ignore
  if (!answer) error(404, say('page.not_found', {}, language));
  return json(answer, { headers: { 'cache-control': 'private, no-store' } });
};
