// The middle pane for whoever has no script: what is asked for by its address, and every decision as a form.
import { redirect } from '@sveltejs/kit';
import { roleRefusal, reporters } from '#people/rules.ts';
import { roundtableNumbered } from '#programme/queries.ts';
import type { DeskSaid } from '#report/editing/views.ts';
import { roundtablesUnder } from '#report/scope.ts';
import type { ReportRow } from '#report/text-rows.ts';
import { answer, isUnanswered, textsOf } from '#routes/answer.ts';
import { deeds, type DeedName } from '#routes/[edition]/desk/deciding/deeds.ts';
import { openedPoint, orderOf, pointsFound } from '#routes/[edition]/desk/deciding/opened.ts';
import { reportAt } from './at-desk.ts';
import { views, type View } from './views-of-points.ts';
import type { Actions, RequestEvent } from './$types';

interface At {
  edition: { id: string };
  report: ReportRow;
}

/** A roundtable that a report covers, with what was found in it; nothing for whoever does not report on it. */
export async function foundIn({ forum, viewer }: App.Locals, { edition, report }: At, number: string) {
  const isCovered = (await roundtablesUnder(forum.db, report)).some((one) => one.number === number);
  const roundtable = isCovered ? await roundtableNumbered(forum.db, edition.id, number) : undefined;
  if (!roundtable || roleRefusal(viewer, reporters, { editionId: edition.id, roundtableId: roundtable.id }))
    return null;
  return { roundtable, found: await pointsFound(forum.db, viewer, roundtable) };
}

/** Which view is asked for, which point is open in it, and what the view shows beside the points. */
export async function decidingAsked(locals: App.Locals, at: At, said: DeskSaid, url: URL) {
  const asked = (name: string) => url.searchParams.get(name) ?? '';
  const view: View = views.find((one) => one === asked('view')) ?? 'points';
  const statement = said.points.find(({ id }) => id === asked('point'))?.statement;
  const of = (id: string) => said.statements.find((one) => one.id === id)?.roundtable;
  const number = (statement && of(statement)) || asked('roundtable') || (said.statements[0]?.roundtable ?? '');
  const isBeside = view === 'issues' || view === 'decided';
  const about = statement || isBeside ? await foundIn(locals, at, number) : null;
  const { db } = locals.forum;
  return {
    view,
    roundtable: number,
    point: about && statement ? await openedPoint(db, about.roundtable, about.found, asked('point')) : null,
    order: about && isBeside ? await orderOf(db, locals.viewer, about.roundtable, about.found.points) : null,
  };
}

/** Performs what one of the forms asks for, and shows the pane again where it was asked. */
async function deciding({ request, locals, params, url }: RequestEvent, deed: DeedName) {
  const form = await request.formData();
  const given = textsOf(form);
  const { report } = await reportAt(locals, params);
  const covered = await roundtablesUnder(locals.forum.db, report);
  const about = covered.find(({ number }) => number === given.roundtable) ?? covered[0]!;
  const points = form.getAll('points').filter((one): one is string => typeof one === 'string');
  const work: Promise<unknown> = deeds[deed](locals, about, given, points);
  const outcome = await answer(work, { language: locals.language, given });
  if (isUnanswered(outcome)) return outcome;
  const view = views.find((one) => one === given.at_place);
  const back = view ? `?view=${view}&roundtable=${encodeURIComponent(about.number)}#points` : `#p-${given.point ?? points[0] ?? ''}`; // prettier-ignore
  redirect(303, `${url.pathname}${back}`);
}

export const decidingActions: Actions = Object.fromEntries(
  (Object.keys(deeds) as DeedName[]).map((deed) => [deed, (event: RequestEvent) => deciding(event, deed)]),
);
