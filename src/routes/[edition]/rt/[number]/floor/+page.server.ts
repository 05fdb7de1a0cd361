import { error, redirect } from '@sveltejs/kit';
import { moveToWriting, requestFloor, takeBackSlot, yieldSlot } from '#floor/list/acts.ts';
import { floorRulings } from '#floor/heard.ts';
import { beginningsOf, floorOf } from '#floor/queries.ts';
import { say } from '#messages/say.ts';
import { editionCalled, roundtableNumbered } from '#programme/queries.ts';
import { perform } from '#record/act.ts';
import { visitor } from '#record/viewer.ts';
import { answer, isUnanswered, textsOf } from '#routes/answer.ts';
import { waysToSpeak } from '#statements/speaking.ts';
import type { Actions, PageServerLoad } from './$types';

/** The floor as everyone may see it, and to somebody with credentials their own place on the list. */
export const load: PageServerLoad = async ({ parent, params, locals, setHeaders }) => {
  const { edition, language } = await parent();
  const { forum, viewer } = locals;
  const roundtable = await roundtableNumbered(forum.db, edition.id, params.number);
  if (!roundtable) error(404, say('page.not_found', {}, language));
  // The clock is part of the page: it is never the same twice.
  setHeaders({ 'cache-control': 'no-store' });
  const now = forum.now();
  const floor = await floorOf(forum.db, visitor, roundtable);
  const ways = await waysToSpeak(forum.db, roundtable, viewer);
  const own = floor && viewer.personId ? await ownSlots(locals, roundtable.id) : [];
  return {
    roundtable,
    floor,
    ways: ways.map(({ as, delegation, capacity }) => ({ as, name: delegation?.name ?? '', capacity })),
    own,
    rulings: floor ? await floorRulings(forum.db, roundtable.id) : [],
    begins: floor ? beginningsOf(floor, now) : [],
    now,
    sequence: forum.live.sequence,
    isSignedIn: viewer.personId !== null,
  };
};

/** The places this person, or their delegation, has had at this meeting; newest first. */
async function ownSlots({ forum, viewer }: App.Locals, roundtableId: string) {
  return forum.db
    .selectFrom('speaker_slot')
    .leftJoin('delegation', 'delegation.id', 'speaker_slot.delegation_id')
    .select(['speaker_slot.id', 'queue', 'state', 'position', 'speaker_slot.name', 'allotted_seconds', 'requested_at'])
    .select(['invited_at', 'delegation.short_name', 'ended_at'])
    .where('roundtable_id', '=', roundtableId)
    .where((eb) =>
      eb.or([
        eb('person_id', '=', viewer.personId),
        ...(viewer.delegationIds.length ? [eb('delegation_id', 'in', viewer.delegationIds)] : []),
      ]),
    )
    .orderBy('requested_at', 'desc')
    .orderBy('speaker_slot.id')
    .execute();
}

export const actions = {
  ask: (event) =>
    acting(event, async ({ forum, viewer }, given, roundtable) => {
      const queue = given.queue === 'right_of_reply' || given.queue === 'point_of_order' ? given.queue : 'list';
      const input = { roundtable, queue, as: given.as || null, language: given.language || 'en' } as const;
      await perform(forum, viewer, requestFloor, input);
    }),
  yield: (event) => acting(event, ({ forum, viewer }, { slot = '' }) => perform(forum, viewer, yieldSlot, { slot })),
  back: (event) => acting(event, ({ forum, viewer }, { slot = '' }) => perform(forum, viewer, takeBackSlot, { slot })),
  write: (event) =>
    acting(event, ({ forum, viewer }, { slot = '' }) => perform(forum, viewer, moveToWriting, { slot })),
} satisfies Actions;

type Acting = Parameters<Actions[string]>[0];

async function acting(
  { request, locals, params, url }: Acting,
  act: (locals: App.Locals, given: Record<string, string>, roundtableId: string) => Promise<unknown>,
) {
  const { forum, language } = locals;
  const edition = await editionCalled(forum.db, params.edition);
  const roundtable = edition && (await roundtableNumbered(forum.db, edition.id, params.number));
  if (!roundtable) error(404, say('page.not_found', {}, language));
  const given = textsOf(await request.formData());
  const outcome = await answer(act(locals, given, roundtable.id), { language, given });
  if (isUnanswered(outcome)) return outcome;
  redirect(303, url.pathname);
}
