import { expect, test } from 'vitest';
import { say } from '#messages/say.ts';
import type { CitationView, ReportView } from '#report/views.ts';
import { addressesIn } from '#routes/addresses.ts';
import { datesOf } from '#ui/dates.ts';
import { shownSentence, type Reading } from './margin.ts';

const reading: Reading = {
  report: { roundtable: { id: 'r', number: '2.1', title: 'Cities', editionId: 'e' } } as ReportView,
  to: addressesIn('lake'),
  dates: datesOf({ time_zone: 'Africa/Kampala', starts_on: '2026-06-09' }),
  asked: new Map([['q3', '2.2']]),
  say,
};

const nothing: CitationView = {
  id: 'c',
  kind: 'passage',
  statement: null,
  quotation: null,
  before: null,
  after: null,
  quotationStart: null,
  quotationEnd: null,
  question: null,
  sentence: null,
  count: null,
  fact: null,
};

const kenya = { slug: 'kenya', name: 'Kenya', kind: 'state' };
const portugal = { slug: 'portugal', name: 'Portugal', kind: 'state' };
const group = { slug: 'eac', name: 'East African Community', kind: 'group' };

function passage(quotation: string | null, number = 7, parts = [['speaker', kenya]] as const): CitationView {
  const speakers = parts.map(([part, delegation]) => ({
    part,
    delegation,
    person: null,
    function: null,
    capacity: null,
  }));
  const said = { saidAt: new Date('2026-06-09T08:22:00Z'), language: 'es', revision: 1, revisedSince: false, speakers };
  const statement = { id: `s${number}`, number, roundtable: '2.1', kind: 'intervention' as const, ...said };
  return { ...nothing, statement, quotation, before: 'Yes: ', after: '.' };
}

const count = (over: Partial<NonNullable<CitationView['count']>> = {}): CitationView => ({
  ...nothing,
  kind: 'count',
  count: {
    quantifier: 'several',
    count: 7,
    of: 31,
    opposed: 2,
    rule: 'at least 5',
    delegations: [kenya],
    against: [],
    silent: [],
    ...over,
  },
});

const shown = (text: string, ...citations: CitationView[]) =>
  shownSentence({ id: 'x', letter: 'a', text, writtenBy: 'person', citations }, reading);

test('a passage stands in the margin by who, number and time, and opens its exact words in their own language', () => {
  const [source] = shown('Kenya spoke.', passage('cities come first')).sources;
  expect(source).toMatchObject({
    tags: [{ name: 'Kenya', href: '/lake/delegations/kenya' }],
    text: 'intervention 7, 11:22',
  });
  expect(source!.quote).toEqual({ text: 'Yes: cities come first.', lang: 'es', marks: [{ from: 5, to: 22 }] });
  expect(source!.links![0]!.href).toBe('/lake/rt/2.1/statements/7#:~:text=cities%20come%20first');
});

test('a group that was spoken for stands in the place of the one who spoke', () => {
  const spoken = passage('words', 7, [
    ['speaker', kenya],
    ['on_behalf_of', group],
  ] as never);
  expect(shown('It spoke.', spoken).sources[0]!.tags!.map(({ name }) => name)).toEqual(['East African Community']);
});

test('those who spoke jointly all stand there', () => {
  const spoken = passage('words', 7, [
    ['speaker', kenya],
    ['speaker', portugal],
  ] as never);
  expect(shown('They spoke.', spoken).sources[0]!.tags!.map(({ name }) => name)).toEqual(['Kenya', 'Portugal']);
});

test('two passages of one statement share a line', () => {
  const { sources } = shown('Kenya spoke.', passage('one'), passage('two'));
  expect(sources.map(({ text }) => text)).toEqual(['intervention 7, 11:22', undefined]);
  expect(sources[1]!.quote!.text).toBe('Yes: two.');
});

test('words that are no longer to be read are not shown, and the margin says why', () => {
  const [source] = shown('Kenya spoke.', passage(null)).sources;
  expect(source!.quote).toBeUndefined();
  expect(source!.note).toContain('no longer shown');
});

test('a sentence that rests on nothing has no sources', () => expect(shown('All agreed.').sources).toEqual([]));

test('a count puts the word, its denominator and the opposed into the sentence, and the names into the drawer', () => {
  const { quantifier, sources } = shown('Several delegations asked.', count());
  expect(quantifier).toMatchObject({ from: 0, to: 19, word: 'Several', count: 7, of: 31, against: 2 });
  expect(quantifier!.rule).toBe('On this report’s scale, “several” means at least 5.');
  expect(quantifier!.names).toHaveLength(1);
  expect(sources).toEqual([{ text: '7 delegations' }]);
});

test('where the policy names nobody, the drawer says so', () => {
  expect(shown('Several asked.', count({ delegations: [] })).quantifier!.rule).toContain('gives no names');
});

test('a question opens its words where it was asked', () => {
  const question = { ...nothing, kind: 'question' as const, question: { id: 'q3', number: 3, text: 'Who pays?' } };
  expect(shown('Nobody answered.', question).sources).toEqual([
    { text: 'guiding question 3', href: '/lake/rt/2.2#q3', quote: { text: 'Who pays?' } },
  ]);
});

test('a long list is counted in the margin, and opens under it', () => {
  const many = [1, 2, 3, 4].map((number) => passage(`words ${number}`, number));
  expect(shown('They spoke.', ...many).brief).toBe('1 delegation, 4 passages');
});
