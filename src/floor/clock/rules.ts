/** The clock of a speech as it is kept: what was used before, and since when it runs again. */
export interface Clock {
  allottedSeconds: number;
  usedSeconds: number;
  /** Null while it stands. */
  runningSince: Date | null;
}

/** Whole seconds used by this moment. */
export function usedAt({ usedSeconds, runningSince }: Clock, now: Date): number {
  const since = runningSince ? Math.max(0, now.getTime() - runningSince.getTime()) : 0;
  return usedSeconds + Math.floor(since / 1000);
}

/** Whole seconds left at this moment; negative once the time is over. */
export function leftAt(clock: Clock, now: Date): number {
  return clock.allottedSeconds - usedAt(clock, now);
}

export type Warning = 'over' | 'last_minute' | null;

/** A minute before the end, and at the end. A speech of a minute or less is warned at half of it. */
export function warningAt(clock: Clock, now: Date): Warning {
  const left = leftAt(clock, now);
  if (left <= 0) return 'over';
  return left <= Math.min(60, Math.floor(clock.allottedSeconds / 2)) ? 'last_minute' : null;
}

/** Seconds as a clock shows them: 1:12, and −0:07 when the time is over. */
export function clockFace(seconds: number): string {
  const whole = Math.abs(seconds);
  return `${seconds < 0 ? '−' : ''}${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}
