import { expect, it } from 'vitest';
import { say } from './say.ts';

const deadline = new Date('2026-06-10T15:00:00Z');

it('says a moment with its zone, that of the edition where it is given', () => {
  expect(say('comments.deadline_past', { deadline })).toContain('10 June 2026 at 15:00 UTC');
  expect(say('comments.deadline_past', { deadline, timeZone: 'Africa/Nairobi' })).toMatch(/18:00 (EAT|GMT\+3|UTC\+3)/);
});

it('shows a code that no catalogue has, rather than nothing', () => {
  expect(say('nothing.of_the_kind')).toBe('nothing.of_the_kind');
});

it('falls back to English where a language has no such sentence', () => {
  expect(say('comments.deadline_past', { deadline }, 'fr')).toMatch(/The time for comments has passed/);
});
