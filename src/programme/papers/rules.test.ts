import { expect, test } from 'vitest';
import { paragraphsIn } from './rules.ts';

const numbered = (text: string) => paragraphsIn(text).map(({ number, text }) => `${number ?? '#'} ${text}`);

test('paragraphs are parted by blank lines and numbered, whatever numbers were printed', () => {
  expect(numbered('7. First,\r\nwrapped.\r\n\r\n§ 8 Second.\n \n9) Third.')).toEqual(['1 First, wrapped.', '2 Second.', '3 Third.']); // prettier-ignore
});

test('headings have no number, the last line and items of a list are none', () => {
  expect(numbered('# Title\n\nWhat is known\n\nText here.\n\n- one\n- two\n\nThe end')).toEqual([
    '# Title',
    '# What is known',
    '1 Text here.',
    '2 - one\n- two',
    '3 The end',
  ]);
});

test('nothing gives nothing', () => expect(paragraphsIn(' \n\n\t\n')).toEqual([]));
