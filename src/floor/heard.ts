import { sql, type Kysely } from 'kysely';
import type { DB } from '#db/schema.ts';
import { constituencyOf } from '#people/constituencies/rules.ts';
import type { SlotView } from './queries.ts';
import { heardStates, waitingStates } from './rules.ts';

/** A region, for States, or a constituency, for everyone else, with who has been heard in it. */
export interface HeardPart {
  /** A region’s name, or a constituency’s code. */
  part: string;
  isRegion: boolean;
  heard: string[];
  /** Not yet heard; and whether they are on the list. */
  not: { name: string; waits: boolean }[];
}

/** Who takes part in an edition and has, or has not, been heard at this meeting. For those who see every name. */
export async function heardByPart(db: Kysely<DB>, editionId: string, slots: readonly SlotView[]): Promise<HeardPart[]> {
  const delegations = await db
    .selectFrom('delegation')
    .select(['id', 'short_name', 'kind', 'region'])
    .where('merged_into', 'is', null)
    .where(
      sql<boolean>`id in (select delegation_id from credential where edition_id = ${editionId} and verified_at is not null)
        or id = any(${slots.flatMap(({ delegation }) => (delegation ? [delegation.id] : []))}::uuid[])`,
    )
    .orderBy('short_name')
    .execute();
  const spoke = new Set(of(slots, heardStates));
  const waiting = new Set(of(slots, waitingStates));
  const parts = new Map<string, HeardPart>();
  for (const { id, short_name: name, kind, region } of delegations) {
    const isRegion = kind === 'state' || kind === 'observer';
    const part = (isRegion ? region : constituencyOf(kind)) ?? 'other';
    const here = parts.get(part) ?? { part, isRegion, heard: [], not: [] };
    parts.set(part, here);
    if (spoke.has(id)) here.heard.push(name);
    else here.not.push({ name, waits: waiting.has(id) });
  }
  return [...parts.values()].sort((a, b) => Number(b.isRegion) - Number(a.isRegion) || (a.part < b.part ? -1 : 1));
}

function of(slots: readonly SlotView[], states: readonly string[]): string[] {
  return slots.flatMap(({ delegation, state }) => (delegation && states.includes(state) ? [delegation.id] : []));
}

/** A ruling of the chair at a meeting. */
export interface FloorRulingView {
  number: number;
  kind: string;
  words: string;
  ground: string;
  slotId: string | null;
  places: Record<string, [from: number, to: number]>;
  at: Date;
}

/** The chair's rulings at a meeting, newest first. Names are not in them: a slot says whose it is, to whom it may. */
export async function floorRulings(db: Kysely<DB>, roundtableId: string): Promise<FloorRulingView[]> {
  const rows = await db
    .selectFrom('floor_ruling')
    .select(['number', 'kind', 'words', 'ground', 'slot_id as slotId', 'places', 'at'])
    .where('roundtable_id', '=', roundtableId)
    .orderBy('number', 'desc')
    .execute();
  return rows.map((row) => ({ ...row, places: (row.places ?? {}) as unknown as FloorRulingView['places'] }));
}
