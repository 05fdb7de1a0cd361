import { error, fail, redirect, type ActionFailure } from '@sveltejs/kit';
import { say } from '#messages/say.ts';
import { assignRole } from '#people/acts.ts';
import { withdrawRole } from '#people/offices/acts.ts';
import { holds, keepers } from '#people/rules.ts';
import { moveRoundtable } from '#programme/acts.ts';
import { correctRoundtable } from '#programme/correcting/acts.ts';
import { programmeToKeep } from '#programme/keeping/queries.ts';
import { editionCalled, roundtableNumbered } from '#programme/queries.ts';
import { addQuestion, moveQuestion, rewordQuestion } from '#programme/questions/acts.ts';
import { roundtableMoves, type RoundtableState } from '#programme/rules.ts';
import { personsIn } from '#importing/lists/queries.ts';
import { registerEntries } from '#people/register/queries.ts';
import { perform } from '#record/act.ts';
import type { RoleKind } from '#record/viewer.ts';
import { answer, isUnanswered, textsOf, type Unanswered } from '#routes/answer.ts';
import { fieldIn, momentGiven } from '#routes/form-time.ts';
import { statementsOf } from '#statements/queries.ts';
import type { Actions, PageServerLoad } from './$types';

/** One roundtable or cluster with all that can be edited about it. */
export const load: PageServerLoad = async ({ parent, params, locals, url }) => {
  const { edition, language } = await parent();
  const { forum, viewer } = locals;
  if (!holds(viewer, keepers, { editionId: edition.id })) error(404, say('page.not_found', {}, language));
  const programme = await programmeToKeep(forum.db, edition.id);
  const roundtable = programme.find(({ number }) => number === params.number);
  const shown = await roundtableNumbered(forum.db, edition.id, params.number);
  if (!roundtable || !shown) error(404, say('page.not_found', {}, language));
  const said = await statementsOf(forum.db, viewer, shown);
  const zone = edition.time_zone;
  const people = new Map((await personsIn(forum.db, edition.id)).map(({ id, name }) => [id, name]));
  return {
    roundtable,
    isCluster: programme.some(({ parentId }) => parentId === roundtable.id),
    fields: {
      number: roundtable.number,
      title: roundtable.title,
      lead: roundtable.lead,
      description: roundtable.description,
      room: roundtable.room ?? '',
      startsAt: fieldIn(zone, roundtable.startsAt),
      endsAt: fieldIn(zone, roundtable.endsAt),
      commentsCloseAt: fieldIn(zone, roundtable.commentsCloseAt),
      attribution: roundtable.attribution ?? '',
    },
    moves: [...(roundtableMoves[roundtable.state as RoundtableState] ?? [])],
    proposed: fieldIn(zone, roundtable.commentsCloseAt ?? edition.comments_deadline),
    answers: roundtable.questions.map(({ number }) =>
      said.filter(({ answers }) => answers.includes(number)).map(({ number, body }) => ({ number, body })),
    ),
    people: [...people].map(([id, name]) => ({ id, name })),
    delegations: (await registerEntries(forum.db)).map(({ id, shortName }) => ({ id, name: shortName })),
    done: url.searchParams.get('done'),
  };
};

type Called = { edition: string; number: string };

export const actions = {
  correct: ({ request, locals, params }) =>
    working(locals, params, request, 'saved', async (given, { edition, id }) => {
      const zone = edition.time_zone;
      await perform(locals.forum, locals.viewer, correctRoundtable, {
        roundtable: id,
        basedOn: Number(given.basedOn),
        number: given.number ?? '',
        title: given.title ?? '',
        lead: given.lead ?? '',
        description: (given.description ?? '').replace(/\r\n?/g, '\n'),
        room: given.room || null,
        startsAt: momentGiven(zone, given.startsAt),
        endsAt: momentGiven(zone, given.endsAt),
        commentsCloseAt: momentGiven(zone, given.commentsCloseAt),
        attribution: (given.attribution || null) as 'attributed' | null,
      });
      return given.number;
    }),

  move: ({ request, locals, params }) =>
    working(locals, params, request, 'moved', async (given, { edition, id }) => {
      const closes = momentGiven(edition.time_zone, given.closes);
      const to = given.to as RoundtableState;
      const deadline = closes ? { commentsCloseAt: closes } : {};
      await perform(locals.forum, locals.viewer, moveRoundtable, { roundtable: id, to, ...deadline });
    }),

  ask: ({ request, locals, params }) =>
    working(locals, params, request, 'question', async (given, { id }) => {
      await perform(locals.forum, locals.viewer, addQuestion, { roundtable: id, text: given.text ?? '' });
    }),

  reword: ({ request, locals, params }) =>
    working(locals, params, request, 'question', async (given) => {
      const { question = '', text = '' } = given;
      const seen = { basedOn: Number(given.basedOn), answersSeen: Number(given.answersSeen) };
      await perform(locals.forum, locals.viewer, rewordQuestion, { question, text, ...seen });
    }),

  place: ({ request, locals, params }) =>
    working(locals, params, request, 'question', async (given) => {
      await perform(locals.forum, locals.viewer, moveQuestion, {
        question: given.question ?? '',
        to: Number(given.to),
      });
    }),

  give: ({ request, locals, params }) =>
    working(locals, params, request, 'role', async (given, { edition, id }) => {
      const holder = { person: given.person || null, delegation: given.delegation || null };
      const role = { edition: edition.id, roundtable: id, kind: given.kind as RoleKind, ...holder };
      await perform(locals.forum, locals.viewer, assignRole, role);
    }),

  end: ({ request, locals, params }) =>
    working(locals, params, request, 'role', async (given) => {
      await perform(locals.forum, locals.viewer, withdrawRole, { role: given.role ?? '' });
    }),
} satisfies Actions;

interface Place {
  edition: NonNullable<Awaited<ReturnType<typeof editionCalled>>>;
  id: string;
}

type Work = (given: Record<string, string>, place: Place) => Promise<string | void>;

/** Performs what the form asks and goes back to the page, which says what was done; a new number is a new address. */
async function working(
  locals: App.Locals,
  { edition: slug, number }: Called,
  request: Request,
  done: string,
  work: Work,
): Promise<ActionFailure<Unanswered & { section: string }>> {
  const given = textsOf(await request.formData());
  const { forum, language } = locals;
  const edition = await editionCalled(forum.db, slug);
  const roundtable = edition && (await roundtableNumbered(forum.db, edition.id, number));
  if (!roundtable) error(404, say('page.not_found', {}, language));
  const outcome = await answer(work(given, { edition, id: roundtable.id }), { language, given });
  if (isUnanswered(outcome)) return fail(outcome.status, { ...outcome.data, section: done });
  redirect(303, `/${slug}/desk/programme/${outcome ?? number}?done=${done}#main`);
}
