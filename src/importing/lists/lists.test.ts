import { describe, expect, test } from 'vitest';
import type { RegisterEntry } from '#people/register/queries.ts';
import { fatesOfDelegations } from './delegations.ts';
import { listAsCsv } from './export.ts';
import { fatesOfPersons } from './persons.ts';
import { readList } from './read.ts';

const kenya: RegisterEntry = { id: 'k', slug: 'kenya', shortName: 'Kenya', formalName: 'Republic of Kenya', kind: 'state', code: 'KEN', region: 'Africa', aliases: ['Kenia'], groups: ['EAC'] }; // prettier-ignore
const eac: RegisterEntry = { id: 'e', slug: 'eac', shortName: 'EAC', formalName: 'East African Community', kind: 'group', code: null, region: null, aliases: [], groups: [] }; // prettier-ignore

const fates = (text: string, register = [kenya, eac]) =>
  fatesOfDelegations(readList(text, 'delegations').rows, register, { city: 'local authority' });

describe('a list is read', () => {
  test.each([
    ['commas', 'short_name,kind\nPeru,state'],
    ['semicolons and a byte-order mark', '\ufeffShort name;Kind\r\nPeru;state\r\n'],
    ['tabs, in another order', 'KIND\tshort-name\nstate\tPeru'],
    ['quotation marks and blank lines', '"short_name","kind"\n\n"Peru","state"\n ; ;\n'.replace(' ; ;', ',')],
  ])('with %s', (_, text) => {
    const { rows } = readList(text, 'delegations');
    expect(rows.map(({ cells }) => [cells.short_name, cells.kind])).toEqual([['Peru', 'state']]);
  });

  test('with the line each row stands on, and the columns it does not know', () => {
    const { rows, ignored } = readList('short_name,kind,budget\nPeru,state,1\n\n"Chi\nle",state,2\n', 'delegations');
    expect(rows.map(({ line }) => line)).toEqual([2, 5]);
    expect(rows[1]!.cells.short_name).toBe('Chi le');
    expect(ignored).toEqual(['budget']);
  });

  test.each([
    ['list.empty', 'short_name,kind\n'],
    ['list.empty', ''],
    ['list.column_missing', 'name,kind\nPeru,state'],
    ['list.column_twice', 'short_name,kind,kind\nPeru,state,city'],
    ['list.not_csv', 'short_name,kind\n"Peru,state\nChile,state'],
    ['list.too_many_rows', `short_name,kind\n${'Peru,state\n'.repeat(5001)}`],
  ])('or refused: %s', (code, text) => expect(() => readList(text, 'delegations')).toThrow(expect.objectContaining({ code }))); // prettier-ignore

  test('what a spreadsheet would calculate is text, in and out', () => {
    const [row] = readList('short_name,kind\n"\'=HYPERLINK(1)",firm', 'delegations').rows;
    expect(row!.cells.short_name).toBe('=HYPERLINK(1)');
    const csv = listAsCsv('delegations', [{ ...eac, shortName: '=1+1', aliases: ['@x'] }]);
    expect(csv).toContain("'=1+1");
    expect(csv).toContain("'@x");
  });

  test('what is exported is the same when it comes back', () => {
    expect(fates(listAsCsv('delegations', [kenya, eac])).map(({ fate }) => fate)).toEqual(['same', 'same']);
  });
});

describe('the fate of a delegation', () => {
  test('is new, with an address of its own and a kind in words', () => {
    expect(fates('short_name,kind,groups\nKenya!,Local Authority,EAC | The Lakes\nThe Lakes,group,')).toMatchObject([
      { line: 2, fate: 'new', entry: { slug: 'kenya-2', kind: 'city', groups: ['EAC', 'The Lakes'] } },
      { line: 3, fate: 'new', entry: { slug: 'the-lakes', kind: 'group' } },
    ]);
  });

  test('is the same under any of its names, and an empty cell changes nothing', () => {
    expect(fates('short_name,kind,code\nkenia,,')).toEqual([{ line: 2, name: 'kenia', fate: 'same' }]);
  });

  test('differs in what is named, before and after', () => {
    expect(fates('short_name,code,other_names\nKenya,KE,Kenia|Jamhuri ya Kenya')).toMatchObject([
      {
        fate: 'differs',
        id: 'k',
        changes: [
          { column: 'code', from: 'KEN', to: 'KE' },
          { column: 'other_names', from: 'Kenia', to: 'Kenia | Jamhuri ya Kenya' },
        ],
      },
    ]);
  });

  test.each([
    ['list.name_missing', ',state,,'],
    ['list.kind_missing', 'Peru,,,'],
    ['list.kind_unknown', 'Peru,planet,,'],
    ['list.group_unknown', 'Peru,state,,Atlantis'],
    ['list.group_unknown', 'Peru,state,,Peru'],
    ['list.other_name_taken', 'Peru,state,Kenia,'],
    ['people.name_unseen', 'Pe\u200bru,state,,'],
    ['people.name_mixed', 'Pеru,state,,'],
    ['people.name_too_long', `${'P'.repeat(201)},state,,`],
  ])('is refused: %s', (code, row) => {
    expect(fates(`short_name,kind,other_names,groups\n${row}`)).toMatchObject([{ fate: 'refused', code }]);
  });

  test('is refused where a name stands twice, in the list or on the register', () => {
    expect(fates('short_name,kind\nPeru,state\nPERU,state')).toMatchObject([{ fate: 'new' }, { code: 'list.twice', values: { line: 2 } }]); // prettier-ignore
    const double = { ...kenya, id: 'd', slug: 'double', shortName: 'Double' };
    expect(fates('short_name\nKenia', [kenya, double])).toMatchObject([{ code: 'list.ambiguous' }]);
  });
});

describe('the fate of a person', () => {
  const moses = { id: 'm', name: 'Moses Otieno', title: null, function: 'consul', delegationId: 'k', delegation: 'Kenya', capacity: 'delegate', rank: 'other' } as const; // prettier-ignore
  const known = { people: [moses], delegations: new Map([['kenya', { id: 'k', name: 'Kenya' }], ['eac', { id: 'e', name: 'EAC' }]]) }; // prettier-ignore
  const fate = (row: string) =>
    fatesOfPersons(readList(`name,title,function,delegation,capacity,rank\n${row}`, 'persons').rows, known)[0]!;

  test.each([
    ['new', 'Njeri Wambui,,counsellor,Kenya,focal point'],
    ['differs', 'Moses Otieno,,,Kenya,,deputy minister'],
    ['same', 'moses otieno,,,kenya,'],
    ['same', 'Moses Otieno,,,,'],
    ['differs', 'Moses Otieno,Mr,consul general,Kenya,head'],
  ])('is %s', (expected, row) => expect(fate(row).fate).toBe(expected));

  test.each([
    ['list.name_missing', ',Mr,,,'],
    ['list.delegation_unknown', 'Ana,,,Atlantis,'],
    ['list.capacity_unknown', 'Ana,,,Kenya,captain'],
    ['list.rank_unknown', 'Ana,,,Kenya,head,admiral'],
    ['list.namesake', 'Moses Otieno,,,EAC,'],
    ['people.title_too_long', `Ana,${'T'.repeat(101)},,,`],
    ['people.function_too_long', `Ana,,${'F'.repeat(201)},,`],
    ['people.name_unseen', 'A\u200bna,,,,'],
  ])('is refused: %s', (code, row) => expect(fate(row)).toMatchObject({ fate: 'refused', code }));
});
