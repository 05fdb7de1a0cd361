import { leftAt, type Clock } from '#floor/clock/rules.ts';

/** Between two speeches somebody walks to the microphone. */
const pauseSeconds = 15;

interface Speech {
  allottedSeconds: number;
  usedSeconds: number;
}

/** What part of their time those who have spoken used, between a half and one and a half; 1 while nobody has spoken. */
export function paceOf(heard: readonly Speech[]): number {
  const allotted = heard.reduce((sum, speech) => sum + speech.allottedSeconds, 0);
  const used = heard.reduce((sum, speech) => sum + speech.usedSeconds, 0);
  return allotted === 0 ? 1 : Math.min(1.5, Math.max(0.5, used / allotted));
}

/** When each of those who wait will begin, at the pace so far: milliseconds since 1970. */
export function beginnings(
  waiting: readonly Speech[],
  { now, ...floor }: { now: Date; speaking: Clock | null; interrupted: readonly Clock[]; heard: readonly Speech[] },
): number[] {
  const pace = paceOf(floor.heard);
  const before = [...(floor.speaking ? [floor.speaking] : []), ...floor.interrupted];
  let at = now.getTime();
  for (const clock of before) at += (Math.max(0, leftAt(clock, now)) + pauseSeconds) * 1000;
  return waiting.map(({ allottedSeconds }) => {
    const begins = at;
    at += Math.round(allottedSeconds * pace + pauseSeconds) * 1000;
    return begins;
  });
}

/** How many of those who wait can end before the closing, and how many seconds each would have if all were to speak. */
export function timeFor(
  waiting: readonly Speech[],
  { begins, closesAt }: { begins: readonly number[]; closesAt: Date | null },
): { all: number; inTime: number; each: number | null } {
  const end = closesAt?.getTime() ?? Infinity;
  const inTime = waiting.filter((speech, i) => begins[i]! + speech.allottedSeconds * 1000 <= end).length;
  if (!closesAt || waiting.length === 0) return { all: waiting.length, inTime, each: null };
  const share = (end - begins[0]!) / 1000 / waiting.length - pauseSeconds;
  // Half minutes are what one can say aloud.
  const each = Math.floor(share / 30) * 30;
  return { all: waiting.length, inTime, each: each >= 30 ? each : null };
}
