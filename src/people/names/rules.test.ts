import { describe, expect, test } from 'vitest';
import { guestNameRefusal, nameRefusal, skeletonOf } from './rules.ts';

describe('a name', () => {
  test.each([
    'Wanjiru Kamau',
    'Núria Ferrer i Puig',
    'محمد بن علي',
    'علی\u200cرضا',
    'Анна Петрова',
    'Γιώργος Σεφέρης',
    '王小明',
    'O’Brien, M.',
    'क्\u200dष',
  ])('%s is taken as it is', (name) => expect(nameRefusal(name)).toBeNull());

  test.each([
    ['a right-to-left override', 'Ken\u202eya'],
    ['a zero-width blank', 'Ken\u200bya'],
    ['a joiner between Latin letters', 'Ken\u200dya'],
    ['a byte order mark', '\ufeffKenya'],
    ['a tag character', 'Kenya\u{e0041}'],
    ['a filler', 'Kenya\u3164'],
    ['a line break', 'Ken\nya'],
    ['nothing that is seen', '\u2060'],
  ])('with %s is refused', (_, name) => expect(nameRefusal(name)).toBe('people.name_unseen'));

  test('that mixes alphabets within a word is refused; one that has words of two is not', () => {
    expect(nameRefusal('Kеnya')).toBe('people.name_mixed');
    expect(nameRefusal('Kenya Кения')).toBeNull();
  });
});

describe('the skeleton of a name', () => {
  test.each([
    ['Kenya', 'Кеnуа'],
    ['Kenya', 'KENYA'],
    ['Kenya', 'K e n y a.'],
    ['Kenya', 'Ｋｅｎｙａ'],
    ['Kenya', 'Kényà'],
    ['Grace Nakato', 'Grace Nakat0'],
    ['Malta', 'Ma1ta'],
    ['Port Alder', 'Ρort Αlder'],
    ['Bern', 'Bem'],
  ])('%s and %s look the same', (a, b) => expect(skeletonOf(b)).toBe(skeletonOf(a)));

  test.each([
    ['Niger', 'Nigeria'],
    ['Mali', 'Malta'],
    ['Ana', 'Anna'],
  ])('%s and %s do not', (a, b) => expect(skeletonOf(b)).not.toBe(skeletonOf(a)));
});

describe('a guest’s name', () => {
  const person = { name: 'Grace Nakato', of: 'person' } as const;
  test('may be that of a person on the register, in the same letters', () => {
    expect(guestNameRefusal('Grace  nakato', person)).toBeNull();
    expect(guestNameRefusal('Ada', null)).toBeNull();
  });
  test('may not imitate one, or be that of a delegation', () => {
    expect(guestNameRefusal('Grace Nakat0', person)).toMatchObject({ code: 'people.name_imitates' });
    expect(guestNameRefusal('Kenya', { name: 'Kenya', of: 'delegation' })).toMatchObject({
      code: 'people.name_of_delegation',
    });
  });
});
