import { expect, it } from 'vitest';
import { readings } from './reading.ts';
import { helpWords, withoutForum } from './without-forum.ts';

it('names every command that only reads files', () => {
  expect(withoutForum.filter((name) => !helpWords.includes(name)).sort()).toEqual(
    readings.map(({ name }) => name).sort(),
  );
});
