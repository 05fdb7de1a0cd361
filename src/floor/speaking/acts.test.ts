import { describe, expect } from 'vitest';
import { moveSession } from '#floor/acts.ts';
import { floorOf } from '#floor/queries.ts';
import { moveRoundtable } from '#programme/acts.ts';
import { perform } from '#record/act.ts';
import { program } from '#record/viewer.ts';
import { forumTest, testNow } from '#test/forum.ts';
import { smallFloor } from '#test/small-floor.ts';
import { endSpeech, extendClock, giveFloor, pauseClock, resumeClock, setOffRecord } from './acts.ts';

const code = (code: string) => expect.objectContaining({ code });

describe('the floor', () => {
  forumTest('is given, and whoever had it has spoken', async ({ forum }) => {
    const { coChair, delegations, ask, slot, lines } = await smallFloor(forum);
    const kenya = await ask(delegations.kenya);
    const zambia = await ask(delegations.zambia);
    await perform(forum, coChair, giveFloor, { slot: kenya });
    expect(await slot(kenya)).toMatchObject({ state: 'speaking', running_since: testNow, position: null });
    const later = { ...forum, now: () => new Date(testNow.getTime() + 95_000) };
    await perform(later, coChair, giveFloor, { slot: zambia, instead: kenya });
    expect(await slot(kenya)).toMatchObject({ state: 'spoken', used_seconds: 95, running_since: null });
    expect(await slot(zambia)).toMatchObject({ state: 'speaking', used_seconds: 0 });
    expect((await lines(kenya)).slice(-2)).toEqual(['floor.given', 'floor.ended']);
  });

  forumTest('of two who give it at the same moment one wins, and the other is told', async ({ forum }) => {
    const { coChair, chair, delegations, ask } = await smallFloor(forum);
    const [kenya, zambia] = [await ask(delegations.kenya), await ask(delegations.zambia)];
    await perform(forum, coChair, giveFloor, { slot: kenya });
    const late = perform(forum, chair, giveFloor, { slot: zambia, instead: null });
    await expect(late).rejects.toMatchObject({ code: 'floor.given_meanwhile', values: { name: 'Kenya' } });
    await expect(perform(forum, chair, giveFloor, { slot: kenya })).rejects.toEqual(code('floor.has_it_already'));
    await perform(forum, coChair, endSpeech, { slot: kenya });
    const after = perform(forum, chair, giveFloor, { slot: zambia, instead: kenya });
    await expect(after).rejects.toEqual(code('floor.ended_meanwhile'));
  });

  forumTest('is the co-chair’s to give, in session', async ({ forum }) => {
    const { roundtable, coChair, delegate, delegations, ask } = await smallFloor(forum);
    const kenya = await ask(delegations.kenya);
    await expect(perform(forum, delegate, giveFloor, { slot: kenya })).rejects.toEqual(code('act.not_yours'));
    await expect(perform(forum, delegate, endSpeech, { slot: kenya })).rejects.toEqual(code('act.not_yours'));
    await expect(perform(forum, coChair, endSpeech, { slot: kenya })).rejects.toEqual(code('slot.cannot_move'));
    await perform(forum, program, moveRoundtable, { roundtable, to: 'suspended' });
    await expect(perform(forum, coChair, giveFloor, { slot: kenya })).rejects.toEqual(code('floor.not_in_session'));
  });

  forumTest('shows who speaks, who is next, and whether for the first time', async ({ forum }) => {
    const { roundtable, edition, coChair, delegations, ask } = await smallFloor(forum);
    const kenya = await ask(delegations.kenya);
    await ask(delegations.zambia);
    await perform(forum, coChair, giveFloor, { slot: kenya });
    await ask(delegations.kenya);
    const floor = await floorOf(forum.db, coChair, { id: roundtable, edition_id: edition, attribution: 'attributed' });
    expect(floor!.now!.name).toBe('Kenya');
    expect(floor!.list.map(({ name, isFirstTime }) => [name, isFirstTime])).toEqual([['Zambia', true], ['Kenya', false]]); // prettier-ignore
    expect(floor!.coming.map(({ name }) => name)).toEqual(['Zambia', 'Kenya']);
  });
});

