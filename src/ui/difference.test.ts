import fc from 'fast-check';
import { expect, test } from 'vitest';
import { differenceOf } from './difference.ts';

const shown = (a: string, b: string, language = 'en') =>
  differenceOf(a, b, language)
    .map(({ kind, text }) => (kind === 'same' ? text : kind === 'out' ? `[-${text}-]` : `[+${text}+]`))
    .join('');

test.each([
  ['The clinic first.', 'The clinic first.', 'The clinic first.'],
  ['The clinic first.', 'The clinic, at once.', 'The clinic[- first-][+, at once+].'],
  ['eleven cities', 'fourteen cities', '[-eleven-][+fourteen+] cities'],
  ['', 'New words.', '[+New words.+]'],
  ['One. Two.', 'One.\n\nTwo.', 'One.[- -][+\n\n+]Two.'],
])('from “%s” to “%s”', (a, b, expected) => expect(shown(a, b)).toBe(expected));

test('words are found where no blanks part them', () => {
  expect(shown('我们支持城市', '我们反对城市', 'zh')).toBe('我们[-支持-][+反对+]城市');
});

const words = fc.array(fc.constantFrom('city', 'State', 'pays', 'first', ',', '.'), { maxLength: 30 });

test('both versions can be read from it', () => {
  fc.assert(
    fc.property(words, words, (a, b) => {
      const [earlier, later] = [a.join(' '), b.join(' ')];
      const changes = differenceOf(earlier, later, 'en');
      const read = (kind: string) => changes.flatMap((one) => (one.kind === kind ? [] : [one.text])).join('');
      expect(read('out')).toBe(later);
      expect(read('in')).toBe(earlier);
    }),
  );
});

test('two long texts with nothing in common are shown one after the other', () => {
  const long = (word: string) => Array.from({ length: 4000 }, (_, n) => `${word}${n}`).join(' ');
  expect(differenceOf(long('a'), long('b'), 'en').map(({ kind }) => kind)).toEqual(['out', 'in']);
});
