import type { Kysely } from 'kysely';
import { z } from 'zod';
import type { DB } from '#db/schema.ts';
import { floorToKeep, putInOrder, slotAsKeeper, slotToKeep, waitingFor } from '#floor/before-acting.ts';
import {
  floorHelpers,
  ownSlotRefusal,
  queues,
  requestRefusal,
  slotClasses,
  slotRefusal,
  takingBackRefusal,
} from '#floor/rules.ts';
import { addRuling, ground } from '#floor/ruling/adding.ts';
import { holds } from '#people/rules.ts';
import { act } from '#record/act.ts';
import { refuseIf } from '#record/refusals.ts';
import { placeRefusal } from './rules.ts';
import { repliesOf, speakerAsked, waitsAlready } from './asking.ts';

const one = z.object({ slot: z.uuid() });

export const requestFloor = act({
  name: 'slot.request',
  does: 'Asks for the floor: for oneself by one’s credentials, or from the desk for a delegation; to speak, to reply, or on a point of order.',
  input: z.object({
    roundtable: z.uuid(),
    queue: z.enum(queues).default('list'),
    /** As what one speaks, where one can as several: a delegation’s id, or “co_chair”. */
    as: z
      .union([z.uuid(), z.literal('co_chair')])
      .nullable()
      .default(null),
    /** Whom the desk asks for; one’s own delegation otherwise. */
    delegation: z.uuid().nullable().default(null),
    person: z.uuid().nullable().default(null),
    name: z.string().trim().max(200, 'people.name_too_long').default(''),
    function: z.string().trim().max(300).default(''),
    class: z.enum(slotClasses).optional(),
    onBehalfOf: z.uuid().nullable().default(null),
    language: z.string().regex(/^[a-z]{2,3}$/).default('en'), // prettier-ignore
    replyTo: z.uuid().nullable().default(null),
  }),
  async run(context, input) {
    const { tx, actor, now, newId, rows, record } = context;
    const floor = await floorToKeep(tx, input.roundtable);
    const fromDesk = holds(actor, floorHelpers, floor.place);
    const speaker = await speakerAsked(tx, actor, {
      ...input,
      place: { id: floor.roundtable_id, edition_id: floor.edition_id },
      fromDesk,
    });
    const { queue } = input;
    const waits = await waitsAlready(tx, floor.roundtable_id, queue, speaker);
    refuseIf(
      requestRefusal({
        queue,
        list: floor.state,
        roundtable: floor.meeting,
        waits,
        replies: await repliesOf(tx, floor.roundtable_id, speaker),
        mostReplies: floor.most_replies,
      }),
    );
    // While the list is closing a request waits for the chair, unless the chair makes it.
    const isListed = queue !== 'list' || floor.state === 'open' || fromDesk;
    const id = newId();
    await rows.insert('speaker_slot', {
      id,
      roundtable_id: floor.roundtable_id,
      queue,
      ...speaker,
      on_behalf_of_id: input.onBehalfOf,
      language: input.language,
      requested_at: now,
      requested_by: actor.personId,
      state: isListed ? 'listed' : 'requested',
      allotted_seconds: queue === 'list' ? floor.times[speaker.class] : floor.reply_seconds,
      reply_to_id: input.replyTo,
    });
    record('slot.requested', id, { roundtableId: floor.roundtable_id });
    if (isListed) {
      await putInOrder(context, floor.roundtable_id, floor.rule);
      record('slot.listed', id, { roundtableId: floor.roundtable_id });
    }
    return { id };
  },
});

export const listSlot = act({
  name: 'slot.list',
  does: 'Puts a request that waits for the chair on the list; or back on it whoever gave up their place or was absent.',
  input: one,
  async run(context, input) {
    const { tx, actor, rows, record } = context;
    const { floor, slot } = await slotAsKeeper(tx, actor, input.slot);
    refuseIf(slotRefusal(slot.state, 'listed'));
    await rows.update('speaker_slot', { id: slot.id }, { state: 'listed', ended_at: null });
    await putInOrder(context, slot.roundtable_id, floor.rule);
    record('slot.listed', slot.id, { roundtableId: slot.roundtable_id });
  },
});

export const callSlot = act({
  name: 'slot.call',
  does: 'Tells whoever speaks next to come forward.',
  input: one,
  async run({ tx, actor, now, rows, record }, input) {
    const { slot } = await slotAsKeeper(tx, actor, input.slot);
    refuseIf(slotRefusal(slot.state, 'called'));
    await rows.update('speaker_slot', { id: slot.id }, { state: 'called', called_at: now });
    record('slot.called', slot.id, { roundtableId: slot.roundtable_id });
  },
});

