import { IntlMessageFormat } from 'intl-messageformat';
import { expect, test } from 'vitest';
import catalogue from '#messages/en/documents.ts';
import { sentences } from '#documents/warnings.ts';

test('the sentence of a warning is the one in the catalogue', () => {
  const inCatalogue = Object.entries(catalogue).filter(([code]) => code.startsWith('document.warning.'));
  expect(Object.fromEntries(inCatalogue)).toEqual(
    Object.fromEntries(Object.entries(sentences).map(([code, text]) => [`document.warning.${code}`, text])),
  );
});

test.each(Object.entries(catalogue))('%s is a sentence that can be filled', (_, message) => {
  const values = {
    name: 'a.pdf',
    format: 'IMAGE',
    megabytes: 100,
    line: 3,
    characters: 100_000,
    lines: '2',
    claimed: 'DOCX',
    found: 'text',
    places: 'here',
    excerpts: '“x”',
    parts: 'y',
    pages: '4',
  };
  expect(new IntlMessageFormat(message, 'en').format(values)).toMatch(/^\S[^{}]*\.$/);
});
