import { openFloor } from '#floor/acts.ts';
import { requestFloor } from '#floor/list/acts.ts';
import { viewerOf } from '#people/access.ts';
import { admitPerson, assignRole, registerDelegation } from '#people/acts.ts';
import { createRoundtable } from '#programme/acts.ts';
import { perform } from '#record/act.ts';
import type { Forum } from '#record/forum.ts';
import { program, type Viewer } from '#record/viewer.ts';
import { madeOnce } from './made-once.ts';
import { smallForum } from './small-forum.ts';

const enter = madeOnce(async (forum) => {
  const small = await smallForum(forum);
  const { edition, kenya } = small;
  const { id: roundtable } = await perform(forum, program, createRoundtable, {
    edition,
    number: '2.2',
    title: 'Who does what',
    state: 'in_session',
  });
  const register = async (shortName: string, kind: 'state' | 'city' | 'group' | 'un') => {
    const slug = shortName.toLowerCase().replaceAll(' ', '-');
    return (await perform(forum, program, registerDelegation, { slug, shortName, kind, region: 'Africa' })).id;
  };
  const delegations = {
    kenya,
    zambia: await register('Zambia', 'state'),
    ghana: await register('Ghana', 'state'),
    kisumu: await register('Port Alder', 'city'),
    ldcs: await register('Small States', 'group'),
    ilo: await register('Labour Office', 'un'),
  };
  const { id: chairId } = await perform(forum, program, admitPerson, {
    edition,
    name: 'Ana Reis',
    function: 'co-chair',
  });
  await perform(forum, program, assignRole, { edition, kind: 'co_chair', person: chairId, roundtable });
  const coChair = await viewerOf(forum.db, chairId);
  const rule = { by: 'asked', firstTimeFirst: false, everyThird: false } as const;
  await perform(forum, coChair, openFloor, { roundtable, rule });
  return { ...small, roundtable, coChair, delegations };
});

/** A roundtable in session with an open list, its co-chair, and delegations of several kinds. */
export async function smallFloor(forum: Forum) {
  const entered = await enter(forum);
  const { roundtable, coChair } = entered;
  let second = 1;
  /** Asks for the floor from the desk, each a second after the last. */
  const ask = async (delegation: string, more: object = {}, by: Viewer = coChair): Promise<string> => {
    const then = new Date(forum.now().getTime() + second++ * 1000);
    return (await perform({ ...forum, now: () => then }, by, requestFloor, { roundtable, delegation, ...more })).id;
  };
  const slot = (id: string) =>
    forum.db.selectFrom('speaker_slot').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
  const lines = async (id: string) => {
    const of = forum.db.selectFrom('record_line').select('kind').where('subject_id', '=', id).orderBy('sequence');
    return (await of.execute()).map(({ kind }) => kind);
  };
  return { ...entered, ask, slot, lines };
}
