import { LRUCache } from 'lru-cache';

/** The dates of one edition, always in its own time zone and printed as a programme prints them. */
export interface Dates {
  /** “Tue 9 June 2026” */
  day(at: Date): string;
  /** “9 June”, with the year where it is not the edition's own */
  shortDay(at: Date): string;
  /** “Tue 12 May, 09:12”, for a page that says its zone once */
  moment(at: Date): string;
  /** “Fri 29 May, 18:00 EAT”, for what must not be missed */
  deadline(at: Date): string;
  /** “Tue 12 May 2026, 09:12:44 EAT” */
  exactly(at: Date): string;
  /** “10:04” */
  time(at: Date): string;
  /** “Tue 9 June 2026, 10:00–12:00 EAT”; a meeting that ends on another day says which */
  span(from: Date, to: Date | null): string;
  /** “EAT (UTC+3)” */
  zone(at?: Date): string;
}

interface Edition {
  time_zone: string;
  starts_on: string | null;
}

const made = new Map<string, Dates>();

/** The dates of an edition in a language (BCP 47). The year of its opening is taken as known; any other is printed. */
export function datesOf({ time_zone, starts_on }: Edition, language = 'en'): Dates {
  const year = starts_on?.slice(0, 4) ?? '';
  const key = `${time_zone} ${year} ${language}`;
  let dates = made.get(key);
  if (!dates) made.set(key, (dates = datesIn(time_zone, language, year)));
  return dates;
}

/**
 * The days an edition meets, from its two dates (`2026-06-09`): “9–11 June 2026”. Empty where there are none.
 */
export function daysOf({ starts_on, ends_on }: { starts_on: string | null; ends_on: string | null }, language = 'en') {
  if (!starts_on) return '';
  const days = new Intl.DateTimeFormat(regional(language), { ...dayMonth, year: 'numeric', timeZone: 'UTC' });
  const from = new Date(starts_on);
  return ends_on && ends_on !== starts_on
    ? days
        .formatRange(from, new Date(ends_on))
        .replace(/\s*–\s*/, ' – ')
        .replace(/^(\d+) – (?=\d+ \D)/, (both, day) => (sameMonth(starts_on, ends_on) ? `${day}–` : both))
    : days.format(from);
}

function sameMonth(a: string, b: string): boolean {
  return a.slice(0, 7) === b.slice(0, 7);
}

const dayMonth = { day: 'numeric', month: 'long' } as const;
const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;

function datesIn(timeZone: string, language: string, year: string): Dates {
  const format = (options: Intl.DateTimeFormatOptions) => {
    const formatter = new Intl.DateTimeFormat(regional(language), { ...options, timeZone });
    // “Tue, 9 June” and “Tue 9 June” are both found in English: the shorter one, always.
    return once((at) => formatter.format(at).replace(/^(\p{L}+), /u, '$1 '));
  };
  const yearOf = format({ year: 'numeric' });
  const day = format({ weekday: 'short', ...dayMonth, year: 'numeric' });
  const dayInYear = format({ weekday: 'short', ...dayMonth });
  const short = format(dayMonth);
  const shortWithYear = format({ ...dayMonth, year: 'numeric' });
  const time = format(clock);
  const seconds = format({ ...clock, second: '2-digit' });
  const abbreviation = zoneName(timeZone);
  const offsetFromUtc = once((at) => offsetOf(timeZone, at));
  const isUsual = (at: Date) => yearOf(at) === year;
  const moment = (at: Date) => `${isUsual(at) ? dayInYear(at) : day(at)}, ${time(at)}`;
  return {
    day,
    time,
    moment,
    shortDay: (at) => (isUsual(at) ? short(at) : shortWithYear(at)),
    deadline: (at) => `${moment(at)} ${abbreviation(at)}`,
    exactly: (at) => `${day(at)}, ${seconds(at)} ${abbreviation(at)}`,
    span(from, to) {
      const end = to ? (day(from) === day(to) ? `–${time(to)}` : ` – ${day(to)}, ${time(to)}`) : '';
      return `${day(from)}, ${time(from)}${end} ${abbreviation(from)}`;
    },
    zone(at = new Date(year ? `${year}-06-01` : 0)) {
      const name = abbreviation(at);
      const offset = offsetFromUtc(at);
      return name === offset ? name : `${name} (${offset})`;
    },
  };
}

// Each English-speaking region knows the abbreviations of its own part of the world; whoever knows one is asked.
const regions = ['en-GB', 'en-ZA', 'en-US', 'en-AU', 'en-IN', 'en-CA'];

function zoneName(timeZone: string): (at: Date) => string {
  const formatters = regions.map((region) => part(region, timeZone, 'short'));
  return once((at) => {
    for (const format of formatters) {
      const name = format(at);
      if (/^[A-Z]{2,5}$/.test(name) && name !== 'GMT') return name;
    }
    return offsetOf(timeZone, at);
  });
}

/** The same moments come again on every page, and Intl is slow: a tenth of the time of a long page. */
function once(format: (at: Date) => string): (at: Date) => string {
  const known = new LRUCache<number, string>({ max: 2000 });
  return (at) => {
    let text = known.get(at.getTime());
    if (text === undefined) known.set(at.getTime(), (text = format(at)));
    return text;
  };
}

/** “UTC+3”, “UTC+5:30”, “UTC” */
function offsetOf(timeZone: string, at: Date): string {
  return part('en-GB', timeZone, 'shortOffset')(at).replace(/^GMT(\+0$)?/, 'UTC');
}

function part(locale: string, timeZone: string, timeZoneName: 'short' | 'shortOffset'): (at: Date) => string {
  const formatter = new Intl.DateTimeFormat(locale, { timeZone, timeZoneName });
  return (at) => formatter.formatToParts(at).find(({ type }) => type === 'timeZoneName')!.value;
}

/** English dates are written day first here, as the field does. */
function regional(language: string): string {
  return language === 'en' ? 'en-GB' : language;
}
