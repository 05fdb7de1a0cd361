import { expect, test } from 'vitest';
import { excerpt, marked } from './passages.ts';

const around = (word: string) => `\u0002${word}\u0003`;
const shown = ({ text, marks = [] }: ReturnType<typeof excerpt>) => marks.map(({ from, to }) => text.slice(from, to));

test('what was found is marked, and the signs around it are gone', () => {
  const { text, marks } = marked(`${around('Cities')} plan\n\nfor the ${around('city')}.`);
  expect(text).toBe('Cities plan for the city.');
  expect(marks).toEqual([
    { from: 0, to: 6 },
    { from: 20, to: 24 },
  ]);
  expect(marked('nothing')).toEqual({ text: 'nothing', marks: [] });
});

test('a short text is shown whole', () => {
  expect(excerpt(marked(`Keep the ${around('city')} moving.`)).text).toBe('Keep the city moving.');
});

test('a long one is cut between words, from the sentence that holds the words, and says where it is cut', () => {
  const filler = 'The bus came late again and nobody minded. '.repeat(20);
  const found = excerpt(
    marked(`${filler}Then the ${around('city')} paid for it. ${filler}And the ${around('city')} slept.`),
  );
  expect(found.text.length).toBeLessThan(330);
  expect(found.text).toMatch(/^… (The bus|Then the)/);
  expect(found.text).toMatch(/ …$/);
  expect(shown(found)).toEqual(['city']);
});

test('a text without spaces is cut all the same', () => {
  const found = excerpt(marked(`${'城'.repeat(500)}${around('市')}${'城'.repeat(500)}`));
  expect(found.text.length).toBeLessThan(330);
  expect(shown(found)).toEqual(['市']);
});
