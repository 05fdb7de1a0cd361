import { expect, test } from 'vitest';
import { readScale, writeScale } from './rules.ts';

test('a scale is written as it is read', () => {
  const text = 'one delegation: at least 1, at most 1\nseveral: at least 5, up to 25%\nmost: over 62.5%';
  const read = readScale(`\n${text}\n\n`);
  expect(read).toEqual({
    steps: [
      { word: 'one delegation', least: 1, most: 1 },
      { word: 'several', least: 5, upTo: 0.25 },
      { word: 'most', over: 0.625 },
    ],
  });
  expect('steps' in read && writeScale(read.steps)).toBe(text);
  expect(readScale('  \n ')).toEqual({ steps: null });
});

test.each(['several', 'several: many', 'several: at least 5%', 'most: over 60', 'most: over 120%', ': at least 2'])(
  '“%s” is no line of a scale',
  (line) => expect(readScale(`some: at least 2\n${line}`)).toEqual({ wrong: line }),
);
