import { randomUUID } from 'node:crypto';
import { error, redirect } from '@sveltejs/kit';
import { say } from '#messages/say.ts';
import { correctNote, mergeNotes, takeNote } from '#notes/acts.ts';
import { aboutLines, deskState } from '#notes/desk/queries.ts';
import { everyoneNamed } from '#notes/queries.ts';
import type { Keep } from '#notes/rules.ts';
import { perform } from '#record/act.ts';
import { answer, isUnanswered, textsOf } from '#routes/answer.ts';
import { roundtableNoted } from './noting.ts';
import type { Actions, PageServerLoad } from './$types';

// The one page that goes on without a connection.
export const csr = true;

/** The note-taker's desk: everything a device needs to go on by itself. */
export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { forum, viewer, language } = locals;
  const roundtable = await roundtableNoted(locals, params);
  const state = await deskState(forum.db, viewer, roundtable, forum.now());
  if (!state) error(404, say('page.not_found', {}, language));
  const { id, number, title } = roundtable;
  return {
    roundtable: { id, number, title },
    me: viewer.personId,
    state,
    register: await everyoneNamed(forum.db),
    about: await aboutLines(forum.db, id),
    /** Without script: the line that is being corrected. */
    correcting: state.lines.find((line) => line.id === url.searchParams.get('correct')) ?? null,
    /** Without script: made for one form, so that a line sent twice is kept once. */
    fresh: randomUUID(),
  };
};

export const actions = {
  take: async ({ request, locals, params, url }) => {
    const given = textsOf(await request.formData());
    const { id: roundtable } = await roundtableNoted(locals, params);
    const { line = '', note, id = '' } = given;
    const work: Promise<object> = note
      ? perform(locals.forum, locals.viewer, correctNote, { note, basedOn: Number(given.revision), line })
      : perform(locals.forum, locals.viewer, takeNote, { id, roundtable, line });
    const outcome = await answer(work, { language: locals.language, given });
    if (isUnanswered(outcome)) return outcome;
    redirect(303, `${url.pathname}#typing`);
  },
  merge: async ({ request, locals, params, url }) => {
    const given = textsOf(await request.formData());
    await roundtableNoted(locals, params);
    const { first = '', second = '', keep } = given;
    const work = perform(locals.forum, locals.viewer, mergeNotes, { first, second, keep: keep as Keep });
    const outcome = await answer(work, { language: locals.language, given });
    if (isUnanswered(outcome)) return outcome;
    redirect(303, `${url.pathname}#notes`);
  },
} satisfies Actions;
