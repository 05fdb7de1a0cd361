import { describe, expect } from 'vitest';
import { perform } from '#record/act.ts';
import { visitor } from '#record/viewer.ts';
import { giveFloor } from '#floor/speaking/acts.ts';
import { moveList } from '#floor/acts.ts';
import { forumTest } from '#test/forum.ts';
import { smallFloor } from '#test/small-floor.ts';
import {
  callSlot,
  listSlot,
  markAbsent,
  moveSlot,
  moveToWriting,
  requestFloor,
  takeBackSlot,
  yieldSlot,
} from './acts.ts';

const code = (code: string) => expect.objectContaining({ code });

describe('asking for the floor', () => {
  forumTest('with one’s own credentials, frozen as they are', async ({ forum }) => {
    const { roundtable, delegate, delegations, slot, lines } = await smallFloor(forum);
    const { id } = await perform(forum, delegate, requestFloor, { roundtable, language: 'es' });
    expect(await slot(id)).toMatchObject({ delegation_id: delegations.kenya, name: 'Wanjiru Kamau', function: 'adviser', class: 'state', state: 'listed', language: 'es', allotted_seconds: 180, position: 1 }); // prettier-ignore
    expect(await lines(id)).toEqual(['slot.requested', 'slot.listed']);
    await expect(perform(forum, delegate, requestFloor, { roundtable })).rejects.toEqual(code('slot.waits_already'));
  });

  forumTest('not without credentials, nor for somebody else', async ({ forum }) => {
    const { roundtable, chair, delegate, coChair, delegations } = await smallFloor(forum);
    await expect(perform(forum, visitor, requestFloor, { roundtable })).rejects.toEqual(code('slot.not_accredited'));
    const forZambia = perform(forum, delegate, requestFloor, { roundtable, delegation: delegations.zambia });
    await expect(forZambia).rejects.toEqual(code('slot.not_accredited'));
    await expect(perform(forum, chair, requestFloor, { roundtable })).rejects.toEqual(code('slot.nobody_named'));
    const { id } = await perform(forum, coChair, requestFloor, { roundtable, name: 'Professor Adu', class: 'panel' });
    expect(id).toBeTruthy();
  });

  forumTest('to reply, in a queue of its own and no more often than the rules allow', async ({ forum }) => {
    const { coChair, delegations, ask, slot } = await smallFloor(forum);
    const reply = () => ask(delegations.kenya, { queue: 'right_of_reply' });
    for (const _ of [1, 2]) {
      const id = await reply();
      expect((await slot(id)).allotted_seconds).toBe(120);
      const speaking = await forum.db.selectFrom('speaker_slot').select('id').where('state', '=', 'speaking').executeTakeFirst(); // prettier-ignore
      await perform(forum, coChair, giveFloor, { slot: id, instead: speaking?.id ?? null });
    }
    await expect(reply()).rejects.toMatchObject({ code: 'slot.replies_used', values: { most: 2 } });
  });
});

