import { describe, expect } from 'vitest';
import { moveRoundtable } from '#programme/acts.ts';
import { perform } from '#record/act.ts';
import { program } from '#record/viewer.ts';
import { forumTest, testNow } from '#test/forum.ts';
import { smallFloor } from '#test/small-floor.ts';
import { smallForum } from '#test/small-forum.ts';
import { chooseOrder, moveList, moveSession, openFloor, setTimes } from './acts.ts';
import { requestFloor } from './list/acts.ts';
import { floorOf } from './queries.ts';
import { ruleAtFloor } from './ruling/acts.ts';
import { giveFloor } from './speaking/acts.ts';

const code = (code: string) => expect.objectContaining({ code });
const ground = 'Rule 14, no objection';

describe('the list of a roundtable', () => {
  forumTest('is opened for a meeting by its co-chair, once', async ({ forum }) => {
    const { roundtable, coChair, delegate, lines } = await smallFloor(forum);
    expect(await lines(roundtable)).toContain('floor.opened');
    await expect(perform(forum, coChair, openFloor, { roundtable })).rejects.toEqual(code('floor.open_already'));
    await expect(perform(forum, delegate, openFloor, { roundtable })).rejects.toEqual(code('act.not_yours'));
  });

  forumTest('is not opened before the meeting is prepared', async ({ forum }) => {
    const { roundtable, chair } = await smallForum(forum);
    await expect(perform(forum, chair, openFloor, { roundtable })).rejects.toEqual(code('floor.not_meeting'));
  });

  forumTest('closes in two steps; while it closes, a request waits for the chair; once closed only replies are taken', async ({ forum }) => {
    const { roundtable, coChair, delegate, delegations, ask, lines, slot } = await smallFloor(forum);
    await perform(forum, coChair, moveList, { roundtable, to: 'closing' });
    const { id } = await perform(forum, delegate, requestFloor, { roundtable });
    expect(await slot(id)).toMatchObject({ state: 'requested', delegation_id: delegations.kenya, name: 'Wanjiru Kamau' });
    await perform(forum, coChair, moveList, { roundtable, to: 'closed' });
    expect(await lines(roundtable)).toEqual(expect.arrayContaining(['floor.closing', 'floor.closed']));
    await expect(ask(delegations.zambia)).rejects.toEqual(code('floor.list_closed'));
    await ask(delegations.zambia, { queue: 'right_of_reply' });
    await expect(perform(forum, coChair, moveList, { roundtable, to: 'closed' })).rejects.toEqual(code('floor.cannot_move'));
    await expect(perform(forum, delegate, moveList, { roundtable, to: 'open' })).rejects.toEqual(code('act.not_yours'));
  }); // prettier-ignore
});

describe('the rule of order', () => {
  forumTest('is chosen with a ground, puts everyone in their place, and is a ruling', async ({ forum }) => {
    const { roundtable, coChair, delegate, delegations, ask, slot, lines } = await smallFloor(forum);
    const kenya = await ask(delegations.kenya);
    const group = await ask(delegations.ldcs);
    const chosen = { roundtable, by: 'groups_first', firstTimeFirst: false, everyThird: false, ground } as const;
    await expect(perform(forum, delegate, chooseOrder, chosen)).rejects.toEqual(code('act.not_yours'));
    await expect(perform(forum, coChair, chooseOrder, { ...chosen, ground: '' })).rejects.toMatchObject({ fields: { ground: 'floor.ground_missing' } }); // prettier-ignore
    await perform(forum, coChair, chooseOrder, chosen);
    expect([(await slot(group)).position, (await slot(kenya)).position]).toEqual([1, 2]);
    expect(await lines(roundtable)).toContain('floor.ordered');
    const ruling = await forum.db.selectFrom('floor_ruling').selectAll().executeTakeFirstOrThrow();
    expect(ruling).toMatchObject({ number: 1, kind: 'order', words: 'groups_first', ground, by_id: coChair.personId });
  });
});

