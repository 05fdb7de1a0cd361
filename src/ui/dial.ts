/** One stop of the length dial: so many minutes, and who is in the body then. */
export type Stop = { minutes: number; inBody: number; everyone: number };

/** Where minutes stand on the dial, in its own units: a slide rule, so that twice as long is always as far. */
export function placeOf(minutes: number, least: number, most: number): number {
  const within = Math.min(most, Math.max(least, minutes));
  return Math.round(20 + (430 * Math.log(within / least)) / Math.log(most / least));
}

/** Every half minute between the stops; whole ones stand taller. */
export function ticksOf(least: number, most: number): { x: number; tall: boolean }[] {
  const ticks = [];
  for (let half = least * 2 + 1; half < most * 2; half++)
    ticks.push({ x: placeOf(half / 2, least, most), tall: half % 2 === 0 });
  return ticks;
}
