import { holds, offices, roleRefusal, type Place } from '#people/rules.ts';
import type { Reason } from '#record/refusals.ts';
import type { RoleKind, Viewer } from '#record/viewer.ts';

export type ListState = 'open' | 'closing' | 'closed';
export const queues = ['list', 'right_of_reply', 'point_of_order'] as const;
export type Queue = (typeof queues)[number];
export const slotClasses = ['co_chair', 'panel', 'group', 'state', 'organisation', 'stakeholder'] as const;
export type SlotClass = (typeof slotClasses)[number];

export type SlotState =
  'requested' | 'listed' | 'called' | 'speaking' | 'interrupted' | 'spoken' | 'yielded' | 'absent' | 'moved_to_writing'; // prettier-ignore

/** Those who may still be called. */
export const waitingStates = ['requested', 'listed', 'called'] as const satisfies readonly SlotState[];

/** Those who have been given the floor, whether or not they are through. */
export const heardStates = ['speaking', 'interrupted', 'spoken'] as const satisfies readonly SlotState[];

/** "The Chair shall accord the right to speak", and those who run the forum help. */
export const floorKeepers = ['co_chair', ...offices] as const satisfies readonly RoleKind[];
/** Who writes down requests made in the room. */
export const floorHelpers = ['co_chair', 'note_taker', ...offices] as const satisfies readonly RoleKind[];

export function keeperRefusal(viewer: Viewer, place: Place): Reason | null {
  return roleRefusal(viewer, floorKeepers, place);
}

/** Where a slot may go from where it stands. */
export const slotMoves: Record<SlotState, readonly SlotState[]> = {
  // While the list is closing a request waits for the chair.
  requested: ['listed', 'speaking', 'yielded', 'absent', 'moved_to_writing'],
  // "The Chair shall call upon speakers in the order in which they signify their desire to speak", or as the rule has it.
  listed: ['called', 'speaking', 'yielded', 'absent', 'moved_to_writing'],
  called: ['speaking', 'yielded', 'absent', 'moved_to_writing'],
  speaking: ['spoken', 'interrupted'],
  // “During the discussion of any matter, a representative may rise to a point of order”; then the speech goes on.
  interrupted: ['speaking', 'spoken'],
  // What was said stands; who wishes to add to it asks for the floor again.
  spoken: [],
  // A place given up can be taken back until somebody is called.
  yielded: ['listed'],
  // Who comes late is put back.
  absent: ['listed'],
  moved_to_writing: ['listed'],
};

export function slotRefusal(from: SlotState, to: SlotState): Reason | null {
  return slotMoves[from].includes(to) ? null : { code: 'slot.cannot_move', values: { from, to } };
}

/** The chair announces that the list is closing, and declares it closed; with consent it can be opened again. */
const listMoves: Record<ListState, readonly ListState[]> = {
  open: ['closing', 'closed'],
  closing: ['closed', 'open'],
  closed: ['open'],
};

export function listRefusal(from: ListState, to: ListState): Reason | null {
  return listMoves[from].includes(to) ? null : { code: 'floor.cannot_move', values: { from, to } };
}

/** A list is opened for a meeting that is prepared or under way. */
export function openingRefusal(roundtable: string): Reason | null {
  return ['ready', 'in_session', 'suspended'].includes(roundtable) ? null : 'floor.not_meeting';
}

interface Requested {
  queue: Queue;
  list: ListState;
  roundtable: string;
  /** Whether the same delegation waits already, for itself, in this queue. */
  waits: boolean;
  /** Rights of reply this delegation has had or asked for at this meeting, and how many it may have. */
  replies: number;
  mostReplies: number;
}

/** "The right of reply may be accorded if a speech after the closure of the list makes it desirable"; so may a point of order. */
export function requestRefusal({ queue, list, roundtable, waits, replies, mostReplies }: Requested): Reason | null {
  const early = openingRefusal(roundtable);
  if (early) return early;
  if (waits) return 'slot.waits_already';
  if (queue === 'right_of_reply' && replies >= mostReplies)
    return { code: 'slot.replies_used', values: { most: mostReplies } };
  return queue === 'list' && list === 'closed' ? 'floor.list_closed' : null;
}

/** A point of order interrupts a speech; whoever spoke gets the floor back. Between points of order the one ends with the next. */
export function interrupts(queue: Queue, speaker: Queue): boolean {
  return queue === 'point_of_order' && speaker !== 'point_of_order';
}

interface Given {
  roundtable: string;
  slot: SlotState;
  name: string;
  /** Who has the floor, and who had it when the chair decided. */
  now: { id: string; name: string } | null;
  instead: string | null;
}

/** Of two who give the floor at the same moment one wins; the other is told who has it now. */
export function giveRefusal({ roundtable, slot, name, now, instead }: Given): Reason | null {
  if (roundtable !== 'in_session') return 'floor.not_in_session';
  if (slot === 'speaking') return { code: 'floor.has_it_already', values: { name } };
  if (now && now.id !== instead) return { code: 'floor.given_meanwhile', values: { name: now.name } };
  if (!now && instead) return 'floor.ended_meanwhile';
  return slotRefusal(slot, 'speaking');
}

/** A place that was given up can be taken back until somebody has been given the floor since. */
export function takingBackRefusal({ state, givenSince }: { state: SlotState; givenSince: boolean }): Reason | null {
  if (state === 'yielded' && givenSince) return 'slot.called_since';
  return slotRefusal(state, 'listed');
}

export function clockRefusal(
  slot: { state: SlotState; runs: boolean },
  wish: 'pause' | 'resume' | 'extend',
): Reason | null {
  if (slot.state !== 'speaking') return 'clock.nobody_speaks';
  if (wish === 'pause' && !slot.runs) return 'clock.stands_already';
  return wish === 'resume' && slot.runs ? 'clock.runs_already' : null;
}

/** One speaks of one's own place, or keeps the floor. */
export function ownSlotRefusal(
  viewer: Viewer,
  slot: { personId: string | null; delegationId: string | null },
  place: Place,
): Reason | null {
  const isOwn =
    (slot.personId !== null && slot.personId === viewer.personId) ||
    (slot.delegationId !== null && viewer.delegationIds.includes(slot.delegationId));
  return isOwn || holds(viewer, floorHelpers, place) ? null : 'slot.not_yours';
}

/** The class somebody speaks in, by the kind of their delegation. */
export function classOf(kind: string): SlotClass {
  if (kind === 'group') return 'group';
  if (kind === 'state' || kind === 'observer') return 'state';
  return ['un', 'igo', 'treaty_body'].includes(kind) ? 'organisation' : 'stakeholder';
}

/** Seconds by class, where nothing else is decided: groups speak for many. */
export const usualTimes: Record<SlotClass, number> = {
  co_chair: 300,
  panel: 420,
  group: 300,
  state: 180,
  organisation: 180,
  stakeholder: 180,
};
/** A first reply is short. */
export const usualReply = 120;
export const usualReplies = 2;
