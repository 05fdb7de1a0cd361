import { error, redirect } from '@sveltejs/kit';
import { practicesByRoundtable } from '#followup/queries.ts';
import { say } from '#messages/say.ts';
import { speaksFor } from '#people/queries.ts';
import { papersOf, paragraphToComment } from '#programme/papers/queries.ts';
import { programmeOf, type RoundtableView } from '#programme/queries.ts';
import { perform } from '#record/act.ts';
import type { Forum } from '#record/forum.ts';
import { remembered } from '#record/remembered.ts';
import { visitor, type Viewer } from '#record/viewer.ts';
import { dispositionsOf, reflectionsOf, reportsIn } from '#report/queries.ts';
import { answer, isUnanswered, textsOf } from '#routes/answer.ts';
import { unsent } from '#routes/unsent.ts';
import { submitComment } from '#statements/acts.ts';
import { isDesk, statementsFor, type StatementView } from '#statements/queries.ts';
import { commentRefusal } from '#statements/rules.ts';
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
  const refusal = commentRefusal(roundtable, forum.now());
  const mine = refusal === null && viewer.personId ? await speaksFor(forum.db, edition.id, viewer.personId) : undefined;
  const paragraph = url.searchParams.get('paragraph');
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
    refusal: refusal && (typeof refusal === 'string' ? { code: refusal, values: {} } : refusal),
    speaksFor: mine,
    asked: {
      /** Only what answers this question is shown. */
      question: Number(url.searchParams.get('question')) || null,
      /** The question someone is about to answer. */
      answer: Number(url.searchParams.get('answer')) || null,
      repliesTo: statements.find(({ number }) => String(number) === url.searchParams.get('reply')),
      /** The paragraph of a paper someone is about to comment on. */
      paragraph: paragraph ? await paragraphToComment(forum.db, viewer, roundtable, paragraph) : undefined,
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
  default: async ({ request, locals }) => {
    const given = textsOf(await request.formData());
    const { forum, viewer, language } = locals;
    const outcome = await answer(
      perform(forum, viewer, submitComment, {
        roundtable: given.roundtable ?? '',
        body: given.body ?? '',
        questions: given.question ? [given.question] : [],
        repliesTo: given.reply || null,
        paragraph: given.paragraph || null,
        name: viewer.name ?? given.name ?? '',
      }),
      { language, given },
    );
    if (isUnanswered(outcome)) return outcome;
    redirect(303, `/receipts/${outcome.receipt}?new#main`);
  },
} satisfies Actions;
