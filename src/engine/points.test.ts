import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findPoints } from './points.ts';
import { blocks } from './reading/blocks.ts';
import { sentences } from './reading/sentences.ts';

const report =
  'Norway, for the Nordic group, supported by Peru, said that “the café” is open, and called for more data. This was opposed by Côte d’Ivoire.';

/** What is wrong with the offsets the engine gives for a text: every one must give back what it says. */
function faults(text: string, author?: string): string[] {
  const points = findPoints(text, author === undefined ? {} : { author });
  const spans = [...sentences(text), ...blocks(text), ...points.flatMap((point) => point.instruments ?? [])];
  return [
    ...spans.filter((span) => text.slice(span.start, span.end) !== span.text).map((span) => `span: ${span.text}`),
    ...points
      .filter((point) => text.slice(point.messageStart, point.messageEnd) !== point.message)
      .map((point) => `message: ${point.message}`),
    ...points
      .filter((point) => text.slice(point.start, point.end) !== point.sentence)
      .map((point) => `sentence: ${point.sentence}`),
    ...points.filter((point) => /^$|^\*|\*$|^\s|\s$/.test(point.message)).map((point) => `edge: ${point.message}`),
    ...points
      .filter((point) => !(point.confidence > 0 && point.confidence <= 1))
      .map((point) => `confidence: ${point.confidence}`),
  ];
}

function checkOffsets(text: string, author?: string): number {
  expect(faults(text, author)).toEqual([]);
  return findPoints(text, author === undefined ? {} : { author }).length;
}

describe('offsets are into the text as it was written', () => {
  test('with line ends of Windows', () =>
    expect(checkOffsets(`${report}\r\n\r\nHe added:\r\n- ${report}`)).toBeGreaterThan(3));
  test('with decomposed accents', () => expect(checkOffsets(report.normalize('NFD'))).toBe(3));
  test('with no-break spaces and soft marks', () => expect(checkOffsets(report.replace(/ /g, '\u00a0'))).toBe(3));
  test('with bold marks inside', () =>
    expect(checkOffsets(report.replace('said', '**said**').replace('Norway', '**Norway**'))).toBe(3));
  test('beside right-to-left text', () =>
    expect(checkOffsets(`قال المندوب إن الباب مفتوح. ${report} \u200fשלום עולם.`)).toBeGreaterThan(1));
  test('with characters of two code units', () => expect(checkOffsets(`🐟🚢 ${report} 🐟`)).toBeGreaterThan(1));

  const odd = fc.array(
    fc.constantFrom(
      'Norway',
      'the EU',
      'Mr.',
      'H.E.',
      ' ',
      '\u00a0',
      '\r\n',
      '\n\n',
      '- ',
      '**',
      'said that',
      'opposed',
      ', ',
      'and',
      'supported by',
      '“',
      '”',
      '’s',
      ':',
      '.',
      '?',
      'été',
      'e\u0301',
      'İ',
      'ß',
      '🐟',
      'عربي',
      'on',
      'noting',
      ';',
      '(',
      ')',
      'La Norvège',
      'a souligné que',
      'subrayó',
      'He',
      'We',
      'proposal',
      'to',
      'was',
    ),
    { maxLength: 40 },
  );
  test('on any row of words and marks', () =>
    fc.assert(fc.property(odd, (parts) => void checkOffsets(parts.join(' ')))));
  test('on any row of words run together, by a known author', () =>
    fc.assert(fc.property(odd, (parts) => void checkOffsets(parts.join(''), 'A'))));
  test('on any string at all', () =>
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => void checkOffsets(text))));
});

describe('what a point says of itself', () => {
  test('the same text gives the same points', () => expect(findPoints(report)).toEqual(findPoints(report)));
  test('an opposer opposes only what it is printed beside', () => {
    const [proposed, called] = findPoints(
      'Norway, opposed by Japan, proposed annual reports and called for more data.',
    );
    expect([proposed?.opposedBy, called?.opposedBy]).toEqual([['Japan'], []]);
  });
  test('a name off the register is marked provisional', () =>
    expect(findPoints("The Lake Fishers' Union demanded a seat.")[0]?.provisional).toEqual(["Lake Fishers' Union"]));
  test('a country in brackets is an affiliation, not a speaker', () =>
    expect(findPoints('Co-Chair Valli Moosa (South Africa) opened the session.')[0]?.actors).toEqual([
      'Co-Chair Valli Moosa',
    ]));
  test('an adjective does not speak', () => expect(findPoints('Norwegian fishing said nothing.')).toEqual([]));
  test('"us" and "who" are not actors', () =>
    expect(findPoints('Many asked us who said it.').flatMap((point) => point.actors)).toEqual([]));
  test('an instrument is named where it stands', () =>
    expect(
      findPoints('Peru welcomed the Global Compact and the 2030 Agenda.')[0]?.instruments?.map((one) => one.name),
    ).toEqual(['Global Compact for Migration', '2030 Agenda']));
  test('a practice told by its owner is marked', () =>
    expect(findPoints('Peru presented its project on clean ports.')[0]?.practice).toBe(true));
  test('a demand is not a practice', () =>
    expect(findPoints('Peru called for a project on clean ports.')[0]?.practice).toBeUndefined());
  test('nothing is said in an empty text', () => expect(findPoints('')).toEqual([]));
});
