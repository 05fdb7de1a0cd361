import { expect, test } from 'vitest';
import { datesOf, daysOf } from './dates.ts';

const edition = { time_zone: 'Africa/Kampala', starts_on: '2026-06-09', ends_on: '2026-06-11' };
const from = new Date('2026-06-09T07:00:00Z');

test('dates are printed in the time zone of the edition, which is named', () => {
  const when = datesOf(edition);
  expect(when.span(from, new Date('2026-06-09T09:00:00Z'))).toBe('Tue 9 June 2026, 10:00–12:00 EAT');
  expect(when.moment(new Date('2026-05-12T22:30:00Z'))).toBe('Wed 13 May, 01:30');
  expect(when.deadline(new Date('2026-05-29T15:00:00Z'))).toBe('Fri 29 May, 18:00 EAT');
  expect(when.exactly(new Date('2026-05-12T06:12:44Z'))).toBe('Tue 12 May 2026, 09:12:44 EAT');
  expect(when.zone()).toBe('EAT (UTC+3)');
});

test('a year that is not the edition’s own is printed', () => {
  const when = datesOf(edition);
  expect(when.shortDay(from)).toBe('9 June');
  expect(when.shortDay(new Date('2025-09-01T07:00:00Z'))).toBe('1 September 2025');
  expect(when.moment(new Date('2025-09-01T07:00:00Z'))).toBe('Mon 1 September 2025, 10:00');
});

test('midnight is 00:00, and a meeting that runs past it says on which day it ends', () => {
  const when = datesOf({ time_zone: 'UTC', starts_on: null });
  expect(when.span(new Date('2026-06-09T22:00:00Z'), new Date('2026-06-10T00:00:00Z'))).toBe(
    'Tue 9 June 2026, 22:00 – Wed 10 June 2026, 00:00 UTC',
  );
});

test('a zone without a short name is its distance from UTC, which follows the season', () => {
  expect(datesOf({ ...edition, time_zone: 'Asia/Almaty' }).zone(from)).toBe('UTC+5');
  expect(datesOf({ ...edition, time_zone: 'UTC' }).zone(from)).toBe('UTC');
  const paris = datesOf({ ...edition, time_zone: 'Europe/Paris' });
  expect([paris.zone(from), paris.zone(new Date('2026-01-09T07:00:00Z'))]).toEqual(['CEST (UTC+2)', 'CET (UTC+1)']);
});

test('the days of an edition share what they have in common', () => {
  expect(daysOf(edition)).toBe('9–11 June 2026');
  expect(daysOf({ starts_on: '2026-06-30', ends_on: '2026-07-02' })).toBe('30 June – 2 July 2026');
  expect(daysOf({ starts_on: '2026-06-09', ends_on: '2026-06-09' })).toBe('9 June 2026');
  expect(daysOf({ starts_on: null, ends_on: null })).toBe('');
});
