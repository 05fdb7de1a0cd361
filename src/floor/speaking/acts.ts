import { z } from 'zod';
import { interruptedNow, putInOrder, slotAsKeeper, slotToKeep, speakerNow } from '#floor/before-acting.ts';
import { clockRefusal, floorHelpers, giveRefusal, interrupts, slotRefusal, type Queue } from '#floor/rules.ts';
import { roleRefusal } from '#people/rules.ts';
import { act } from '#record/act.ts';
import { refuseIf } from '#record/refusals.ts';
import { stopped } from './stopping.ts';

const one = z.object({ slot: z.uuid() });

export const giveFloor = act({
  name: 'floor.give',
  does: 'Gives the floor to somebody and starts their clock. Whoever had it has spoken; by a point of order they are only interrupted, and when it is given back to them their clock goes on from where it stood. If it changed hands meanwhile, it is refused.',
  input: z.object({
    slot: z.uuid(),
    /** The slot of whoever had the floor when this was decided; null where nobody had. */
    instead: z.uuid().nullable().default(null),
  }),
  async run(context, input) {
    const { tx, actor, now, rows, record } = context;
    const { floor, slot } = await slotAsKeeper(tx, actor, input.slot);
    const { roundtable_id: roundtableId } = slot;
    const speaker = await speakerNow(tx, roundtableId);
    refuseIf(
      giveRefusal({
        roundtable: floor.meeting,
        slot: slot.state,
        name: slot.called,
        now: speaker ? { id: speaker.id, name: speaker.name ?? '' } : null,
        instead: input.instead,
      }),
    );
    if (speaker) {
      const isInterrupted = interrupts(slot.queue, speaker.queue as Queue);
      const state = isInterrupted ? { state: 'interrupted' } : { state: 'spoken', ended_at: now };
      await rows.update('speaker_slot', { id: speaker.id }, { ...stopped(speaker, now), ...state });
      record(isInterrupted ? 'floor.interrupted' : 'floor.ended', speaker.id, { roundtableId });
    }
    const begins = slot.state === 'interrupted' ? {} : { started_at: now, used_seconds: 0 };
    const speaks = { state: 'speaking', running_since: now, position: null, ...begins };
    await rows.update('speaker_slot', { id: slot.id }, speaks);
    await putInOrder(context, roundtableId, floor.rule);
    record('floor.given', slot.id, { roundtableId });
  },
});

export const endSpeech = act({
  name: 'floor.end',
  does: 'Ends a speech: the clock stops, and nobody has the floor. After a point of order it goes back to whoever was interrupted, with their clock where it stood until it is let run.',
  input: one,
  async run({ tx, actor, now, rows, record }, input) {
    const { slot } = await slotAsKeeper(tx, actor, input.slot);
    refuseIf(slotRefusal(slot.state, 'spoken'));
    await rows.update('speaker_slot', { id: slot.id }, { ...stopped(slot, now), state: 'spoken', ended_at: now });
    record('floor.ended', slot.id, { roundtableId: slot.roundtable_id });
    const [back] = slot.queue === 'point_of_order' ? await interruptedNow(tx, slot.roundtable_id) : [];
    if (!back) return;
    await rows.update('speaker_slot', { id: back.id }, { state: 'speaking' });
    record('floor.returned', back.id, { roundtableId: slot.roundtable_id });
  },
});

export const pauseClock = act({
  name: 'clock.pause',
  does: 'Stops the clock of whoever has the floor; what was used is kept.',
  input: one,
  async run({ tx, actor, now, rows, record }, input) {
    const { slot } = await slotAsKeeper(tx, actor, input.slot);
    refuseIf(clockRefusal({ state: slot.state, runs: slot.running_since !== null }, 'pause'));
    await rows.update('speaker_slot', { id: slot.id }, stopped(slot, now));
    record('clock.paused', slot.id, { roundtableId: slot.roundtable_id });
  },
});

export const resumeClock = act({
  name: 'clock.resume',
  does: 'Lets the clock of whoever has the floor run on.',
  input: one,
  async run({ tx, actor, now, rows, record }, input) {
    const { slot } = await slotAsKeeper(tx, actor, input.slot);
    refuseIf(clockRefusal({ state: slot.state, runs: slot.running_since !== null }, 'resume'));
    await rows.update('speaker_slot', { id: slot.id }, { running_since: now });
    record('clock.resumed', slot.id, { roundtableId: slot.roundtable_id });
  },
});

export const extendClock = act({
  name: 'clock.extend',
  does: 'Gives whoever has the floor more time, a minute where nothing else is said.',
  input: z.object({ slot: z.uuid(), seconds: z.int32().min(10).max(1800).default(60) }),
  async run({ tx, actor, rows, record }, input) {
    const { slot } = await slotAsKeeper(tx, actor, input.slot);
    refuseIf(clockRefusal({ state: slot.state, runs: slot.running_since !== null }, 'extend'));
    const allotted_seconds = Math.min(7200, slot.allotted_seconds + input.seconds);
    await rows.update('speaker_slot', { id: slot.id }, { allotted_seconds });
    record('clock.extended', slot.id, { roundtableId: slot.roundtable_id });
  },
});

export const setOffRecord = act({
  name: 'slot.set_off_record',
  does: 'Says whether what is said in this place is off the record.',
  input: z.object({ slot: z.uuid(), offRecord: z.boolean() }),
  async run({ tx, actor, rows, record }, input) {
    const { floor, slot } = await slotToKeep(tx, input.slot);
    refuseIf(roleRefusal(actor, floorHelpers, floor.place));
    await rows.update('speaker_slot', { id: slot.id }, { off_record: input.offRecord });
    record('slot.off_record_set', slot.id, { roundtableId: floor.roundtable_id, audience: 'desk' });
  },
});