export const moveSlot = act({
  name: 'slot.move',
  does: 'Gives somebody on the list another place than the rule does: a ruling with its ground, shown to everyone it concerns.',
  input: z.object({ slot: z.uuid(), to: z.int32().min(1), ground }),
  async run(context, input) {
    const { tx, actor, rows, record } = context;
    const { slot } = await slotAsKeeper(tx, actor, input.slot);
    const { waiting } = await waitingFor(tx, slot.roundtable_id);
    const from = waiting.findIndex(({ id }) => id === slot.id);
    refuseIf(placeRefusal({ state: slot.state, from: from + 1, to: input.to, among: waiting.length }));
    const moved = waiting.toSpliced(from, 1).toSpliced(input.to - 1, 0, waiting[from]!);
    const places: Record<string, [number, number]> = {};
    for (const [i, one] of moved.entries()) {
      const before = waiting.indexOf(one);
      if (before === i) continue;
      places[one.id] = [before + 1, i + 1];
      const isMoved = one.isMoved || one.id === slot.id;
      await rows.update('speaker_slot', { id: one.id }, { position: i + 1, is_moved: isMoved });
    }
    await addRuling(context, slot.roundtable_id, { kind: 'move', ground: input.ground, slotId: slot.id, places });
    record('slot.moved', slot.id, { roundtableId: slot.roundtable_id });
  },
});

export const yieldSlot = act({
  name: 'slot.yield',
  does: 'Gives up a place on the list. It can be taken back until somebody is given the floor.',
  input: one,
  async run(context, input) {
    const { tx, actor, now, rows, record } = context;
    const { floor, slot } = await slotToKeep(tx, input.slot);
    refuseIf(ownSlotRefusal(actor, { personId: slot.person_id, delegationId: slot.delegation_id }, floor.place));
    refuseIf(slotRefusal(slot.state, 'yielded'));
    await rows.update('speaker_slot', { id: slot.id }, { state: 'yielded', ended_at: now });
    await putInOrder(context, slot.roundtable_id, floor.rule);
    record('slot.yielded', slot.id, { roundtableId: slot.roundtable_id });
  },
});

export const takeBackSlot = act({
  name: 'slot.take_back',
  does: 'Takes back a place that was given up, as long as nobody has been given the floor since.',
  input: one,
  async run(context, input) {
    const { tx, actor, rows, record } = context;
    const { floor, slot } = await slotToKeep(tx, input.slot);
    refuseIf(ownSlotRefusal(actor, { personId: slot.person_id, delegationId: slot.delegation_id }, floor.place));
    refuseIf(takingBackRefusal({ state: slot.state, givenSince: await givenSince(tx, slot) }));
    await rows.update('speaker_slot', { id: slot.id }, { state: 'listed', ended_at: null });
    await putInOrder(context, slot.roundtable_id, floor.rule);
    record('slot.listed', slot.id, { roundtableId: slot.roundtable_id });
  },
});

export const markAbsent = act({
  name: 'slot.absent',
  does: 'Notes that somebody was called and was not in the room. They can be put back on the list.',
  input: one,
  async run(context, input) {
    const { tx, actor, now, rows, record } = context;
    const { floor, slot } = await slotAsKeeper(tx, actor, input.slot);
    refuseIf(slotRefusal(slot.state, 'absent'));
    await rows.update('speaker_slot', { id: slot.id }, { state: 'absent', ended_at: now });
    await putInOrder(context, slot.roundtable_id, floor.rule);
    record('slot.absent', slot.id, { roundtableId: slot.roundtable_id });
  },
});

export const moveToWriting = act({
  name: 'slot.move_to_writing',
  does: 'Puts a speech into writing instead: by whoever was to give it, or by the chair for lack of time, which invites a written statement.',
  input: z.object({ slot: z.uuid(), forLackOfTime: z.boolean().default(false) }),
  async run(context, input) {
    const { tx, actor, now, rows, record } = context;
    const { floor, slot } = await slotToKeep(tx, input.slot);
    refuseIf(ownSlotRefusal(actor, { personId: slot.person_id, delegationId: slot.delegation_id }, floor.place));
    refuseIf(slotRefusal(slot.state, 'moved_to_writing'));
    const invited = input.forLackOfTime ? { invited_at: now } : {};
    await rows.update('speaker_slot', { id: slot.id }, { state: 'moved_to_writing', ended_at: now, ...invited });
    await putInOrder(context, slot.roundtable_id, floor.rule);
    record(input.forLackOfTime ? 'slot.invited_to_write' : 'slot.moved_to_writing', slot.id, {
      roundtableId: slot.roundtable_id,
    });
  },
});

async function givenSince(tx: Kysely<DB>, slot: { roundtable_id: string; ended_at: Date | null }): Promise<boolean> {
  const since = await tx
    .selectFrom('speaker_slot')
    .select('id')
    .where('roundtable_id', '=', slot.roundtable_id)
    .where('started_at', '>=', slot.ended_at)
    .executeTakeFirst();
  return since !== undefined;
}
