import { expect, test } from 'vitest';
import { hasTricks, plainly } from './plainly.ts';

test.each([
  ['pay \u202etnew ot\u202c the city', 'pay □tnew ot□ the city'],
  ['Ken\u200bya', 'Ken□ya'],
  ['a\u{e0041}b', 'a□□b'],
  ['\u2066x\u2069', '□x□'],
])('%j shows what it hides, and is as long', (text, shown) => {
  expect(plainly(text)).toBe(shown);
  expect(plainly(text)).toHaveLength(text.length);
  expect(hasTricks(text)).toBe(true);
});

test.each(['علی\u200cرضا', 'شكرا\u200f (2)', '👨\u200d👩\u200d👧', 'Zürich'])('%s stays as it is', (text) => {
  expect(plainly(text)).toBe(text);
  expect(hasTricks(text)).toBe(false);
});
