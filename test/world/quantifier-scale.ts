import type { Quantifier } from './types.ts';

/**
 * The words of the published scale that fit `count` delegations out of `floor`. The reports use only counts that
 * exactly one word fits, and that lie on no border, so that no reading of the scale can contradict them.
 */
export const quantifiersThatFit = (count: number, floor: number): Quantifier[] => {
  const share = count / floor;
  const scale: [Quantifier, boolean][] = [
    ['one delegation', count === 1],
    ['two delegations', count === 2],
    ['a few', count === 3 || count === 4],
    ['some', count >= 3 && share <= 0.2],
    ['several', count >= 5 && share <= 0.25],
    ['a number of', share >= 0.25 && share <= 0.4],
    ['many', share >= 0.4 && share <= 0.6],
    ['most', share > 0.6],
  ];
  return scale.filter(([, fits]) => fits).map(([word]) => word);
};
