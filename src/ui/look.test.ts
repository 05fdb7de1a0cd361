import { render } from 'svelte/server';
import { expect, test } from 'vitest';
import Button from './Button.svelte';
import LedgerStrip from './LedgerStrip.svelte';
import Paragraph from './Paragraph.svelte';
import Ring from './Ring.svelte';
import Statement from './Statement.svelte';
import { cellsOf } from './ledger.ts';
import { piecesOf } from './passage.ts';
import { ringOf } from './ring.ts';
import { letterAt } from './sentence.ts';

const plain = (html: string) => html.replace(/<!--.*?-->/g, '');

test('a refused button stays in reach, does nothing and has its reason beside it', () => {
  const html = plain(
    render(Button, { props: { text: 'Make final', name: 'go', refused: 'Line 14 is blank.', href: '/final' } }).body,
  );
  const [, reason] = html.match(/<button class="btn" type="button" aria-disabled="true" aria-describedby="([^"]+)">/)!;
  expect(html).toContain(`id="${reason}">Line 14 is blank.<`);
  expect(html).not.toMatch(/href|disabled(?!=)/);
  expect(plain(render(Button, { props: { text: 'Make final' } }).body)).toBe('<button class="btn">Make final</button>');
});

const sentences = [
  {
    letter: 'a',
    text: 'Kenya spoke.',
    sources: [{ tags: [{ name: 'Kenya', kind: 'state' as const }], text: '10:04' }],
  },
  { letter: 'b', text: 'All agreed.', sources: [] },
  {
    letter: 'c',
    text: 'Several delegations asked.',
    sources: [{ text: '7 delegations' }],
    quantifier: {
      from: 0,
      to: 19,
      word: 'Several',
      count: 1,
      of: 31,
      rule: 'Several means a few.',
      names: [{ name: 'Kenya', kind: 'state' as const }],
      opposed: [{ name: 'ILO', kind: 'un' as const }],
    },
  },
];

test('a sentence opens its line in the margin by its own letter; one without a source says so in the same place', () => {
  const html = plain(render(Paragraph, { props: { number: 7, sentences } }).body);
  expect(html).toContain('<a class="c" href="#s7a" aria-label="Sources of sentence 7a">a</a>');
  expect(html).toContain('<dt id="s7a">a</dt>');
  expect(html.replace(/&nbsp;|\u00a0/, ' ')).toContain('All agreed. <b class="c none" id="s7b">no source</b>');
  expect(html).not.toContain('href="#s7b"');
});

test('a quantifier prints count, denominator and opposition, and opens its drawer by a link into it', () => {
  const html = plain(render(Paragraph, { props: { number: 7, sentences } }).body);
  expect(html).toContain('<a class="q" href="#q7c">Several delegations <small>1 of 31, 1 opposed</small></a> asked.');
  expect(html).toMatch(/<details class="drawer"><summary>[^<]*<\/summary> ?<p id="q7c">/);
  expect(html).toContain('29 did not speak to it.');
});

test('the cells of the ledger run from most to least present, one a statement, and every one is counted in words', () => {
  const counts = { open: 1, merged: 1, reflected: 2 };
  expect(cellsOf(counts)).toEqual([
    { state: 'reflected', first: false },
    { state: 'reflected', first: false },
    { state: 'merged', first: true },
    { state: 'open', first: true },
  ]);
  const html = plain(render(LedgerStrip, { props: { counts } }).body);
  expect(html.match(/<i data-l=/g)).toHaveLength(4);
  expect(html.match(/<li>/g)).toHaveLength(6);
  expect(html).not.toContain('Withdrawn');
  expect(plain(render(LedgerStrip, { props: { counts: { reflected: 121 } } }).body)).toContain('class="cells"');
});

test('the ring seats every delegation once, apart from its neighbours and inside the picture, from 1 to 400', () => {
  for (const count of [1, 2, 12, 88, 130, 131, 193, 400]) {
    const groups = [count - Math.floor(count / 3), Math.floor(count / 3)].map((seats, n) => ({
      name: `Region ${n}`,
      seats: Array.from({ length: seats }, (_, seat) => seat % 2 === 0),
    }));
    const { seats, size } = ringOf(groups);
    expect(seats).toHaveLength(count);
    expect(seats.filter((seat) => seat.said)).toHaveLength(
      groups.flatMap((group) => group.seats).filter(Boolean).length,
    );
    for (const { x, y } of seats) {
      const fromCentre = Math.hypot(x - 150, y - 150);
      expect(fromCentre).toBeLessThan(136.1);
      expect(fromCentre).toBeGreaterThan(92);
    }
    const gaps = seats.flatMap((a, n) => seats.slice(n + 1).map((b) => Math.hypot(a.x - b.x, a.y - b.y)));
    expect(Math.min(...gaps, 999)).toBeGreaterThan(size);
  }
  const html = plain(render(Ring, { props: { groups: [{ name: 'Africa', seats: [true, false, true] }] } }).body);
  expect(html).toContain('aria-label="2 of 3 registered delegations have said something so far"');
});

test('marks cut a text into its pieces, whatever their order, and never lose a letter', () => {
  expect(
    piecesOf('abcdef', [
      { from: 4, to: 9 },
      { from: 1, to: 3 },
      { from: 2, to: 3 },
    ]),
  ).toEqual([
    { text: 'a', marked: false },
    { text: 'bc', marked: true },
    { text: 'd', marked: false },
    { text: 'ef', marked: true },
  ]);
  expect(piecesOf('abc')).toEqual([{ text: 'abc', marked: false }]);
});

test('letters go on after z', () => {
  expect([0, 25, 26, 27, 52].map(letterAt)).toEqual(['a', 'z', 'aa', 'ab', 'ba']);
});

test('the original keeps its language and direction; the page’s own language is not repeated', () => {
  const body = [
    { text: 'نقلنا مكتبنا', lang: 'ar' },
    { text: 'We moved', lang: 'en' },
  ];
  const html = plain(render(Statement, { props: { number: 10, body, state: 'held' as const } }).body);
  expect(html).toContain('<p class="words" lang="ar" dir="rtl">نقلنا مكتبنا</p>');
  expect(html).toContain('<p class="words">We moved</p>');
  expect(html).toContain('class="row stmt held"');
});

test('what someone wrote is shown, never run', () => {
  const html = render(Statement, { props: { number: 1, body: [{ text: '<script>alert(1)</script>' }] } }).body;
  expect(html).not.toContain('<script');
});
