import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { completed, completions, namesOf, readLine, verbs, whoIs, type Named } from './rules.ts';

const named = (name: string, code: string | null, kind = 'state', aliases: string[] = []): Named => {
  const slug = name.toLowerCase().replace(/[^a-z]+/g, '-');
  return { id: slug, slug, name, code, kind, aliases };
};

const register = [
  named('Guatemala', 'GTM', 'state', ['Republic of Guatemala']),
  named('Germany', 'DEU', 'state', ['Allemagne', 'Alemania']),
  named('Ghana', 'GHA'),
  named('Canada', 'CAN'),
  named('Colombia', 'COL'),
  named('Congo', 'COG'),
  named('Costa Rica', 'CRI'),
  named('City of Miremba', null, 'city', ['Miremba']),
  named('City of Iteke', null, 'city'),
  named('International Organization for Migration', 'IOM', 'un'),
  named('Sport for Peace', 'ST', 'civil'),
];
const names = namesOf(register, ['city-of-miremba', 'colombia']);

const table: [line: string, actor: string | null, verb: string | null, words: string, rest?: object][] = [
  ['gtm q how cities reach people', 'Guatemala', 'q', 'how cities reach people'],
  ['GTM Q how cities reach people', 'Guatemala', 'q', 'how cities reach people'],
  ['guat q how', 'Guatemala', 'q', 'how'],
  ['alem o it', 'Germany', 'o', 'it'],
  ['mir st our desk, too', 'City of Miremba', 'st', 'our desk, too'],
  ['city st our desk', 'City of Miremba', 'st', 'our desk'],
  ['city-of-iteke st ours', 'City of Iteke', 'st', 'ours'],
  ['iom pr six centres', 'International Organization for Migration', 'pr', 'six centres'],
  ['q how cities', null, 'q', 'how cities'],
  ['how cities reach people', null, null, 'how cities reach people'],
  ['can cities pay?', null, null, 'can cities pay?'],
  ['can q cities pay?', 'Canada', 'q', 'cities pay?'],
  ['gtm: how cities', 'Guatemala', null, 'how cities'],
  ['note: how cities', null, null, 'note: how cities'],
  ['st pr the plan', 'Sport for Peace', 'pr', 'the plan'],
  ['s o the plan', null, 's', 'o the plan'],
  ['gtm q “who pays?”', 'Guatemala', 'q', 'who pays?', { isExact: true }],
  ['gtm st "we pay', 'Guatemala', 'st', 'we pay', { isExact: true }],
  ['~ gtm q how', 'Guatemala', 'q', 'how', { isOffRecord: true }],
  ['gtm ~ q how', 'Guatemala', 'q', 'how', { isOffRecord: true }],
  ['gtm q how ~', 'Guatemala', 'q', 'how', { isOffRecord: true }],
  ['gtm q how ! ~', 'Guatemala', 'q', 'how', { isOffRecord: true, toCheck: true }],
  ['gtm q ! #1 #3 ^9 how', 'Guatemala', 'q', 'how', { toCheck: true, questions: [1, 3], follows: 9 }],
  ['gtm q paragraph #1', 'Guatemala', 'q', 'paragraph #1', { questions: [] }],
  ['gtn q how', null, null, 'gtn q how', { doubt: { code: 'nobody', typed: 'gtn' } }],
  ['co q how', null, null, 'co q how', {}],
  ['g q how', null, null, 'g q how', { doubt: { code: 'nobody', typed: 'g' } }],
  ['c q how', null, 'c', 'q how'],
  [
    'gtm would support a narrow one',
    'Guatemala',
    's',
    'a narrow one',
    { verb: { verb: 'would support', act: 'supported' } },
  ],
  [
    'GTM Would  also agree with Ghana !',
    'Guatemala',
    'ag',
    'Ghana',
    { verb: { verb: 'would also agree with' }, toCheck: true },
  ],
  ['would not support a wide one', null, 's', 'a wide one', { verb: { verb: 'would not support', act: 'opposed' } }],
  ['gtm cannot support it', 'Guatemala', 's', 'it', { verb: { verb: 'cannot support', act: 'opposed' } }],
  ['gtm would not propose it', null, null, 'gtm would not propose it'],
  ['gtm would support', 'Guatemala', 's', ''],
  ['gtm would consider it', null, null, 'gtm would consider it', { doubt: null }],
  ['can support be counted?', null, null, 'can support be counted?'],
  ['they would support it', null, null, 'they would support it', { doubt: null }],
  ['o could not support it', null, 'o', 'could not support it'],
  ['?', null, null, '', { asksVerbs: true }],
  ['', null, null, ''],
  ['   ', null, null, ''],
  ['gtm q', 'Guatemala', 'q', ''],
];

