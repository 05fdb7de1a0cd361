import { clockFace, leftAt, type Clock } from '#floor/clock/rules.ts';
import type { OrderRule } from '#floor/order/rules.ts';
import type { FloorView, SlotView } from '#floor/queries.ts';

type Say = (code: string, values?: Record<string, unknown>) => string;

/** What a list calls a speaker: by name where this viewer may know it, otherwise by what part of the forum they are of. */
export function slotName(slot: SlotView, say: Say): string {
  return slot.isNamed ? slot.name : say('floor.page.of', { constituency: slot.constituency ?? 'other' });
}

/** How many minutes away this moment is: never less than none. */
export function minutesTo(at: number, now: Date): number {
  return Math.max(0, Math.round((at - now.getTime()) / 60_000));
}

/** What of a floor a slot is known by: its speaker, those who come, those who were heard or are gone. */
export function everySlot(floor: FloorView): SlotView[] {
  return [...floor.heard, ...(floor.now ? [floor.now] : []), ...floor.coming, ...floor.gone];
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

/** What the script of a page that follows a floor needs: where to listen, since when, and what it says by itself. */
export function liveData(floor: { address: string; sequence: number; now: Date }, say: Say) {
  return {
    'data-floor': floor.address,
    'data-sequence': floor.sequence,
    'data-at': floor.now.getTime(),
    'data-last-minute': say('floor.page.last_minute'),
    'data-over': say('floor.page.over'),
    'data-has': say('floor.page.has_floor'),
  };
}

/** The same on one's own page: which place is one's own, and what is said when its turn comes. */
export function ownData(own: { id: string; state: string } | undefined, say: Say) {
  return {
    'data-own': own?.id ?? '',
    'data-own-state': own?.state ?? '',
    'data-next': say('floor.page.you_next'),
    'data-called': say('floor.page.you_called'),
    'data-speak': say('floor.page.you_speak'),
  };
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
