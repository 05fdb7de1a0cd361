import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { goldenCases, understood } from './golden/understood.ts';

for (const name of ['english', 'french-spanish']) {
  const cases = goldenCases(readFileSync(new URL(`./golden/${name}.golden.txt`, import.meta.url), 'utf8'));
  describe(`golden: ${name}`, () => {
    for (const one of cases)
      test(one.text.slice(0, 100), () => expect(understood(one.text, one.author)).toEqual(one.understood));
  });
}
