import type { Statement, When } from './types.ts';

/** Minutes from day 0 at midnight; negative before it. */
export const whenInMinutes = ([day, time]: When): number => {
  const [hours, minutes] = time.split(':').map(Number) as [number, number];
  return day * 24 * 60 + hours * 60 + minutes;
};

/**
 * The delegations that took the floor with these statements, on the record. What was written is not the floor;
 * a group that was spoken for counts in the place of the one who spoke.
 */
export const tookTheFloor = (statements: Statement[]): Set<string> =>
  new Set(
    statements
      .filter((one) => one.mode !== 'written' && one.onRecord !== false)
      .flatMap((one) => one.onBehalfOf ?? one.speakers.flatMap((speaker) => speaker.delegation ?? [])),
  );

/** What stands in quotation marks in a sentence, without the marks. */
export const quoted = (text: string): string[] => [...text.matchAll(/“([^”]*)”/g)].map((match) => match[1]!);

/** Those that appear more than once. */
export const repeated = (names: string[]): string[] => names.filter((name, at) => names.indexOf(name) !== at);

/** Every string anywhere in a value. */
export const everyText = (value: unknown): string[] => {
  if (typeof value === 'string') return [value];
  return value && typeof value === 'object' ? Object.values(value).flatMap(everyText) : [];
};
