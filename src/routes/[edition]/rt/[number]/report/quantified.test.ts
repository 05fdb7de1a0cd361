import { expect, test } from 'vitest';
import { placeOfQuantifier } from './quantified.ts';

const found = (sentence: string, quantifier: string) => {
  const { from, to } = placeOfQuantifier(sentence, quantifier);
  return sentence.slice(from, to);
};

test.each([
  ['Several delegations called for a wall.', 'several', 'Several delegations'],
  ['Money was raised by a number of delegations.', 'a number of', 'a number of delegations'],
  ['Two delegations opposed it.', 'two delegations', 'Two delegations'],
  ['Most of the States agreed.', 'most', 'Most of the States'],
  ['Many spoke to it.', 'many', 'Many'],
])('%s', (sentence, quantifier, shown) => expect(found(sentence, quantifier)).toBe(shown));

test('a word that only contains the quantifier is not it', () => {
  expect(placeOfQuantifier('Almost all agreed.', 'most')).toEqual({ from: 18, to: 18 });
});

test('a count in other words stands at the end of its sentence', () => {
  expect(placeOfQuantifier('Twelve of them agreed.', 'several')).toEqual({ from: 22, to: 22 });
});
