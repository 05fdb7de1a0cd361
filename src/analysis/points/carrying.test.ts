import { describe, expect, test } from 'vitest';
import { movedBy } from './carrying.ts';

describe('movedBy', () => {
  const moved = (sentence: string, before: string, after: string) => {
    const start = before.indexOf(sentence);
    return movedBy({ start, end: start + sentence.length }, before, after);
  };
  test.each([
    ['Wells first.', 'Wells first. Roads later.', 'Thank you. Wells first. Roads later.', 11],
    ['Wells first.', 'Roads later. Wells first.', 'Wells first.', -13],
    ['Wells first.', 'Wells first. Roads.', 'Not Wells first. Roads.', null],
    ['Wells first.', 'Wells first.', 'Wells firstly.', null],
    ['Wells first.', 'Wells first.', 'Wells first. And again: Wells first.', null],
    ['Wells.', 'Roads. Wells. Taps. Wells.', 'Wells. Taps. Wells.', -7],
    ['We support a levy.', 'We support a levy.', 'We do not support a levy.', null],
  ])('%s', (sentence, before, after, by) => expect(moved(sentence, before, after)).toBe(by));
});