describe('times', () => {
  forumTest('hold for those who wait and those who come', async ({ forum }) => {
    const { roundtable, coChair, delegations, ask, slot, lines } = await smallFloor(forum);
    const before = await ask(delegations.kenya);
    await perform(forum, coChair, setTimes, { roundtable, times: { state: 150 }, closesAt: testNow, ground });
    expect((await slot(before)).allotted_seconds).toBe(150);
    expect((await slot(await ask(delegations.zambia))).allotted_seconds).toBe(150);
    expect((await slot(await ask(delegations.ilo))).allotted_seconds).toBe(180);
    expect(await lines(roundtable)).toContain('floor.times_set');
    const wrong = perform(forum, coChair, setTimes, { roundtable, times: { state: 1 }, ground });
    await expect(wrong).rejects.toMatchObject({ fields: { 'times.state': 'floor.time_wrong' } });
  });
});

describe('the meeting', () => {
  forumTest('is suspended: the clock stops; and adjourned: the speech ends', async ({ forum }) => {
    const { roundtable, coChair, delegate, delegations, ask, slot, lines } = await smallFloor(forum);
    const kenya = await ask(delegations.kenya);
    await perform(forum, coChair, giveFloor, { slot: kenya });
    const later = { ...forum, now: () => new Date(testNow.getTime() + 40_000) };
    await expect(perform(forum, delegate, moveSession, { roundtable, to: 'suspended', ground })).rejects.toEqual(code('act.not_yours')); // prettier-ignore
    await perform(later, coChair, moveSession, { roundtable, to: 'suspended', ground });
    expect(await slot(kenya)).toMatchObject({ state: 'speaking', running_since: null, used_seconds: 40 });
    await perform(later, coChair, moveSession, { roundtable, to: 'in_session', ground });
    await perform(later, coChair, moveSession, { roundtable, to: 'adjourned', ground });
    expect(await slot(kenya)).toMatchObject({ state: 'spoken', used_seconds: 40 });
    expect(await lines(kenya)).toEqual(['slot.requested', 'slot.listed', 'floor.given', 'clock.paused', 'floor.ended']);
    expect(await lines(roundtable)).toContain('floor.ruled');
    const again = perform(later, coChair, moveSession, { roundtable, to: 'suspended', ground });
    await expect(again).rejects.toEqual(code('roundtable.cannot_move'));
  });
});

describe('a ruling', () => {
  forumTest('is numbered and keeps its ground', async ({ forum }) => {
    const { roundtable, coChair, delegate, lines } = await smallFloor(forum);
    const ruling = { roundtable, kind: 'point_of_order', words: 'The interpretation is to be restored first.', ground } as const; // prettier-ignore
    const { id, number } = await perform(forum, coChair, ruleAtFloor, ruling);
    expect(number).toBe(1);
    expect(await lines(id)).toEqual(['floor.ruled']);
    await expect(perform(forum, delegate, ruleAtFloor, ruling)).rejects.toEqual(code('act.not_yours'));
  });
});

forumTest('what the policy keeps is kept from everyone but the desk', async ({ forum }) => {
  const { roundtable, edition, coChair, delegate, delegations, ask } = await smallFloor(forum);
  await ask(delegations.kenya);
  const at = (attribution: string) => ({ id: roundtable, edition_id: edition, attribution });
  expect((await floorOf(forum.db, delegate, at('attributed')))!.list[0]!.name).toBe('Kenya');
  const hidden = (await floorOf(forum.db, delegate, at('by_constituency')))!.list[0]!;
  expect(hidden).toMatchObject({ name: '', delegation: null, person: null, constituency: 'states' });
  expect((await floorOf(forum.db, delegate, at('not_attributed')))!.list[0]!.constituency).toBe(null);
  expect((await floorOf(forum.db, coChair, at('not_attributed')))!.list[0]!.name).toBe('Kenya');
  await perform(forum, program, moveRoundtable, { roundtable, to: 'adjourned' });
});
