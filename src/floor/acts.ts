import { z } from 'zod';
import { moveRoundtable } from '#programme/acts.ts';
import { act } from '#record/act.ts';
import { found, refuseIf } from '#record/refusals.ts';
import { floorToKeep, interruptedNow, putInOrder, speakerNow } from './before-acting.ts';
import { orders } from './order/rules.ts';
import {
  keeperRefusal,
  listRefusal,
  openingRefusal,
  slotClasses,
  usualReplies,
  usualReply,
  usualTimes,
} from './rules.ts';
import { stopped } from './speaking/stopping.ts';
import { addRuling, ground } from './ruling/adding.ts';

const seconds = z.int32().min(10, 'floor.time_wrong').max(7200, 'floor.time_wrong');
const rule = {
  by: z.enum(orders),
  firstTimeFirst: z.boolean(),
  everyThird: z.boolean(),
};

export const openFloor = act({
  name: 'floor.open',
  does: 'Opens the speakers list of a roundtable that is prepared or in session, with its rule of order and its times.',
  input: z.object({
    roundtable: z.uuid(),
    rule: z.object(rule).default({ by: 'asked', firstTimeFirst: true, everyThird: true }),
    times: z.partialRecord(z.enum(slotClasses), seconds).default({}),
    replySeconds: seconds.default(usualReply),
    mostReplies: z.int32().min(0).max(20).default(usualReplies),
    closesAt: z.date().nullable().default(null),
  }),
  async run({ tx, actor, now, rows, record }, input) {
    const roundtable = found(
      await tx.selectFrom('roundtable').selectAll().where('id', '=', input.roundtable).forUpdate().executeTakeFirst(),
      'roundtable',
    );
    refuseIf(keeperRefusal(actor, { editionId: roundtable.edition_id, roundtableId: roundtable.id }));
    refuseIf(openingRefusal(roundtable.state));
    const known = await tx
      .selectFrom('floor')
      .select('state')
      .where('roundtable_id', '=', roundtable.id)
      .executeTakeFirst();
    refuseIf(known ? 'floor.open_already' : null);
    await rows.insert('floor', {
      roundtable_id: roundtable.id,
      state: 'open',
      order_by: input.rule.by,
      first_time_first: input.rule.firstTimeFirst,
      every_third: input.rule.everyThird,
      allotted: JSON.stringify({ ...usualTimes, ...input.times }),
      reply_seconds: input.replySeconds,
      most_replies: input.mostReplies,
      closes_at: input.closesAt ?? roundtable.ends_at,
      opened_at: now,
      opened_by: actor.personId,
    });
    record('floor.opened', roundtable.id, { roundtableId: roundtable.id });
  },
});

export const moveList = act({
  name: 'floor.move_list',
  does: 'Announces that the speakers list is closing, declares it closed, or opens it again.',
  input: z.object({ roundtable: z.uuid(), to: z.enum(['open', 'closing', 'closed']) }),
  async run({ tx, actor, rows, record }, { roundtable, to }) {
    const floor = await floorToKeep(tx, roundtable);
    refuseIf(keeperRefusal(actor, floor.place));
    refuseIf(listRefusal(floor.state, to));
    await rows.update('floor', { roundtable_id: roundtable }, { state: to });
    const about = { roundtableId: roundtable };
    if (to === 'open') record('floor.reopened', roundtable, about);
    else if (to === 'closing') record('floor.closing', roundtable, about);
    else record('floor.closed', roundtable, about);
  },
});

export const chooseOrder = act({
  name: 'floor.choose_order',
  does: 'Chooses the rule by which the speakers list is ordered; a recorded ruling with its ground.',
  input: z.object({ roundtable: z.uuid(), ...rule, ground }),
  async run(context, { roundtable, ground, ...rule }) {
    const { tx, actor, rows, record } = context;
    const floor = await floorToKeep(tx, roundtable);
    refuseIf(keeperRefusal(actor, floor.place));
    await rows.update(
      'floor',
      { roundtable_id: roundtable },
      { order_by: rule.by, first_time_first: rule.firstTimeFirst, every_third: rule.everyThird },
    );
    await putInOrder(context, roundtable, rule);
    await addRuling(context, roundtable, { kind: 'order', words: rule.by, ground });
    record('floor.ordered', roundtable, { roundtableId: roundtable });
  },
});

export const setTimes = act({
  name: 'floor.set_times',
  does: 'Sets how long each class of speaker may speak from now on, and when the chair means to end; a ruling with its ground.',
  input: z.object({
    roundtable: z.uuid(),
    times: z.partialRecord(z.enum(slotClasses), seconds),
    closesAt: z.date().nullable().optional(),
    ground,
  }),
  async run(context, { roundtable, times, closesAt, ground }) {
    const { tx, actor, rows, record } = context;
    const floor = await floorToKeep(tx, roundtable);
    refuseIf(keeperRefusal(actor, floor.place));
    const allotted = { ...floor.times, ...times };
    const end = closesAt === undefined ? {} : { closes_at: closesAt };
    await rows.update('floor', { roundtable_id: roundtable }, { allotted: JSON.stringify(allotted), ...end });
    for (const part of slotClasses)
      for (const state of ['requested', 'listed', 'called'])
        if (times[part])
          await rows.update(
            'speaker_slot',
            { roundtable_id: roundtable, class: part, state, queue: 'list' },
            { allotted_seconds: times[part] },
          );
    await addRuling(context, roundtable, { kind: 'time', ground });
    record('floor.times_set', roundtable, { roundtableId: roundtable });
  },
});

export const moveSession = act({
  name: 'session.move',
  does: 'Opens, suspends, resumes or adjourns the meeting with its ground. The clock of whoever speaks stops; an adjournment ends the speech.',
  input: z.object({ roundtable: z.uuid(), to: z.enum(['in_session', 'suspended', 'adjourned']), ground }),
  async run(context, { roundtable, to, ground }) {
    const { tx, actor, now, rows, record, perform } = context;
    const floor = await floorToKeep(tx, roundtable);
    refuseIf(keeperRefusal(actor, floor.place));
    const speaker = await speakerNow(tx, roundtable);
    if (speaker && to !== 'in_session') {
      const ends = to === 'adjourned';
      const state = ends ? { state: 'spoken', ended_at: now } : {};
      await rows.update('speaker_slot', { id: speaker.id }, { ...stopped(speaker, now), ...state });
      record(ends ? 'floor.ended' : 'clock.paused', speaker.id, { roundtableId: roundtable });
    }
    for (const { id } of to === 'adjourned' ? await interruptedNow(tx, roundtable) : []) {
      await rows.update('speaker_slot', { id }, { state: 'spoken', ended_at: now });
      record('floor.ended', id, { roundtableId: roundtable });
    }
    await perform(moveRoundtable, { roundtable, to });
    await addRuling(context, roundtable, { kind: 'adjournment', ground, words: to });
    record('floor.ruled', roundtable, { roundtableId: roundtable });
  },
});
