import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { quantifierFor, usualScale } from './quantifier.ts';

describe('quantifierFor', () => {
  test.each([
    [1, 31, 'one delegation'],
    [2, 31, 'two delegations'],
    [2, 3, 'two delegations'],
    [3, 9, 'a few'],
    [4, 9, 'a few'],
    [3, 13, 'a few'],
    [3, 12, 'a number of'],
    [4, 31, 'some'],
    [5, 31, 'some'],
    [7, 31, 'several'],
    [8, 31, 'a number of'],
    [12, 31, 'a number of'],
    [13, 31, 'many'],
    [4, 10, 'a number of'],
    [6, 10, 'many'],
    [7, 10, 'most'],
    [30, 31, 'most'],
    [5, 8, 'most'],
  ])('%i of %i: %s', (count, of, word) => expect(quantifierFor(count, of, 0)?.word).toBe(word));

  test('says why this word, with the numbers behind it', () => {
    expect(quantifierFor(4, 31, 2)?.rule).toBe(
      '“some” means at least 3 and up to 20 %; here 4 of the 31 that took the floor (13 %), 2 opposed. Ten or more took the floor, so the share decides.',
    );
    expect(quantifierFor(7, 31, 0)?.rule).toBe(
      '“several” means at least 5 and up to 25 %; here 7 of the 31 that took the floor (23 %), none opposed.',
    );
  });

  test('speaks of agreement only when asked, and never over an objection', () => {
    expect(quantifierFor(9, 10, 0)?.word).toBe('most');
    expect(quantifierFor(9, 10, 0, { agreement: true })?.word).toBe('broad agreement');
    expect(quantifierFor(10, 10, 0, { agreement: true })?.word).toBe('general agreement');
    expect(quantifierFor(9, 10, 1, { agreement: true })?.word).toBe('most');
  });

  test('has a word for every count but nought, and never “consensus”', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 250 }), fc.nat(250), fc.nat(20), (count, more, opposed) => {
        const word = quantifierFor(count, count + more, opposed)?.word;
        expect(usualScale.map((step) => step.word)).toContain(word);
        expect(word).not.toContain('consensus');
      }),
    );
    expect(quantifierFor(0, 31, 0)).toBeNull();
  });

  test('claims no less for more', () => {
    const strength = ['some', 'several', 'a number of', 'many', 'most'];
    fc.assert(
      fc.property(fc.integer({ min: 15, max: 200 }), fc.nat(), (of, n) => {
        const count = 5 + (n % (of - 5));
        const [less, more] = [quantifierFor(count, of, 0)!.word, quantifierFor(count + 1, of, 0)!.word];
        expect(strength.indexOf(more)).toBeGreaterThanOrEqual(strength.indexOf(less));
      }),
    );
  });

  test('uses the scale an edition has set', () => {
    const scale = [
      { word: 'half', from: 0.5 },
      { word: 'fewer than half', upTo: 0.499 },
    ];
    expect(quantifierFor(5, 10, 0, { scale })?.word).toBe('half');
    expect(quantifierFor(4, 10, 0, { scale })?.word).toBe('fewer than half');
  });
});
