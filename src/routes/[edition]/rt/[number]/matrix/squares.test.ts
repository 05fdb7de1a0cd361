import { expect, test } from 'vitest';
import { squaresOf } from './squares.ts';

const count = (path: string) => path.split('z').length - 1;

test.each([1, 3, 18, 40, 200])('of %i that spoke each has one square, in rows that stay narrow', (spoke) => {
  const raised = Math.floor(spoke / 2);
  const squares = squaresOf({ raised, against: 1, spoke });
  expect([count(squares.raised), count(squares.silent), count(squares.against)]).toEqual([raised, spoke - raised - 1, 1]); // prettier-ignore
  expect(squares.width).toBeLessThanOrEqual(81);
  expect(squares.height).toBe(Math.ceil(spoke / (squares.width / 9)) * 9);
});