describe('a line', () => {
  it.each(table.filter(([line]) => line !== 'co q how'))('%j', (line, actor, verb, words, rest = {}) => {
    const read = readLine(line, names);
    expect({ actor: read.actor?.name ?? null, verb: read.verb?.code ?? null, words: read.words }).toEqual({ actor, verb, words }); // prettier-ignore
    expect(read).toMatchObject(rest);
  });

  it('prefers who is on the list, and says where several can be meant', () => {
    expect(readLine('co q how', names).actor?.name).toBe('Colombia');
    expect(readLine('co q how', namesOf(register)).doubt).toEqual({ code: 'several', typed: 'co' });
    expect(whoIs('city', namesOf(register)).map(({ name }) => name)).toEqual(['City of Miremba', 'City of Iteke']);
  });

  const piece = fc.oneof(
    fc.constantFrom(
      'gtm',
      'q',
      '~',
      '!',
      '#1',
      '^9',
      '"',
      '“',
      '?',
      ' ',
      '  ',
      '\t',
      'co',
      'how',
      'gtm:',
      '\u00a0',
      '\n',
    ),
    fc.constantFrom(...verbs.map(({ code }) => code)),
    fc.string({ unit: 'binary', maxLength: 8 }),
  );

  it('never loses a letter', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const line = pieces.join('');
        const read = readLine(line, names);
        expect(read.parts.map(({ text }) => text).join('')).toBe(line);
        if (!read.asksVerbs) expect(line).toContain(read.words);
      }),
      { numRuns: 2000 },
    );
  });

  it('keeps every word that is no code', () => {
    const word = fc.constantFrom(
      'cities',
      'reach',
      'people',
      'who',
      'avoid',
      'every',
      'counter',
      'États',
      '1,200',
      '(sic)',
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...register),
        fc.constantFrom(...verbs),
        fc.array(word, { minLength: 1 }),
        (who, verb, said) => {
          const read = readLine(`${who.slug} ${verb.code} ${said.join(' ')}`, names);
          expect([read.actor?.name, read.verb?.code, read.words]).toEqual([who.name, verb.code, said.join(' ')]);
        },
      ),
    );
  });
});

describe('completion', () => {
  it('offers those on the list first, then by name', () => {
    expect(completions('c', names).map(({ name }) => name)).toEqual(['City of Miremba', 'Colombia', 'Canada', 'City of Iteke', 'Congo', 'Costa Rica']); // prettier-ignore
    expect(completions('', names)).toEqual([]);
    expect(completions('zz', names)).toEqual([]);
  });

  it('puts the shortest name in the place of what was typed, and leaves the words', () => {
    expect(completed('guat', register[0]!)).toBe('gtm ');
    expect(completed('~ guat', register[0]!)).toBe('~ gtm ');
    expect(completed('mi how cities', register[7]!)).toBe('city-of-miremba how cities');
  });

  it('is read back as whom it stands for, for everyone', () => {
    for (const one of register) expect(readLine(completed('x', one) + 'q how', names).actor).toBe(one);
  });
});
