import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findQuotation, isIn, normalise, quotationsIn, surroundings } from './quotation.ts';

const source =
  'We do not support a complete separation. Some exchange is needed – “under a judge” – to keep people safe.\r\nParlons aussi de « nouveaux voisins » : irregular movements are not regular ones.';

describe('findQuotation', () => {
  test.each([
    ['We do not support a complete separation.', 'exact words'],
    ['needed - "under a judge" - to', 'other dashes and quotation marks'],
    ['people safe. Parlons aussi', 'a line break for a space'],
    ['de «nouveaux voisins»', 'no spaces inside guillemets'],
    ['support a complete\u00a0separation', 'a no-break space'],
    ['  Some exchange is needed ', 'spaces around'],
    ['regular ones', 'a whole word, although it also ends another'],
  ])('finds “%s”: %s', (words) => {
    const place = findQuotation(words, source);
    expect(place).not.toBeNull();
    expect(normalise(source.slice(place!.start, place!.end)).text).toBe(normalise(words).text.trim());
  });

  test.each([
    ['We support a complete separation.', 'the “not” is gone'],
    ['We do not support complete separation.', 'an article is gone'],
    ['we do not support', 'a small letter'],
    ['We do not support a complete separation, some', 'another stop'],
    ['regular movements', 'half a word says the opposite'],
    ['are', 'nothing'],
    ['', 'no words'],
    ['  ', 'only spaces'],
  ])('refuses “%s”: %s', (words) => {
    expect(findQuotation(words, words === 'are' ? 'They are, and we are.' : source)).toBeNull();
  });

  test('refuses what stands in two places, for nobody could tell which is meant', () => {
    expect(findQuotation('a judge', 'a judge asks a judge')).toBeNull();
    expect(isIn('a judge', 'a judge asks a judge')).toBe(true);
  });

  test('reads scripts without spaces between words', () => {
    expect(findQuotation('移民', '我们支持移民权利')).toEqual({ start: 4, end: 6 });
  });

  test('gives offsets into the original, whatever was normalised before them', () => {
    const odd = 'Cafe\u0301 \u200b«\u00a0d’accord\u00a0» … 가 \u1100\u1161 end';
    expect(odd.slice(...span(findQuotation("d'accord", odd)!))).toBe('d’accord');
    expect(odd.slice(...span(findQuotation('Café', odd)!))).toBe('Cafe\u0301');
    expect(odd.slice(...span(findQuotation('end', odd)!))).toBe('end');
  });

  const words = fc.array(fc.stringMatching(/^[a-zà-öø-ÿ]{1,8}$/), { minLength: 3, maxLength: 30 });

  test('finds every stretch of whole words that is unique, at its place', () => {
    fc.assert(
      fc.property(words, fc.nat(), fc.nat(), (all, a, b) => {
        const text = all.join(' ');
        const from = a % all.length;
        const stretch = all.slice(from, from + 1 + (b % (all.length - from))).join(' ');
        const place = findQuotation(stretch, text);
        const isUnique =
          all.filter((_, i) => all.slice(i).join(' ').concat(' ').startsWith(`${stretch} `)).length === 1;
        expect(place !== null).toBe(isUnique);
        if (place) expect(text.slice(place.start, place.end)).toBe(stretch);
      }),
    );
  });

  test('never finds a sentence from which a word was taken', () => {
    fc.assert(
      fc.property(words, fc.nat(), (all, at) => {
        const numbered = all.map((word, i) => `${word}${i}`);
        const without = numbered.filter((_, i) => i !== 1 + (at % (numbered.length - 2))).join(' ');
        expect(findQuotation(without, numbered.join(' '))).toBeNull();
      }),
    );
  });
});

test('normalise maps every unit back, for any text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
      const { text: plain, starts, ends } = normalise(text);
      expect([starts.length, ends.length]).toEqual([plain.length, plain.length]);
      expect(starts.every((start, i) => start < ends[i]! && start >= (starts[i - 1] ?? 0))).toBe(true);
      expect(ends.at(-1) ?? 0).toBeLessThanOrEqual(text.length);
    }),
  );
});

test('normalise reads a text the same composed and decomposed', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (text) => {
      expect(normalise(text.normalize('NFD')).text).toBe(normalise(text.normalize('NFC')).text);
    }),
  );
});

describe('quotationsIn', () => {
  const texts = (sentence: string) => quotationsIn(sentence).map(({ text }) => text);

  test.each([
    ['Kenya stated: “We agree.”', ['We agree.']],
    ['Kenya stated: "We agree" and "so be it".', ['We agree', 'so be it']],
    ['Le Maroc a dit « d’accord ».', [' d’accord ']],
    ['Deutschland sagte: „Wir stimmen zu.“', ['Wir stimmen zu.']],
    ['“She said ‘no’ and « jamais »,” it added.', ['She said ‘no’ and « jamais »,']],
    ['“One “inside” another”', ['One “inside” another']],
    ['An inch (12") is not a quotation, nor is “this', []],
    ['It’s the delegates’ own', []],
    ['“”', []],
  ])('in %s', (sentence, quotations) => expect(texts(sentence)).toEqual(quotations));

  test('reads a text that is nothing but marks, none of them closed or all', () => {
    const many = 100_000;
    expect(quotationsIn('“«'.repeat(many))).toEqual([]);
    expect(quotationsIn('“'.repeat(many) + 'a' + '”'.repeat(many))).toMatchObject([{ start: 1, end: 2 * many }]);
  });

  test('gives places in the sentence, for any text', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('“', '”', '"', '«', '»', '„', 'a', ' '), { maxLength: 40 }), (signs) => {
        const sentence = signs.join('');
        for (const { start, end, text } of quotationsIn(sentence)) expect(sentence.slice(start, end)).toBe(text);
      }),
    );
  });
});

test('surroundings never cut a character in half', () => {
  const around = surroundings(`${'🙂'.repeat(30)}words${'🙂'.repeat(30)}`, { start: 60, end: 65 }, 39);
  expect(around).toEqual({ before: '🙂'.repeat(19), after: '🙂'.repeat(19) });
});

function span({ start, end }: { start: number; end: number }): [number, number] {
  return [start, end];
}
