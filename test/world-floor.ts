import { openFloor } from '#floor/acts.ts';
import { moveSlot, requestFloor } from '#floor/list/acts.ts';
import { giveFloor, pauseClock } from '#floor/speaking/acts.ts';
import { assignRole } from '#people/acts.ts';
import { createRoundtable, moveRoundtable } from '#programme/acts.ts';
import { perform } from '#record/act.ts';
import type { Forum } from '#record/forum.ts';
import { program } from '#record/viewer.ts';
import type { Ids } from './world.ts';

/** The demo's meeting of this very hour: one speaks, some have been heard, some wait, and one was moved for a reason. */
export async function meetingNow(forum: Forum, ids: Ids): Promise<void> {
  const start = forum.now().getTime() - 15 * 60_000;
  const at = (minutes: number) => new Date(start + minutes * 60_000);
  const then = (minutes: number): Forum => ({ ...forum, now: () => at(minutes) });
  const { edition, roundtables, delegations, people } = ids;
  const { id: roundtable } = await perform(then(-200), program, createRoundtable, {
    edition,
    parent: roundtables.get('3')!,
    number: '3.2',
    title: 'Families across borders',
    lead: 'How parents, children and those who look after them stay a family when a border lies between them.',
    room: 'Victoria Hall',
    startsAt: at(0),
    endsAt: at(45),
    state: 'ready',
    questions: ['What keeps a family in touch?', 'Who decides for a child who travels alone?'],
  });
  roundtables.set('3.2', roundtable);
  const chair = { edition, roundtable, kind: 'co_chair' } as const;
  await perform(then(-190), program, assignRole, { ...chair, person: people.get('kamau')!, delegation: delegations.get('kenya')! }); // prettier-ignore
  const offices = [
    { kind: 'note_taker', person: people.get('auma')! },
    // Whose desk waits for its first draft.
    { kind: 'rapporteur', person: people.get('haddad')! },
  ] as const;
  for (const office of offices) await perform(then(-190), program, assignRole, { edition, roundtable, ...office });
  await perform(then(0), program, moveRoundtable, { roundtable, to: 'in_session' });
  await perform(then(0), program, openFloor, { roundtable, closesAt: at(40) });
  const slots = new Map<string, string>();
  for (const [minute, slug, more] of asked) {
    const { id } = await perform(then(minute), program, requestFloor, { roundtable, delegation: delegations.get(slug)!, ...more, person: more?.person ? people.get(more.person)! : null }); // prettier-ignore
    if (!more?.queue) slots.set(slug, id);
  }
  let instead: string | null = null;
  for (const [minute, slug] of given) {
    await perform(then(minute), program, giveFloor, { slot: slots.get(slug)!, instead });
    instead = slots.get(slug)!;
  }
  await perform(then(14.2), program, pauseClock, { slot: instead! });
  const ground = 'Rule 14: a first-time speaker before others who may still be heard tomorrow';
  await perform(then(13), program, moveSlot, { slot: slots.get('zambia')!, to: 1, ground });
}

const asked: [minute: number, slug: string, more?: { language?: string; name?: string; person?: string; function?: string; queue?: 'right_of_reply' }][] = [
  [1, 'kenya', { name: 'Wanjiru Kamau', function: 'director for urban affairs' }],
  [1.5, 'portugal'],
  [2, 'philippines'],
  [3, 'guatemala', { name: 'Diego Paz', function: 'adviser', language: 'es' }],
  [4, 'sri-lanka', { name: 'Nimal Perera' }],
  [4.5, 'harbour-network', { person: 'yusuf' }],
  [5, 'ilo'],
  [6, 'care-workers-international'],
  [7, 'zambia'],
  [8, 'european-union'],
  [9, 'australia'],
  [12.5, 'philippines', { queue: 'right_of_reply' }],
]; // prettier-ignore

const given: [minute: number, slug: string][] = [
  [2.5, 'kenya'],
  [5.5, 'portugal'],
  [8.6, 'philippines'],
  [12.4, 'guatemala'],
];
