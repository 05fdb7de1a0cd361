import { error, fail, redirect } from '@sveltejs/kit';
import { chooseOrder, moveList, moveSession, openFloor, setTimes } from '#floor/acts.ts';
import { floorRulings, heardByPart } from '#floor/heard.ts';
import { callSlot, listSlot, markAbsent, moveSlot, moveToWriting, requestFloor } from '#floor/list/acts.ts';
import { orders, type OrderRule } from '#floor/order/rules.ts';
import { timeFor } from '#floor/pace/rules.ts';
import { beginningsOf, floorOf, slotsOf } from '#floor/queries.ts';
import { previewOf } from '#floor/preview.ts';
import { floorKeepers, queues, slotClasses, type Queue } from '#floor/rules.ts';
import { ruleAtFloor } from '#floor/ruling/acts.ts';
import { endSpeech, extendClock, giveFloor, pauseClock, resumeClock, setOffRecord } from '#floor/speaking/acts.ts';
import { say } from '#messages/say.ts';
import { holds } from '#people/rules.ts';
import { registerEntries } from '#people/register/queries.ts';
import { editionCalled, roundtableNumbered } from '#programme/queries.ts';
import { perform, type Act } from '#record/act.ts';
import { answer, isUnanswered, textsOf, type Unanswered } from '#routes/answer.ts';
import type { Actions, PageServerLoad } from './$types';

/** The co-chair's desk: now, next, minutes left, who is unheard; and everything one decides there. */
export const load: PageServerLoad = async ({ parent, params, locals, url, setHeaders }) => {
  const { edition, language } = await parent();
  const { forum, viewer } = locals;
  const roundtable = await roundtableNumbered(forum.db, edition.id, params.number);
  const place = { editionId: edition.id, roundtableId: roundtable?.id ?? null };
  if (!roundtable || !holds(viewer, floorKeepers, place)) error(404, say('page.not_found', {}, language));
  setHeaders({ 'cache-control': 'no-store' });
  const now = forum.now();
  const floor = await floorOf(forum.db, viewer, roundtable);
  const slots = floor ? await slotsOf(forum.db, viewer, roundtable) : [];
  const waiting = floor ? [...floor.list, ...floor.replies] : [];
  const begins = floor ? beginningsOf(floor, now) : [];
  const rule = floor && ruleAsked(url.searchParams);
  return {
    roundtable,
    floor,
    now,
    begins,
    enough: timeFor(waiting, { begins, closesAt: floor?.closesAt ?? null }),
    heard: await heardByPart(forum.db, edition.id, slots),
    rulings: floor ? await floorRulings(forum.db, roundtable.id) : [],
    preview: rule ? { rule, ids: await previewOf(forum.db, roundtable.id, rule) } : null,
    delegations: (await registerEntries(forum.db)).map(({ id, shortName, code }) => ({ id, name: shortName, code })),
    sequence: forum.live.sequence,
  };
};

function ruleAsked(asked: URLSearchParams): OrderRule | null {
  const by = orders.find((order) => order === asked.get('by'));
  return by ? { by, firstTimeFirst: asked.get('first') === 'yes', everyThird: asked.get('third') === 'yes' } : null;
}

type Given = Record<string, string>;
type Acting = Parameters<Actions[string]>[0];
type Answering = (event: Acting) => ReturnType<typeof acting>;
type Work = (event: Acting, given: Given, roundtableId: string) => Promise<unknown>;

/** An act on one slot, as its form names it. */
function onSlot(act: Act<any, unknown>, more: (given: Given) => object = () => ({})): Answering {
  return (event) =>
    acting(event, ({ locals: { forum, viewer } }, given) =>
      perform(forum, viewer, act, { slot: given.slot ?? '', ...more(given) }),
    );
}

/** An act on the floor as a whole. */
function onFloor(act: Act<any, unknown>, more: (given: Given) => object = () => ({})): Answering {
  return (event) =>
    acting(event, ({ locals: { forum, viewer } }, given, roundtable) =>
      perform(forum, viewer, act, { roundtable, ...more(given) }),
    );
}

export const actions = {
  open: onFloor(openFloor),
  give: onSlot(giveFloor, ({ instead }) => ({ instead: instead || null })),
  end: onSlot(endSpeech),
  pause: onSlot(pauseClock),
  resume: onSlot(resumeClock),
  extend: onSlot(extendClock),
  offRecord: onSlot(setOffRecord, ({ to }) => ({ offRecord: to === 'off' })),
  call: onSlot(callSlot),
  list: onSlot(listSlot),
  absent: onSlot(markAbsent),
  write: onSlot(moveToWriting, () => ({ forLackOfTime: true })),
  move: onSlot(moveSlot, ({ to, ground = '' }) => ({ to: Number(to) || 0, ground })),
  turn: onFloor(moveList, ({ to }) => ({ to })),
  session: onFloor(moveSession, ({ to, ground = '' }) => ({ to, ground })),
  rule: onFloor(ruleAtFloor, ({ words = '', ground = '', point }) => {
    return { words, ground, kind: point === 'yes' ? 'point_of_order' : 'other' };
  }),
  order: onFloor(chooseOrder, ({ by, first, third, ground = '' }) => {
    return { by, firstTimeFirst: first === 'yes', everyThird: third === 'yes', ground };
  }),
  times: onFloor(setTimes, ({ seconds, ground = '' }) => {
    return { times: Object.fromEntries(slotClasses.map((part) => [part, Number(seconds)])), ground };
  }),
  ask: (event) => acting(event, askFor),
} satisfies Record<string, Answering>;

/** By name or code, as the register has them; completion offers them. */
const askFor: Work = async ({ locals: { forum, viewer, language } }, given, roundtable) => {
  const entries = await registerEntries(forum.db);
  const called = (typed = '') => {
    const name = typed.trim().toLowerCase();
    if (name === '') return null;
    const entry = entries.find(({ shortName, code }) => [shortName, code].some((one) => one?.toLowerCase() === name));
    return entry?.id ?? undefined;
  };
  const [delegation, onBehalfOf] = [called(given.delegation), called(given.behalf)];
  if (delegation === undefined || onBehalfOf === undefined) {
    const name = delegation === undefined ? given.delegation! : given.behalf!;
    const sentence = say('floor.desk.unknown', { name }, language);
    return fail(400, { code: 'floor.desk.unknown', sentence, fields: {}, given } satisfies Unanswered);
  }
  const queue = queues.find((one) => one === given.queue) ?? ('list' satisfies Queue);
  const name = given.name ?? '';
  return perform(forum, viewer, requestFloor, { roundtable, queue, delegation, onBehalfOf, name });
};

async function acting(event: Acting, work: Work) {
  const { request, locals, params, url } = event;
  const { forum, language } = locals;
  const edition = await editionCalled(forum.db, params.edition);
  const roundtable = edition && (await roundtableNumbered(forum.db, edition.id, params.number!));
  if (!roundtable) error(404, say('page.not_found', {}, language));
  const given = textsOf(await request.formData());
  const outcome = await answer(work(event, given, roundtable.id), { language, given });
  if (isUnanswered(outcome)) return outcome;
  redirect(303, url.pathname);
}
