import fc from 'fast-check';
import { expect, test } from 'vitest';
import { emphasisOf, tookTheFloor, type Voices } from './emphasis.ts';

const said = (more: Partial<Voices>): Voices => ({
  actors: [],
  onBehalfOf: [],
  supportedBy: [],
  opposedBy: [],
  act: 'stated',
  polarity: 1,
  ...more,
});

test('counts delegations, never mentions', () => {
  const points = [said({ actors: ['kenya'] }), said({ actors: ['kenya', 'peru'] }), said({ actors: ['kenya'] })];
  expect(emphasisOf(points, ['kenya', 'peru', 'chad'])).toEqual({
    raised: ['kenya', 'peru'],
    against: [],
    silent: ['chad'],
    floor: ['kenya', 'peru', 'chad'],
  });
});

test('a group counts in the place of whoever speaks for it, and its supporters beside it', () => {
  const point = said({ actors: ['zambia'], onBehalfOf: ['least-developed-countries'], supportedBy: ['peru'] });
  expect(emphasisOf([point], []).raised).toEqual(['least-developed-countries', 'peru']);
});

test('a dissent is never lost', () => {
  const points = [said({ actors: ['kenya'] }), said({ actors: ['kenya'], act: 'supported', polarity: -1 }), said({ actors: ['peru'], opposedBy: ['japan'] })]; // prettier-ignore
  expect(emphasisOf(points, [])).toMatchObject({ raised: ['peru'], against: ['kenya', 'japan'] });
});

test('what somebody could not say is not opposition', () => {
  expect(emphasisOf([said({ actors: ['kenya'], polarity: -1 })], [])).toMatchObject({ raised: ['kenya'], against: [] });
});

test('everyone on the floor is in exactly one of raised, against and silent', () => {
  const name = fc.constantFrom('a', 'b', 'c', 'd', 'e');
  const names = fc.array(name, { maxLength: 3 });
  const voice = fc.record({ actors: names, onBehalfOf: names, supportedBy: names, opposedBy: names, act: fc.constantFrom('stated', 'opposed'), polarity: fc.constantFrom(1, -1) }); // prettier-ignore
  fc.assert(
    fc.property(fc.array(voice), fc.uniqueArray(name), (voices, floor) => {
      const emphasis = emphasisOf(voices, floor);
      const all = [...emphasis.raised, ...emphasis.against, ...emphasis.silent];
      expect(all.toSorted()).toEqual(emphasis.floor.toSorted());
      expect(new Set(all).size).toBe(all.length);
    }),
  );
});

test('paper is not the floor, and off the record is not counted', () => {
  const one = { mode: 'oral', onRecord: true, speakers: ['kenya'], onBehalfOf: [] };
  expect(
    tookTheFloor([
      one,
      { ...one, onBehalfOf: ['group-of-77'] },
      { ...one, mode: 'written', speakers: ['peru'] },
      { ...one, onRecord: false, speakers: ['chad'] },
      one,
    ]),
  ).toEqual(['kenya', 'group-of-77']);
});