describe('a point of order', () => {
  forumTest('interrupts, and whoever spoke gets the floor back with the clock where it stood', async ({ forum }) => {
    const { roundtable, edition, coChair, delegations, ask, slot, lines } = await smallFloor(forum);
    const at = (seconds: number) => ({ ...forum, now: () => new Date(testNow.getTime() + seconds * 1000) });
    const kenya = await ask(delegations.kenya);
    await ask(delegations.zambia);
    const points = [await ask(delegations.ghana, { queue: 'point_of_order' }), await ask(delegations.ilo, { queue: 'point_of_order' })]; // prettier-ignore
    await perform(at(0), coChair, giveFloor, { slot: kenya });
    await perform(at(50), coChair, giveFloor, { slot: points[0]!, instead: kenya });
    expect(await slot(kenya)).toMatchObject({ state: 'interrupted', used_seconds: 50, ended_at: null });
    const place = { id: roundtable, edition_id: edition, attribution: 'attributed' } as const;
    const { coming } = (await floorOf(forum.db, coChair, place))!;
    expect(coming.map(({ name }) => name)).toEqual(['Labour Office', 'Kenya', 'Zambia']);
    // Of two points of order the first ends with the second.
    await perform(at(60), coChair, giveFloor, { slot: points[1]!, instead: points[0]! });
    await perform(at(80), coChair, endSpeech, { slot: points[1]! });
    expect(await slot(kenya)).toMatchObject({ state: 'speaking', used_seconds: 50, running_since: null, started_at: testNow }); // prettier-ignore
    await perform(at(100), coChair, resumeClock, { slot: kenya });
    await perform(at(110), coChair, endSpeech, { slot: kenya });
    expect(await slot(kenya)).toMatchObject({ state: 'spoken', used_seconds: 60 });
    expect((await lines(kenya)).slice(2)).toEqual(['floor.given', 'floor.interrupted', 'floor.returned', 'clock.resumed', 'floor.ended']); // prettier-ignore
  });

  forumTest('leaves the floor to be given back in one go, and ends with the meeting', async ({ forum }) => {
    const { roundtable, coChair, delegations, ask, slot } = await smallFloor(forum);
    const at = (seconds: number) => ({ ...forum, now: () => new Date(testNow.getTime() + seconds * 1000) });
    const kenya = await ask(delegations.kenya);
    const point = await ask(delegations.ghana, { queue: 'point_of_order' });
    await perform(at(0), coChair, giveFloor, { slot: kenya });
    await perform(at(20), coChair, giveFloor, { slot: point, instead: kenya });
    await perform(at(40), coChair, giveFloor, { slot: kenya, instead: point });
    expect(await slot(kenya)).toMatchObject({ state: 'speaking', used_seconds: 20, running_since: at(40).now() });
    expect(await slot(point)).toMatchObject({ state: 'spoken' });
    const another = await ask(delegations.ghana, { queue: 'point_of_order' });
    await perform(at(50), coChair, giveFloor, { slot: another, instead: kenya });
    await perform(at(60), coChair, moveSession, { roundtable, to: 'adjourned', ground: 'Rule 2' });
    expect(await slot(kenya)).toMatchObject({ state: 'spoken', used_seconds: 30, ended_at: at(60).now() });
  });
});

describe('the clock', () => {
  forumTest('is paused, resumed and extended by whoever keeps the floor', async ({ forum }) => {
    const { coChair, delegate, delegations, ask, slot, lines } = await smallFloor(forum);
    const kenya = await ask(delegations.kenya);
    const at = (seconds: number) => ({ ...forum, now: () => new Date(testNow.getTime() + seconds * 1000) });
    const of = { slot: kenya };
    await expect(perform(forum, coChair, pauseClock, of)).rejects.toEqual(code('clock.nobody_speaks'));
    await perform(at(0), coChair, giveFloor, of);
    await expect(perform(at(1), coChair, resumeClock, of)).rejects.toEqual(code('clock.runs_already'));
    await perform(at(20), coChair, pauseClock, of);
    await expect(perform(at(21), coChair, pauseClock, of)).rejects.toEqual(code('clock.stands_already'));
    await perform(at(300), coChair, resumeClock, of);
    await perform(at(310), coChair, extendClock, of);
    await perform(at(320), coChair, endSpeech, of);
    expect(await slot(kenya)).toMatchObject({ used_seconds: 40, allotted_seconds: 240 });
    await expect(perform(at(330), coChair, extendClock, of)).rejects.toEqual(code('clock.nobody_speaks'));
    await expect(perform(at(330), delegate, extendClock, of)).rejects.toEqual(code('act.not_yours'));
    expect((await lines(kenya)).slice(2)).toEqual(['floor.given', 'clock.paused', 'clock.resumed', 'clock.extended', 'floor.ended']); // prettier-ignore
  });
});

describe('off the record', () => {
  forumTest('is set from the desk; others are not told who speaks', async ({ forum }) => {
    const { roundtable, edition, coChair, delegate, delegations, ask, lines } = await smallFloor(forum);
    const zambia = await ask(delegations.zambia);
    await expect(perform(forum, delegate, setOffRecord, { slot: zambia, offRecord: true })).rejects.toEqual(code('act.not_yours')); // prettier-ignore
    await perform(forum, coChair, setOffRecord, { slot: zambia, offRecord: true });
    const floor = await floorOf(forum.db, delegate, { id: roundtable, edition_id: edition, attribution: 'attributed' });
    expect(floor!.list[0]).toMatchObject({ name: '', delegation: null, isNamed: false });
    expect(await lines(zambia)).toContain('slot.off_record_set');
  });
});
