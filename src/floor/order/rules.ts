import { constituencyOf } from '#people/constituencies/rules.ts';
import { ranks } from '#people/credentials/rules.ts';
import type { Queue, SlotClass } from '#floor/rules.ts';

export const orders = ['asked', 'rank', 'groups_first', 'constituencies', 'regions'] as const;

/** How the list is ordered: one main rule, and two additions to it. */
export interface OrderRule {
  by: (typeof orders)[number];
  firstTimeFirst: boolean;
  /** At least every third place goes to a participant other than a State. */
  everyThird: boolean;
}

/** All that the order depends on. */
export interface Waiting {
  id: string;
  queue: Queue;
  class: SlotClass;
  kind: string | null;
  region: string | null;
  rank: string;
  /** Milliseconds since 1970. */
  requestedAt: number;
  /** Whether this delegation has spoken before at this meeting. */
  hasSpoken: boolean;
  /** The chair gave it its place. */
  isMoved: boolean;
  position: number | null;
}

/**
 * Those who wait in the order in which they are called. Points of order come first; then rights of reply are not mixed in:
 * they have a queue of their own. Whom the chair moved keeps the place it was given among the others. Nobody is lost, and
 * those whom the rule does not part stay as they asked. `before` are the classes of those who spoke last, newest last.
 */
export function inOrder<T extends Waiting>(
  rule: OrderRule,
  waiting: readonly T[],
  before: readonly SlotClass[] = [],
): T[] {
  const asked = [...waiting].sort((a, b) => a.requestedAt - b.requestedAt || (a.id < b.id ? -1 : 1));
  const pointsOfOrder = asked.filter(({ queue }) => queue === 'point_of_order');
  const replies = asked.filter(({ queue }) => queue === 'right_of_reply');
  const list = asked.filter(({ queue }) => queue === 'list');
  const byRule = list.filter((one) => !holdsPlace(one));
  const firstTime = rule.firstTimeFirst ? parted(byRule, ({ hasSpoken }) => !hasSpoken) : [byRule];
  const ruled = firstTime.flatMap((some) => mainOrder(rule.by, some));
  const placed = rule.everyThird ? withEveryThird(ruled, before) : ruled;
  return [...pointsOfOrder, ...withMoved(placed, list), ...replies];
}

function mainOrder<T extends Waiting>(by: OrderRule['by'], some: readonly T[]): T[] {
  switch (by) {
    case 'asked':
      return [...some];
    case 'rank':
      return [...some].sort((a, b) => seniority(a) - seniority(b));
    case 'groups_first':
      return parted(some, (one) => one.class === 'group').flat();
    case 'constituencies':
      return alternated(some, ({ kind }) => constituencyOf(kind ?? '') ?? 'none');
    case 'regions':
      return alternated(some, ({ region }) => region ?? 'none');
  }
}

/** "The Chair, then heads of State or government, ministers …"; between equals, groups go before States, States before others. */
function seniority({ rank, class: part }: Waiting): number {
  const at = (ranks as readonly string[]).indexOf(rank);
  return (at < 0 ? ranks.length : at) * 10 + classOrder.indexOf(part);
}

const classOrder: readonly SlotClass[] = ['co_chair', 'panel', 'group', 'state', 'organisation', 'stakeholder'];

function parted<T>(some: readonly T[], isFirst: (one: T) => boolean): [T[], T[]] {
  return [some.filter(isFirst), some.filter((one) => !isFirst(one))];
}

/** One of each in turn, in the order in which each part first asked. */
function alternated<T>(some: readonly T[], partOf: (one: T) => string): T[] {
  const parts = [...Map.groupBy(some, partOf).values()];
  const longest = Math.max(0, ...parts.map((part) => part.length));
  return Array.from({ length: longest }, (_, i) => parts.flatMap((part) => part.slice(i, i + 1))).flat();
}

/** After two States the next place goes to someone who is not one, as long as one waits. */
function withEveryThird<T extends Waiting>(ruled: readonly T[], before: readonly SlotClass[]): T[] {
  const rest = [...ruled];
  const placed: T[] = [];
  let states = 0;
  for (const part of before) states = isState(part) ? states + 1 : 0;
  while (rest.length > 0) {
    const other = states >= 2 ? rest.findIndex((one) => !isState(one.class)) : 0;
    const [next] = rest.splice(Math.max(0, other), 1);
    placed.push(next!);
    states = isState(next!.class) ? states + 1 : 0;
  }
  return placed;
}

function isState(part: SlotClass): boolean {
  return part === 'state' || part === 'co_chair';
}

/** Puts those whom the chair moved back at the places they hold. */
function withMoved<T extends Waiting>(ruled: readonly T[], list: readonly T[]): T[] {
  const held = list.filter(({ position }) => position !== null).sort((a, b) => a.position! - b.position!);
  const order = [...ruled];
  for (const [place, one] of held.entries()) if (holdsPlace(one)) order.splice(Math.min(place, order.length), 0, one);
  return order;
}

function holdsPlace({ isMoved, position }: Waiting): boolean {
  return isMoved && position !== null;
}
