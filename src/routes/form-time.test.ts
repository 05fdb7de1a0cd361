import { expect, test } from 'vitest';
import { fieldIn, momentIn } from './form-time.ts';

test('a form’s date and time are those of the forum’s own zone', () => {
  expect(momentIn('Africa/Kampala', '2026-06-23T18:00')?.toISOString()).toBe('2026-06-23T15:00:00.000Z');
  expect(momentIn('UTC', '2026-06-23T18:00')?.toISOString()).toBe('2026-06-23T18:00:00.000Z');
  expect(momentIn('Asia/Kathmandu', '2026-01-01T00:00')?.toISOString()).toBe('2025-12-31T18:15:00.000Z');
});

test('summer time begins and ends at its own hour', () => {
  expect(momentIn('Europe/Paris', '2026-03-29T01:59')?.toISOString()).toBe('2026-03-29T00:59:00.000Z');
  expect(momentIn('Europe/Paris', '2026-03-29T03:00')?.toISOString()).toBe('2026-03-29T01:00:00.000Z');
  expect(momentIn('Europe/Paris', '2026-10-25T04:00')?.toISOString()).toBe('2026-10-25T03:00:00.000Z');
});

test('what is no date and time is none', () => {
  for (const text of ['', 'tomorrow', '2026-06-23', '2026-13-40T99:99']) expect(momentIn('UTC', text)).toBeUndefined();
});

test('a moment stands in a form’s field as the clocks of the zone show it, and comes back as it was', () => {
  const at = new Date('2026-06-23T15:00:00Z');
  expect(fieldIn('Africa/Kampala', at)).toBe('2026-06-23T18:00');
  expect(momentIn('Africa/Kampala', fieldIn('Africa/Kampala', at))).toEqual(at);
  expect(fieldIn('UTC', null)).toBe('');
});
