import type { FloorView } from '#floor/queries.ts';

/** One speech on the ruler: from where to where in its units, and what it is. */
export interface Stretch {
  id: string;
  x: number;
  width: number;
  kind: 'spoken' | 'speaking' | 'waits' | 'late';
}

export const rulerWidth = 1300;
const margin = 8;

/** The session on a line: time used, now, and what the list will take; who would run past the closing is late. */
export function rulerOf(
  floor: FloorView,
  { begins, now, startsAt }: { begins: number[]; now: Date; startsAt: Date | null },
) {
  const waiting = [...floor.list, ...floor.replies];
  const first = floor.heard[0]?.startedAt ?? floor.now?.startedAt ?? startsAt ?? now;
  const quarter = 15 * 60_000;
  const from = Math.floor(Math.min(first.getTime(), now.getTime()) / quarter) * quarter;
  const last = (begins.at(-1) ?? now.getTime()) + (waiting.at(-1)?.allottedSeconds ?? 0) * 1000;
  const end = Math.max(last, floor.closesAt?.getTime() ?? 0, now.getTime());
  const to = Math.ceil((end + 1) / quarter) * quarter;
  const x = (at: number) => margin + ((at - from) / (to - from)) * (rulerWidth - 2 * margin);
  const stretches: Stretch[] = [
    ...floor.heard.map((slot): Stretch => at(slot.id, slot.startedAt!.getTime(), slot.endedAt!.getTime(), 'spoken')),
    ...floor.interrupted.map((slot): Stretch => {
      return at(slot.id, slot.startedAt!.getTime(), (floor.now?.startedAt ?? now).getTime(), 'spoken');
    }),
    ...(floor.now ? [at(floor.now.id, floor.now.startedAt!.getTime(), now.getTime(), 'speaking')] : []),
    ...waiting.map((slot, i): Stretch => {
      const ends = begins[i]! + slot.allottedSeconds * 1000;
      // At a quick pace the next begins before this one’s time is used up.
      return at(
        slot.id,
        begins[i]!,
        Math.min(ends, begins[i + 1] ?? ends),
        floor.closesAt && ends > floor.closesAt.getTime() ? 'late' : 'waits',
      );
    }),
  ];
  function at(id: string, start: number, stop: number, kind: Stretch['kind']): Stretch {
    return { id, x: x(start), width: Math.max(2, x(stop) - x(start) - 3), kind };
  }
  const step = to - from > 3 * 3_600_000 ? 2 * quarter : quarter;
  const ticks = Array.from({ length: (to - from) / step + 1 }, (_, i) => ({
    at: from + i * step,
    x: x(from + i * step),
  }));
  return {
    from,
    to,
    stretches,
    ticks,
    now: x(now.getTime()),
    closing: floor.closesAt ? x(floor.closesAt.getTime()) : null,
  };
}
