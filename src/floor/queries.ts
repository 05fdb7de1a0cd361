import { sql, type Kysely } from 'kysely';
import type { DB } from '#db/schema.ts';
import { constituencyOf } from '#people/constituencies/rules.ts';
import { holds } from '#people/rules.ts';
import type { Viewer } from '#record/viewer.ts';
import type { Roundtable } from '#statements/rows.ts';
import { ruleOf } from './before-acting.ts';
import type { OrderRule } from './order/rules.ts';
import { beginnings } from './pace/rules.ts';
import { floorHelpers, type ListState, type Queue, type SlotClass, type SlotState } from './rules.ts';

/** A place at the floor as one person may see it. */
export interface SlotView {
  id: string;
  queue: Queue;
  class: SlotClass;
  state: SlotState;
  /** Null where the policy names nobody to this viewer, or it is off the record. */
  delegation: {
    id: string;
    slug: string;
    name: string;
    kind: string;
    code: string | null;
    region: string | null;
  } | null;
  person: string | null;
  personId: string | null;
  function: string | null;
  onBehalfOf: string | null;
  /** The word a list shows: a delegation’s name, a person’s, or what part of the forum they belong to. */
  name: string;
  /** Whether `name` names them. */
  isNamed: boolean;
  constituency: string | null;
  language: string;
  requestedAt: Date;
  position: number | null;
  isMoved: boolean;
  allottedSeconds: number;
  usedSeconds: number;
  runningSince: Date | null;
  startedAt: Date | null;
  endedAt: Date | null;
  offRecord: boolean;
  replyTo: string | null;
  invitedAt: Date | null;
  /** They have not spoken before at this meeting. */
  isFirstTime: boolean;
}

export interface FloorView {
  state: ListState;
  rule: OrderRule;
  times: Record<SlotClass, number>;
  replySeconds: number;
  mostReplies: number;
  closesAt: Date | null;
  /** Who has the floor. */
  now: SlotView | null;
  /** Whom a point of order interrupted, the last of them first: they get the floor back before anyone on the list. */
  interrupted: SlotView[];
  /** Who is given the floor next, in that order: points of order, whoever was interrupted, `list`, then `replies`. */
  coming: SlotView[];
  /** Those who wait, in the order in which they are called; points of order first. */
  list: SlotView[];
  replies: SlotView[];
  /** Requests that wait for the chair, while the list is closing. */
  requested: SlotView[];
  /** Those who have spoken, in order. */
  heard: SlotView[];
  /** Those who gave up their place, were absent, or put it into writing. */
  gone: SlotView[];
}

/** The floor of a roundtable: the list, who speaks, who is next, and the clock. Undefined where it was never opened. */
export async function floorOf(db: Kysely<DB>, viewer: Viewer, roundtable: Roundtable): Promise<FloorView | undefined> {
  const floor = await db.selectFrom('floor').selectAll().where('roundtable_id', '=', roundtable.id).executeTakeFirst();
  if (!floor) return undefined;
  const slots = await slotsOf(db, viewer, roundtable);
  const waiting = slots.filter(({ state }) => state === 'listed' || state === 'called');
  const list = waiting.filter(({ queue }) => queue !== 'right_of_reply');
  const replies = waiting.filter(({ queue }) => queue === 'right_of_reply');
  const interrupted = slots.filter(({ state }) => state === 'interrupted').reverse();
  const points = list.filter(({ queue }) => queue === 'point_of_order').length;
  return {
    state: floor.state as ListState,
    rule: ruleOf(floor),
    times: floor.allotted as unknown as Record<SlotClass, number>,
    replySeconds: floor.reply_seconds,
    mostReplies: floor.most_replies,
    closesAt: floor.closes_at,
    now: slots.find(({ state }) => state === 'speaking') ?? null,
    interrupted,
    coming: [...list.slice(0, points), ...interrupted, ...list.slice(points), ...replies],
    list,
    replies,
    requested: slots.filter(({ state }) => state === 'requested'),
    heard: slots.filter(({ state }) => state === 'spoken'),
    gone: slots.filter(({ state }) => ['yielded', 'absent', 'moved_to_writing'].includes(state)),
  };
}

