/**
 * The moment that a form's date and time (`2026-06-23T18:00`) stand for in a time zone; undefined where it is none. An hour
 * that is skipped when clocks go forward is taken as the hour after.
 */
export function momentIn(timeZone: string, text: string): Date | undefined {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(text)) return undefined;
  const asIfUtc = Date.parse(`${text}Z`);
  if (Number.isNaN(asIfUtc)) return undefined;
  const guess = asIfUtc - ahead(timeZone, asIfUtc);
  return new Date(asIfUtc - ahead(timeZone, guess));
}

/** A moment as a form's date and time in a time zone; empty for none. */
export function fieldIn(timeZone: string, at: Date | null): string {
  return at ? new Date(at.getTime() + ahead(timeZone, at.getTime())).toISOString().slice(0, 16) : '';
}

/**
 * The moment in a form's field: null where it was left empty. What is no date and time is handed on as it is, so that the act
 * says what is wrong with it.
 */
export function momentGiven(timeZone: string, text: string | undefined): Date | null {
  if (!text) return null;
  return momentIn(timeZone, text) ?? new Date(NaN);
}

/** How far the clocks of a zone are ahead of UTC, in milliseconds. */
function ahead(timeZone: string, at: number): number {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  }).formatToParts(at);
  const part = (wanted: string) => Number(parts.find(({ type }) => type === wanted)!.value);
  const local = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
  return local - Math.floor(at / 1000) * 1000;
}
