import { describe, expect, test } from 'vitest';
import { findPoints } from './points.ts';
import { theRegister } from './register.ts';

const spellings: [string, string][] = [
  ['The US', 'United States'],
  ['U.S.', 'United States'],
  ['MARSHALL ISLANDS', 'Marshall Islands'],
  ['Lao PDR', "Lao People's Democratic Republic"],
  ['the Netherlands', 'Netherlands'],
  ['Turkey', 'Türkiye'],
  ['Cote d’Ivoire', "Côte d'Ivoire"],
  ['États-Unis', 'United States'],
  ['Reino Unido', 'United Kingdom'],
  ['NOR', 'Norway'],
  ['EU', 'European Union'],
  ['G-77', 'Group of 77'],
  ['Groupe africain', 'African Group'],
  ['OIC', 'Organisation of Islamic Cooperation'],
  ['HCR', 'UNHCR'],
  ['State of Palestine', 'State of Palestine'],
];

describe('the register of actors', () => {
  test.each(spellings)('%s is %s', (spelling, name) => expect(theRegister().find(spelling)?.name).toBe(name));
  test('holds every member of the United Nations and its observers', () => {
    const kinds = theRegister().actors.map((actor) => actor.kind);
    expect(kinds.filter((kind) => kind === 'state')).toHaveLength(193);
    expect(kinds.filter((kind) => kind === 'observer')).toHaveLength(4);
  });
  test('gives a State its code and region', () =>
    expect(theRegister().find('Kenya')).toMatchObject({ code: 'KEN', region: 'Africa', kind: 'state' }));
  test('does not know a word that is only part of a name', () => expect(theRegister().find('United')).toBeUndefined());
  test('takes the delegations of an edition', () => {
    const register = theRegister([{ name: 'Lake Mothers', kind: 'civil', aliases: ['LM', 'Mothers of the Lake'] }]);
    expect(register.find('mothers of the lake')?.name).toBe('Lake Mothers');
    expect(findPoints('Mothers of the Lake said no.', { register })[0]?.actors).toEqual(['Lake Mothers']);
    expect(theRegister().find('Lake Mothers')).toBeUndefined();
  });
});
