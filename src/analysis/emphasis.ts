import { isAgainst } from './rules.ts';

export { isAgainst };

/** Who said one thing: slugs of the register, or the name as printed of someone it does not hold. */
export interface Voices {
  actors: readonly string[];
  onBehalfOf: readonly string[];
  supportedBy: readonly string[];
  opposedBy: readonly string[];
  act: string;
  polarity: number;
}

/** Who took the floor with one statement. */
interface Floor {
  mode: string;
  onRecord: boolean;
  speakers: readonly string[];
  onBehalfOf: readonly string[];
}

/** Distinct delegations, never mentions, in the order in which they are first met. */
interface Emphasis {
  raised: string[];
  against: string[];
  /** Took the floor and did not speak to it. */
  silent: string[];
  /** All who took the floor: the denominator. */
  floor: string[];
}

/**
 * How many spoke to something, and against it, of those who took the floor. A group that was spoken for counts in the
 * place of whoever spoke for it; whoever is on record both ways counts as against, for a dissent is never lost.
 */
export function emphasisOf(points: readonly Voices[], floor: readonly string[]): Emphasis {
  const against = new Set<string>();
  const raised = new Set<string>();
  for (const point of points) {
    const said = point.onBehalfOf.length > 0 ? point.onBehalfOf : point.actors;
    for (const one of [...said, ...point.supportedBy]) (isAgainst(point) ? against : raised).add(one);
    for (const one of point.opposedBy) against.add(one);
  }
  for (const one of against) raised.delete(one);
  const spoke = new Set([...floor, ...raised, ...against]);
  return {
    raised: [...raised],
    against: [...against],
    silent: [...spoke].filter((one) => !raised.has(one) && !against.has(one)),
    floor: [...spoke],
  };
}

/** Those who took the floor: what was handed in on paper is not the floor, and what was said off the record is not counted. */
export function tookTheFloor(statements: readonly Floor[]): string[] {
  const spoken = statements.filter((one) => one.mode !== 'written' && one.onRecord);
  return [...new Set(spoken.flatMap((one) => (one.onBehalfOf.length > 0 ? one.onBehalfOf : one.speakers)))];
}
