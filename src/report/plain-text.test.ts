import { expect, test } from 'vitest';
import { countStates } from './ledger/rules.ts';
import { coverageBar, ledgerAsText, reportAsText } from './plain-text.ts';
import type { CitationView, LedgerLine, LedgerView, ReportView } from './views.ts';

const at = new Date('2026-05-23T08:00:00Z');
const kenya = { part: 'speaker' as const, delegation: { slug: 'kenya', name: 'Kenya', kind: 'state' }, person: 'W. Kamau', function: null, capacity: null }; // prettier-ignore
const passage: CitationView = {
  id: 'c',
  kind: 'passage',
  statement: { id: 's', number: 7, roundtable: '2.1', kind: 'intervention', saidAt: at, language: 'en', revision: 1, revisedSince: false, speakers: [kenya] }, // prettier-ignore
  quotation: 'wells run dry',
  before: '',
  after: '',
  quotationStart: 0,
  quotationEnd: 13,
  question: null,
  sentence: null,
  count: null,
  fact: null,
};
const paragraph = { id: 'p', section: 'discussion', roundtable: null, question: null, version: 1 };
const report: ReportView = {
  id: 'r',
  kind: 'record',
  title: 'Wells: record of the roundtable',
  symbol: 'LF/7/R',
  rapporteur: null,
  state: 'correction_window',
  source: 'draft',
  language: 'en',
  attribution: 'attributed',
  correctionsCloseAt: null,
  createdAt: at,
  madeFinal: null,
  roundtable: { id: 'rt', number: '2.1', title: 'Wells', editionId: 'e' },
  paragraphs: [
    { ...paragraph, number: null, heading: 'Discussion', sentences: [] },
    {
      ...paragraph,
      number: 1,
      heading: null,
      sentences: [
        { id: 'a', letter: 'a', text: 'Kenya stated that wells run dry.', writtenBy: 'template', citations: [passage] },
        { id: 'b', letter: 'b', text: 'All agreed.', writtenBy: 'person', citations: [] },
      ],
    },
  ],
};

test('a report is read in a terminal with its numbers, letters and sources', () => {
  expect(reportAsText(report)).toBe(`LF/7/R
Wells: record of the roundtable
RT 2.1 · correction window

Discussion
==========

  1. Kenya stated that wells run dry. [a] All agreed. [b]
       a  Kenya, statement 2.1/7: “wells run dry”
       b  no source
`);
});

const line = (number: number, more: Partial<LedgerLine>): LedgerLine => ({
  statement: { id: `s${number}`, number, roundtable: '2.1', kind: 'intervention', speakers: [kenya], saidAt: at },
  state: 'open',
  sentences: [],
  points: { cited: 0, all: 0 },
  ...more,
});

test('a ledger is read in a terminal: the bar, what it says, and a line for every statement', () => {
  const lines = [
    line(1, { state: 'reflected', sentences: [{ paragraph: 1, letter: 'a', id: 'a' }], points: { cited: 1, all: 2 } }),
    line(2, { state: 'omitted', reason: 'Courtesy.' }),
    line(3, {}),
  ];
  const about = { id: 'r', kind: 'record' as const, title: 'Wells', state: 'draft', roundtable: '2.1' };
  const ledger: LedgerView = { report: about, total: 3, offRecord: 1, setAside: 0, lines, counts: countStates(lines.map(({ state }) => state)) }; // prettier-ignore
  expect(ledgerAsText(ledger)).toBe(`Wells · RT 2.1

#-.

# reflected        1
- omitted          1
. OPEN             1

2 of 3 statements are accounted for, 1 open.
Off the record: 1.

# 2.1/1   Kenya: reflected, in 1a, 1 of 2 points
- 2.1/2   Kenya: omitted, Courtesy.
. 2.1/3   Kenya: OPEN
`);
});

test('no line is wider than the page, except for a word that is', () => {
  const long = { ...report.paragraphs[1]!, sentences: [{ ...report.paragraphs[1]!.sentences[0]!, text: 'wells run dry '.repeat(40) }] }; // prettier-ignore
  for (const width of [80, 100, 120])
    for (const one of reportAsText({ ...report, paragraphs: [long] }, width).split('\n'))
      expect(one.length).toBeLessThanOrEqual(width);
  expect(
    coverageBar(
      Array.from({ length: 170 }, () => 'reflected' as const),
      80,
    ).map((row) => row.length),
  ).toEqual([80, 80, 10]);
});
