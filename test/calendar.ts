import type { When } from './world/types.ts';

/** Turns days before and after today, and local times, into moments and dates of a time zone. */
export interface Calendar {
  at(when: When): Date;
  /** ISO 8601 date */
  date(when: When): string;
}

export function calendarOf(today: Date, zone: string): Calendar {
  const parts = new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short' }).format(today);
  const [year = 0, month = 0, day = 0] = parts.split('-').map(Number);
  const local = ([days, time]: When) => {
    const [hours = 0, minutes = 0] = time.split(':').map(Number);
    return Date.UTC(year, month - 1, day + days, hours, minutes);
  };
  const offsets = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' });
  return {
    at: (when) => new Date(local(when) - offset(new Date(local(when)), offsets)),
    date: (when) => new Date(local(when)).toISOString().slice(0, 10),
  };
}

/** How far a zone's clocks are ahead of UTC at a moment, in milliseconds. */
function offset(moment: Date, offsets: Intl.DateTimeFormat): number {
  const name = offsets.formatToParts(moment).find((part) => part.type === 'timeZoneName')!.value;
  const [, sign = '+', hours = '0', minutes = '0'] = /([+-])(\d+):(\d+)/.exec(name) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
}