/** When each of those who wait will begin, at the pace so far: milliseconds since 1970, first `list`, then `replies`. */
export function beginningsOf({ list, replies, now: speaking, interrupted, heard }: FloorView, now: Date): number[] {
  return beginnings([...list, ...replies], { speaking, interrupted, heard, now });
}

/** Every slot of a roundtable: those who spoke in that order, then those who wait by their places, then the others. */
export async function slotsOf(db: Kysely<DB>, viewer: Viewer, roundtable: Roundtable): Promise<SlotView[]> {
  const rows = await db
    .selectFrom('speaker_slot as slot')
    .leftJoin('delegation', 'delegation.id', 'slot.delegation_id')
    .leftJoin('delegation as whom', 'whom.id', 'slot.on_behalf_of_id')
    .selectAll('slot')
    .select(['delegation.slug', 'delegation.short_name', 'delegation.kind', 'delegation.code', 'delegation.region'])
    .select('whom.short_name as on_behalf_of')
    .select(
      sql<boolean>`not exists (select from speaker_slot other where other.roundtable_id = slot.roundtable_id
        and other.delegation_id = slot.delegation_id and other.id <> slot.id and other.queue = 'list'
        and other.state in ('speaking', 'interrupted', 'spoken'))`.as('is_first_time'),
    )
    .where('slot.roundtable_id', '=', roundtable.id)
    .orderBy('slot.started_at', (order) => order.asc().nullsLast())
    .orderBy('slot.position', (order) => order.asc().nullsLast())
    .orderBy('slot.requested_at')
    .orderBy('slot.id')
    .execute();
  const seesAll = seesFloor(viewer, roundtable);
  return rows.map((row) => toView(row, seesAll, roundtable));
}

/** Those who keep the floor see every name; what the attribution policy and “off the record” keep, others do not. */
export function seesFloor(viewer: Viewer, { id, edition_id }: Roundtable): boolean {
  return holds(viewer, [...floorHelpers, 'rapporteur', 'general_rapporteur'], {
    editionId: edition_id,
    roundtableId: id,
  });
}

type Row = {
  id: string;
  slug: string | null;
  short_name: string | null;
  kind: string | null;
  code: string | null;
  region: string | null;
  on_behalf_of: string | null;
  is_first_time: boolean;
} & Record<string, any>;

function toView(row: Row, seesAll: boolean, { attribution }: Roundtable): SlotView {
  const mayName = seesAll || (attribution === 'attributed' && !row.off_record);
  const constituency = constituencyOf(row.kind ?? '');
  const delegation =
    row.slug && mayName
      ? { id: row.delegation_id, slug: row.slug, name: row.short_name!, kind: row.kind!, code: row.code, region: row.region } // prettier-ignore
      : null;
  return {
    id: row.id,
    queue: row.queue,
    class: row.class,
    state: row.state,
    delegation,
    person: mayName ? row.name : null,
    personId: mayName ? row.person_id : null,
    function: mayName ? row.function : null,
    onBehalfOf: mayName ? row.on_behalf_of : null,
    name: mayName ? (row.short_name ?? row.name ?? '') : '',
    isNamed: mayName,
    constituency: attribution === 'not_attributed' && !seesAll ? null : constituency,
    language: row.language,
    requestedAt: row.requested_at,
    position: row.position,
    isMoved: row.is_moved,
    allottedSeconds: row.allotted_seconds,
    usedSeconds: row.used_seconds,
    runningSince: row.running_since,
    startedAt: row.started_at,
    endedAt: row.ended_at,
    offRecord: row.off_record,
    replyTo: row.reply_to_id,
    invitedAt: row.invited_at,
    isFirstTime: row.is_first_time,
  };
}
