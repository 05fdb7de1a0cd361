import { expect, test } from 'vitest';
import { say } from '#messages/say.ts';
import { datesOf } from '#ui/dates.ts';
import { stepsOf } from './standing.ts';

const when = datesOf({ time_zone: 'Africa/Kampala', starts_on: '2026-06-09' });
const startsAt = new Date('2026-06-09T07:00:00Z');
const commentsCloseAt = new Date('2026-05-29T15:00:00Z');
const steps = (state: string) => stepsOf({ state, startsAt, commentsCloseAt }, when, say);

test('an open roundtable says until when', () => {
  const [draft, open, , session] = steps('open_for_comment');
  expect(draft).toMatchObject({ name: 'Draft', state: 'done' });
  expect(open).toEqual({ name: 'Open for comment', note: 'until Fri 29 May, 18:00 EAT', state: 'now' });
  expect(session).toMatchObject({ note: '9 June', state: 'later' });
});

test('a state between two steps stands in the place of the one it follows', () => {
  const [, comments, ready] = steps('comment_closed');
  expect([comments, ready]).toMatchObject([
    { name: 'Comments closed', note: '', state: 'now' },
    { name: 'Ready', state: 'later' },
  ]);
  expect(steps('adjourned')[3]).toMatchObject({ name: 'Adjourned', state: 'now' });
});
