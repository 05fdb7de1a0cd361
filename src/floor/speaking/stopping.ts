import { usedAt } from '#floor/clock/rules.ts';

/** What is written when the clock of a speech stops: the seconds used, and that it stands. */
export function stopped(
  slot: { allotted_seconds: number; used_seconds: number; running_since: Date | null },
  now: Date,
): { used_seconds: number; running_since: null } {
  const clock = {
    allottedSeconds: slot.allotted_seconds,
    usedSeconds: slot.used_seconds,
    runningSince: slot.running_since,
  };
  return { used_seconds: usedAt(clock, now), running_since: null };
}
