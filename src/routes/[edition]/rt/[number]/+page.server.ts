import { error, redirect } from '@sveltejs/kit';
import { hasIssues } from '#analysis/queries.ts';
import { practicesByRoundtable } from '#followup/queries.ts';
import { say } from '#messages/say.ts';
import { speaksFor } from '#people/queries.ts';
import { papersOf } from '#programme/papers/queries.ts';
import {
  editionCalled,
  programmeOf,
  roundtableNumbered,
  rulingReasons,
  type RoundtableView,
} from '#programme/queries.ts';
import type { Forum } from '#record/forum.ts';
import { remembered } from '#record/remembered.ts';
import { visitor, type Viewer } from '#record/viewer.ts';
import { dispositionsOf, reflectionsOf, reportsIn } from '#report/queries.ts';
import { unsent } from '#routes/unsent.ts';
import { wholeNumber } from '#routes/whole-number.ts';
import { isDesk, statementsFor, type StatementView } from '#statements/queries.ts';
import { markRead, markReadTo, readingMarkOf } from '#statements/reading.ts';
import { commentRefusal } from '#statements/rules.ts';
import { threadOrders } from './order.ts';
import type { Actions, PageServerLoad } from './$types';

/** A roundtable with everything said in it, or a cluster with its roundtables. */
export const load: PageServerLoad = async ({ parent, params, locals, url }) => {
  const { edition, language } = await parent();
  const { forum, viewer } = locals;
  const programme = await remembered(forum, `programme ${edition.id}`, () => programmeOf(forum.db, edition.id));
  const roundtable = programme.find(({ number }) => number === params.number);
  if (!roundtable) error(404, say('page.not_found', {}, language));
  const statements = await statementsFor(forum, viewer, roundtable);
  const { reflections, dispositions, reports } = await whereTheyWent(forum, viewer, roundtable, statements);
  const lookForPractices = () => practicesByRoundtable(forum.db, edition.id);
  const practices = await remembered(forum, `practices ${edition.id}`, lookForPractices);
  const refusal = commentRefusal({ ...roundtable, timeZone: edition.time_zone }, forum.now());
  const mine = refusal === null && viewer.personId ? await speaksFor(forum.db, edition.id, viewer.personId) : [];
  const papers = await remembered(forum, `papers ${roundtable.id}`, () => papersOf(forum.db, visitor, roundtable));
  return unsent({
    roundtable,
    papers,
    cluster: programme.find(({ id }) => id === roundtable.parentId),
    children: programme.filter(({ parentId }) => parentId === roundtable.id),
    statements,
    reflections,
    dispositions,
    reports,
    practices: practices.get(roundtable.id) ?? 0,
    hasIssues: await remembered(forum, `has issues ${roundtable.id}`, () => hasIssues(forum.db, roundtable.id)),
    refusal: refusal && (typeof refusal === 'string' ? { code: refusal, values: {} } : refusal),
    speaksFor: mine,
    reasons: await remembered(forum, `reasons ${edition.id}`, () => rulingReasons(forum.db, edition.id)),
    mark: await readingMarkOf(forum.db, viewer, roundtable),
    asked: {
      /** Only what answers this question is shown. */
      question: wholeNumber(url.searchParams.get('question')) || null,
      order: threadOrders.find((order) => order === url.searchParams.get('order')) ?? 'time',
    },
  });
};

/** The reports of a roundtable, and what became in them of its statements: the same for all but the desk. */
async function whereTheyWent(
  forum: Forum,
  viewer: Viewer,
  roundtable: RoundtableView,
  statements: readonly StatementView[],
) {
  const ids = statements.map(({ id }) => id);
  const look = async (viewer: Viewer) => {
    const [reflections, dispositions, all] = await Promise.all([
      reflectionsOf(forum.db, viewer, ids),
      dispositionsOf(forum.db, viewer, ids),
      reportsIn(forum.db, viewer, roundtable.edition_id),
    ]);
    return { reflections, dispositions, reports: all.filter((report) => report.roundtable.id === roundtable.id) };
  };
  if (isDesk(viewer, roundtable)) return look(viewer);
  return remembered(forum, `where statements went ${ids.join()}`, () => look(visitor));
}

export const actions = {
  /** Marks statements as read, for this person on every device. */
  read: async ({ request, locals, params, url }) => {
    const { forum, viewer, language } = locals;
    if (!viewer.personId) error(403, say('reading.signed_in_only', {}, language));
    const form = await request.formData();
    const edition = await editionCalled(forum.db, params.edition);
    const roundtable = edition && (await roundtableNumbered(forum.db, edition.id, params.number));
    if (!roundtable) error(404, say('page.not_found', {}, language));
    const number = (name: string) => (/^[1-9]\d{0,8}$/.test(String(form.get(name))) ? Number(form.get(name)) : null);
    const [one, all] = [number('one'), number('all')];
    if (one) await markRead(forum.db, viewer, roundtable, [one]);
    if (all) await markReadTo(forum.db, viewer, roundtable, all);
    redirect(303, `${url.pathname}${backFrom(form)}#${one || all ? `s${one ?? all}` : 'thread'}`);
  },
} satisfies Actions;

/** The order someone had chosen, to come back to. */
function backFrom(form: FormData): string {
  const order = threadOrders.find((order) => order === form.get('order'));
  return order ? `?order=${order}` : '';
}
