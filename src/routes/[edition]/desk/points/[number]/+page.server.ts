import { error, redirect } from '@sveltejs/kit';
import { say } from '#messages/say.ts';
import { toDecideAgain } from '#analysis/points/carrying.ts';
import { reporters, roleRefusal } from '#people/rules.ts';
import { editionCalled, roundtableNumbered } from '#programme/queries.ts';
import { answer, isUnanswered, textsOf } from '#routes/answer.ts';
import { deeds, type DeedName } from '#routes/[edition]/desk/deciding/deeds.ts';
import { openedPoint, orderOf, pointsFound } from '#routes/[edition]/desk/deciding/opened.ts';
import { wholeNumber } from '#routes/whole-number.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

const statementsAtOnce = 25;

/** The points of a roundtable, statement by statement, with the issues and what was decided last. */
export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { db } = locals.forum;
  const roundtable = await roundtableReported(locals, params);
  const found = await pointsFound(db, locals.viewer, roundtable);
  const { statements, points } = found;
  const show = url.searchParams.get('show') === 'proposed' ? 'proposed' : 'all';
  const ofStatement = Map.groupBy(points, ({ statementId }) => statementId);
  const shown = statements.filter(({ id }) => (ofStatement.get(id) ?? []).some(({ state }) => show === 'all' || state === 'proposed')); // prettier-ignore
  const from = Math.max(0, wholeNumber(url.searchParams.get('from')) - 1);
  return {
    roundtable: { id: roundtable.id, number: roundtable.number, title: roundtable.title },
    show,
    total: points.length,
    proposed: points.filter(({ state }) => state === 'proposed').length,
    page: { from: from + 1, to: Math.min(shown.length, from + statementsAtOnce), all: shown.length },
    statements: shown.slice(from, from + statementsAtOnce).map((statement) => ({
      id: statement.id,
      number: statement.number,
      language: statement.language,
      points: (ofStatement.get(statement.id) ?? []).filter(({ state }) => show === 'all' || state === 'proposed'),
    })),
    again: await toDecideAgain(db, roundtable.id),
    open: await openedPoint(db, roundtable, found, url.searchParams.get('point') ?? ''),
    ...(await orderOf(db, locals.viewer, roundtable, points)),
  };
};

async function roundtableReported(
  { forum, viewer, language }: App.Locals,
  params: { edition: string; number: string },
) {
  const edition = await editionCalled(forum.db, params.edition);
  const roundtable = edition && (await roundtableNumbered(forum.db, edition.id, params.number));
  const isTheirs = roundtable && roleRefusal(viewer, reporters, { editionId: edition.id, roundtableId: roundtable.id }) === null; // prettier-ignore
  if (!isTheirs) error(404, say('page.not_found', {}, language));
  return roundtable;
}

/** Performs what one of the page's forms asks for, and comes back to where it was asked. */
function doing(deed: DeedName) {
  return async ({ request, locals, params, url }: RequestEvent) => {
    const form = await request.formData();
    const roundtable = await roundtableReported(locals, params);
    const chosen = form.getAll('points').filter((one): one is string => typeof one === 'string');
    const given = textsOf(form);
    const work = deeds[deed](locals, roundtable, given, chosen);
    const outcome = await answer(Promise.resolve(work) as Promise<unknown>, { language: locals.language, given });
    if (isUnanswered(outcome)) return outcome;
    const back = new URL(url.pathname, url);
    for (const name of ['show', 'from']) if (given[name]) back.searchParams.set(name, given[name]);
    back.hash = given.at_place ?? 'main';
    redirect(303, `${back.pathname}${back.search}${back.hash}`);
  };
}

export const actions = {
  accept: doing('accept'),
  edit: doing('edit'),
  reject: doing('reject'),
  split: doing('split'),
  merge: doing('merge'),
  undo: doing('undo'),
  carry: doing('carry'),
  place: doing('place'),
  takeOut: doing('takeOut'),
  name: doing('name'),
  rename: doing('rename'),
  mergeIssue: doing('mergeIssue'),
  apart: doing('apart'),
  decline: doing('decline'),
  answered: doing('answered'),
  unanswered: doing('unanswered'),
  recommend: doing('recommend'),
} satisfies Actions;
