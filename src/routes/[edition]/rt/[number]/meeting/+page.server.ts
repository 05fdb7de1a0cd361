import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import { say } from '#messages/say.ts';
import { noteAttendance } from '#notes/attendance/acts.ts';
import { openCorrections } from '#notes/corrections/acts.ts';
import { checkIntervention, setOnRecord } from '#notes/interventions/acts.ts';
import { namesOf, whoIs } from '#notes/line/rules.ts';
import { meetingOf } from '#notes/meeting/queries.ts';
import { everyoneNamed } from '#notes/queries.ts';
import { takesNotes } from '#notes/rules.ts';
import { liftEmbargo } from '#notes/written/acts.ts';
import { holds, offices, reporters } from '#people/rules.ts';
import { editionCalled, roundtableNumbered } from '#programme/queries.ts';
import { perform, type Act } from '#record/act.ts';
import { Refusal } from '#record/refusals.ts';
import { answer, isUnanswered, textsOf } from '#routes/answer.ts';
import { fieldIn, momentIn } from '#routes/form-time.ts';
import type { z } from 'zod';
import type { Actions, PageServerLoad } from './$types';

/** The record of a meeting: who spoke, when, for whom, in which words; who was there, and what the chair ruled. */
export const load: PageServerLoad = async ({ parent, params, locals }) => {
  const { edition, language } = await parent();
  const { forum, viewer } = locals;
  const roundtable = await roundtableNumbered(forum.db, edition.id, params.number);
  if (!roundtable) error(404, say('page.not_found', {}, language));
  const place = { editionId: edition.id, roundtableId: roundtable.id };
  const meeting = await meetingOf(forum.db, viewer, roundtable);
  return {
    roundtable,
    meeting,
    mayNote: takesNotes(viewer, place),
    mayDecide: holds(viewer, ['co_chair', 'rapporteur', 'general_rapporteur', ...offices], place),
    mayOpen: holds(viewer, reporters, place) && ['adjourned', 'record_draft'].includes(roundtable.state),
    closesField: fieldIn(edition.time_zone, meeting.correctionsCloseAt),
    mayFile: takesNotes(viewer, place) || viewer.delegationIds.length > 0,
  };
};

export const actions = {
  check: (event) => doing(event, ({ statement = '' }) => performing(event, checkIntervention, { statement })),
  record: (event) =>
    doing(event, ({ statement = '', on, reason = '' }) =>
      performing(event, setOnRecord, { statement, onRecord: on === 'yes', reason }),
    ),
  deliver: (event) => doing(event, ({ statement = '' }) => performing(event, liftEmbargo, { statement })),
  attendance: (event) =>
    doing(event, async ({ names = '', present }, { id: roundtable }) => {
      const delegations = await delegationsNamed(event.locals, names);
      return performing(event, noteAttendance, { roundtable, delegations, present: present !== 'no' });
    }),
  corrections: (event) =>
    doing(event, ({ closes = '' }, { id: roundtable }, zone) =>
      performing(event, openCorrections, { roundtable, closesAt: momentIn(zone, closes)! }),
    ),
} satisfies Actions;

function performing<S extends z.ZodType, O>({ locals }: RequestEvent, act: Act<S, O>, input: z.input<S>): Promise<O> {
  return perform(locals.forum, locals.viewer, act, input);
}

async function doing(
  event: RequestEvent,
  work: (given: Record<string, string>, roundtable: { id: string }, zone: string) => Promise<unknown>,
) {
  const { forum, language } = event.locals;
  const given = textsOf(await event.request.formData());
  const edition = await editionCalled(forum.db, event.params.edition);
  const roundtable = edition && (await roundtableNumbered(forum.db, edition.id, event.params.number!));
  if (!roundtable) error(404, say('page.not_found', {}, language));
  const outcome = await answer(work(given, roundtable, edition.time_zone), { language, given });
  if (isUnanswered(outcome)) return outcome;
  redirect(303, `${event.url.pathname}#${/^[a-z0-9]{1,12}$/.test(given.back ?? '') ? given.back : 'main'}`);
}

/** Names or codes, one a line or parted by commas, as a note-taker types them. */
async function delegationsNamed({ forum }: App.Locals, typed: string): Promise<string[]> {
  const names = namesOf(await everyoneNamed(forum.db));
  const given = typed.split(/[,;\n]+/).flatMap((one) => one.trim() || []);
  return given.slice(0, 300).map((one) => {
    const [known, ...others] = whoIs(one, names);
    const values = { typed: one.slice(0, 100) };
    if (!known) throw new Refusal({ code: 'attendance.unknown', values });
    if (others.length > 0) throw new Refusal({ code: 'attendance.unclear', values });
    return known.id;
  });
}