describe('places', () => {
  forumTest('a request is listed by the chair while the list closes', async ({ forum }) => {
    const { roundtable, coChair, delegate, slot, lines } = await smallFloor(forum);
    await perform(forum, coChair, moveList, { roundtable, to: 'closing' });
    const { id } = await perform(forum, delegate, requestFloor, { roundtable });
    await expect(perform(forum, delegate, listSlot, { slot: id })).rejects.toEqual(code('act.not_yours'));
    await perform(forum, coChair, listSlot, { slot: id });
    expect((await slot(id)).state).toBe('listed');
    expect((await lines(id)).at(-1)).toBe('slot.listed');
    await expect(perform(forum, coChair, listSlot, { slot: id })).rejects.toEqual(code('slot.cannot_move'));
  });

  forumTest(
    'a move is a ruling that names everyone it concerns, and holds against those who come',
    async ({ forum }) => {
      const { coChair, delegate, delegations, ask, slot, lines } = await smallFloor(forum);
      const [kenya, zambia, ghana] = [await ask(delegations.kenya), await ask(delegations.zambia), await ask(delegations.ghana)]; // prettier-ignore
      const move = { slot: ghana, to: 1, ground: 'First-time speaker' };
      await expect(perform(forum, delegate, moveSlot, move)).rejects.toEqual(code('act.not_yours'));
      await expect(perform(forum, coChair, moveSlot, { ...move, to: 9 })).rejects.toEqual(code('slot.no_such_place'));
      await expect(perform(forum, coChair, moveSlot, { ...move, to: 3 })).rejects.toEqual(code('slot.there_already'));
      await perform(forum, coChair, moveSlot, move);
      const ruling = await forum.db.selectFrom('floor_ruling').selectAll().executeTakeFirstOrThrow();
      expect(ruling.places).toEqual({ [ghana]: [3, 1], [kenya]: [1, 2], [zambia]: [2, 3] });
      expect((await lines(ghana)).at(-1)).toBe('slot.moved');
      await ask(delegations.ilo);
      expect((await slot(ghana)).position).toBe(1);
      await perform(forum, coChair, giveFloor, { slot: kenya });
      await expect(perform(forum, coChair, moveSlot, { ...move, slot: kenya })).rejects.toEqual(code('slot.waits_not'));
    },
  );

  forumTest('are given up, and taken back until somebody is called', async ({ forum }) => {
    const { roundtable, coChair, delegate, delegations, ask, slot } = await smallFloor(forum);
    const { id } = await perform(forum, delegate, requestFloor, { roundtable });
    const zambia = await ask(delegations.zambia);
    await expect(perform(forum, delegate, yieldSlot, { slot: zambia })).rejects.toEqual(code('slot.not_yours'));
    await perform(forum, delegate, yieldSlot, { slot: id });
    await expect(perform(forum, delegate, yieldSlot, { slot: id })).rejects.toEqual(code('slot.cannot_move'));
    await perform(forum, delegate, takeBackSlot, { slot: id });
    expect(await slot(id)).toMatchObject({ state: 'listed', position: 1 });
    await expect(perform(forum, delegate, takeBackSlot, { slot: id })).rejects.toEqual(code('slot.cannot_move'));
    await perform(forum, delegate, yieldSlot, { slot: id });
    await perform(forum, coChair, giveFloor, { slot: zambia });
    await expect(perform(forum, delegate, takeBackSlot, { slot: id })).rejects.toEqual(code('slot.called_since'));
    await expect(perform(forum, visitor, takeBackSlot, { slot: id })).rejects.toEqual(code('slot.not_yours'));
  });

  forumTest('who is called and not there is noted, and can be put back', async ({ forum }) => {
    const { coChair, delegate, delegations, ask, slot, lines } = await smallFloor(forum);
    const zambia = await ask(delegations.zambia);
    await expect(perform(forum, delegate, callSlot, { slot: zambia })).rejects.toEqual(code('act.not_yours'));
    await perform(forum, coChair, callSlot, { slot: zambia });
    await expect(perform(forum, coChair, callSlot, { slot: zambia })).rejects.toEqual(code('slot.cannot_move'));
    await expect(perform(forum, delegate, markAbsent, { slot: zambia })).rejects.toEqual(code('act.not_yours'));
    await perform(forum, coChair, markAbsent, { slot: zambia });
    await perform(forum, coChair, listSlot, { slot: zambia });
    expect((await slot(zambia)).state).toBe('listed');
    expect(await lines(zambia)).toEqual(['slot.requested', 'slot.listed', 'slot.called', 'slot.absent', 'slot.listed']);
  });

  forumTest(
    'a speech goes into writing by its speaker, or is invited in writing for lack of time',
    async ({ forum }) => {
      const { roundtable, coChair, delegate, delegations, ask, slot, lines } = await smallFloor(forum);
      const { id } = await perform(forum, delegate, requestFloor, { roundtable });
      await perform(forum, delegate, moveToWriting, { slot: id });
      expect(await slot(id)).toMatchObject({ state: 'moved_to_writing', invited_at: null });
      expect((await lines(id)).at(-1)).toBe('slot.moved_to_writing');
      const zambia = await ask(delegations.zambia);
      await expect(perform(forum, delegate, moveToWriting, { slot: zambia })).rejects.toEqual(code('slot.not_yours'));
      await perform(forum, coChair, moveToWriting, { slot: zambia, forLackOfTime: true });
      expect((await slot(zambia)).invited_at).not.toBeNull();
      expect((await lines(zambia)).at(-1)).toBe('slot.invited_to_write');
      await expect(perform(forum, coChair, moveToWriting, { slot: zambia })).rejects.toEqual(code('slot.cannot_move'));
    },
  );
});
