import { expect, test } from 'vitest';
import { paragraphsOf } from './paragraphs.ts';

test('a text is parted where a line is empty, and nowhere else', () => {
  expect(paragraphsOf('One.\nStill one.\n\n  \nTwo.\r\n\r\nThree.\n').map(({ text }) => text)).toEqual([
    'One.\nStill one.',
    'Two.',
    'Three.',
  ]);
  expect(paragraphsOf(' \n ')).toEqual([]);
});

test('a mark goes with its words, also when it runs over two paragraphs', () => {
  const text = 'We ask to be paid.\n\nAnd to be heard.';
  const marked = paragraphsOf(text, 'en', [{ from: 3, to: 22 }]);
  expect(marked.map(({ text, marks }) => marks!.map(({ from, to }) => text.slice(from, to)))).toEqual([
    ['ask to be paid.'],
    ['An'],
  ]);
  expect(paragraphsOf(text, 'en', [{ from: 0, to: 2 }])[1]!.marks).toBeUndefined();
});
