import { clockFace, leftAt, type Clock } from '#floor/clock/rules.ts';
import type { OrderRule } from '#floor/order/rules.ts';
import type { SlotView } from '#floor/queries.ts';

type Say = (code: string, values?: Record<string, unknown>) => string;

/** What a list calls a speaker: by name where this viewer may know it, otherwise by what part of the forum they are of. */
export function slotName(slot: SlotView, say: Say): string {
  return slot.isNamed ? slot.name : say('floor.page.of', { constituency: slot.constituency ?? 'other' });
}

/** The rule of order in a sentence or two. */
export function ruleInWords({ by, firstTimeFirst, everyThird }: OrderRule, say: Say): string {
  const values = { by: say(`floor.order.${by}`), first: yes(firstTimeFirst), third: yes(everyThird) };
  return say('floor.order.rule', values);
}

function yes(it: boolean): 'yes' | 'no' {
  return it ? 'yes' : 'no';
}

/** “2½ minutes”, “45 seconds”: as one says it aloud. */
export function spoken(seconds: number): string {
  if (seconds % 60 === 0) return seconds === 60 ? '1 minute' : `${seconds / 60} minutes`;
  if (seconds % 60 === 30 && seconds > 60) return `${(seconds - 30) / 60}½ minutes`;
  return clockFace(seconds);
}

/** What the script of the clock needs: seconds allotted and used, and since when it runs, in milliseconds since 1970. */
export function clockData(clock: Clock, now: Date) {
  return {
    'data-allotted': clock.allottedSeconds,
    'data-used': clock.usedSeconds,
    'data-since': clock.runningSince?.getTime() ?? '',
    'data-left': leftAt(clock, now),
  };
}
