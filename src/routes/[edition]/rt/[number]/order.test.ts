import { expect, test } from 'vitest';
import { inOrder, type ThreadOrder } from './order.ts';

const statement = (number: number, answers: number[] = [], repliesTo: number | null = null, state = 'received') => ({
  number,
  answers,
  repliesTo,
  state: state as 'received' | 'withdrawn',
  kind: 'comment' as const,
});
const thread = [
  statement(1, [2]),
  statement(2, [1, 3]),
  statement(3, [], 1),
  statement(4),
  statement(5, [], 3),
  statement(6, [], null, 'withdrawn'),
];
const numbers = (order: ThreadOrder) =>
  inOrder(thread, order).map(({ question, statements }) => [question, statements.map(({ number }) => number)]);

test('as it came', () => expect(numbers('time')).toEqual([[null, [1, 2, 3, 4, 5, 6]]]));

test('question by question, a reply with what it replies to, and what answers none last', () => {
  expect(numbers('question')).toEqual([
    [1, [2]],
    [2, [1, 3, 5]],
    [0, [4, 6]],
  ]);
});

test('what nobody has replied to, but for what was withdrawn', () => {
  expect(numbers('unanswered')).toEqual([[null, [2, 4, 5]]]);
});
