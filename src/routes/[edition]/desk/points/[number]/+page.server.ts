import { error, redirect } from '@sveltejs/kit';
import { mergedIssues, answersTo, suggestionsFor } from '#analysis/issues/queries.ts';
import { decisionsIn } from '#analysis/points/queries.ts';
import { issuesOf, pointsIn } from '#analysis/queries.ts';
import { say } from '#messages/say.ts';
import { sameAs } from '#notes/likeness/rules.ts';
import { reporters, roleRefusal } from '#people/rules.ts';
import { editionCalled, roundtableNumbered } from '#programme/queries.ts';
import { answer, isUnanswered, textsOf } from '#routes/answer.ts';
import { statementsOf } from '#statements/queries.ts';
import { deeds } from './deeds.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

const statementsAtOnce = 25;
const mostOffered = 12;

/** The points of a roundtable, statement by statement, with the issues and what was decided last. */
export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { forum, viewer } = locals;
  const roundtable = await roundtableReported(locals, params);
  const views = await statementsOf(forum.db, viewer, roundtable);
  const statements = views.filter(({ body }) => body !== null);
  const points = await pointsIn(forum.db, statements.map(({ id }) => id)); // prettier-ignore
  const newest = new Map(statements.map(({ id, revision }) => [id, revision]));
  const current = points.filter(({ statementId, revision }) => newest.get(statementId) === revision);
  const issues = await issuesOf(forum.db, roundtable.id);
  const show = url.searchParams.get('show') === 'proposed' ? 'proposed' : 'all';
  const asked = current.find(({ id }) => id === url.searchParams.get('point'));
  const ofStatement = Map.groupBy(current, ({ statementId }) => statementId);
  const shown = statements.filter(({ id }) => (ofStatement.get(id) ?? []).some(({ state }) => show === 'all' || state === 'proposed')); // prettier-ignore
  const from = Math.max(0, Math.floor((Number(url.searchParams.get('from')) || 1) - 1));
  const numbers = new Map(statements.map(({ id, number }) => [id, number]));
  const answers = await answersTo(forum.db, asked ? [asked.id] : []);
  return {
    roundtable: { id: roundtable.id, number: roundtable.number, title: roundtable.title },
    show,
    total: current.length,
    proposed: current.filter(({ state }) => state === 'proposed').length,
    page: { from: from + 1, to: Math.min(shown.length, from + statementsAtOnce), all: shown.length },
    statements: shown.slice(from, from + statementsAtOnce).map((statement) => ({
      id: statement.id,
      number: statement.number,
      language: statement.language,
      points: (ofStatement.get(statement.id) ?? []).filter(({ state }) => show === 'all' || state === 'proposed'),
    })),
    open: asked
      ? {
          id: asked.id,
          // Where a word of the message begins, in the statement's own words.
          words: [...asked.message.matchAll(/[^\s]+/gu)].map(({ index, 0: word }) => ({ word, at: asked.messageStart + index })), // prettier-ignore
          issues: issues.filter(({ points }) => points.includes(asked.id)).map(({ id, title }) => ({ id, title })),
          alike: current
            .filter((one) => one.id !== asked.id && !one.mergedInto)
            .map((one) => ({
              point: one,
              number: numbers.get(one.statementId)!,
              alike: sameAs(one.message, asked.message),
            })) // prettier-ignore
            .filter(({ alike }) => alike > 0.1)
            .sort((a, b) => b.alike - a.alike)
            .slice(0, mostOffered),
          answers: (answers.get(asked.id) ?? []).map((id) => numbers.get(id) ?? 0),
        }
      : null,
    issues: issues.map(({ id, title, kind, points }) => ({ id, title, kind, count: points.length })),
    merged: await mergedIssues(forum.db, roundtable.id),
    suggestions: (await suggestionsFor(forum.db, roundtable, current)).slice(0, mostOffered).map((one) => ({ ...one, points: one.points.slice(0, mostOffered) })), // prettier-ignore
    decisions: await decisionsIn(forum.db, viewer, roundtable, mostOffered),
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
function doing(deed: keyof typeof deeds) {
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
    redirect(303, `${back.pathname}${back.search}#${given.at_place ?? 'main'}`);
  };
}

export const actions = {
  accept: doing('accept'),
  edit: doing('edit'),
  reject: doing('reject'),
  split: doing('split'),
  merge: doing('merge'),
  undo: doing('undo'),
  place: doing('place'),
  takeOut: doing('takeOut'),
  name: doing('name'),
  rename: doing('rename'),
  mergeIssue: doing('mergeIssue'),
  apart: doing('apart'),
  decline: doing('decline'),
  answered: doing('answered'),
  recommend: doing('recommend'),
} satisfies Actions;
