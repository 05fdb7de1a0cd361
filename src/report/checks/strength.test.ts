import { expect, test } from 'vitest';
import { theRegister } from '#engine/register.ts';
import { usualScale } from '#report/quantifier.ts';
import type { CheckedReport, SourceStatement } from './finding.ts';
import { strength } from './strength.ts';

/** What is found in a recommendation that rests on these words of Kenya's. */
function inRecommendation(text: string, body: string) {
  const nobody = { onBehalfOf: [], supportedBy: [], opposedBy: [], people: [], points: [] };
  const speakers = [{ name: 'Kenya', slug: 'kenya', kind: 'state', capacity: 'delegate' }];
  const statement: SourceStatement = { id: 's', number: 1, roundtable: '2.1', kind: 'intervention', mode: 'oral', language: 'en', body, speakers, ...nobody }; // prettier-ignore
  const rests = [{ kind: 'words' as const, statement: 's', words: body, start: 0 }];
  const sentence = { id: 't', letter: 'a', text: `Recommendation 1, proposed by Kenya: ${text}`, writtenBy: 'person' as const, rests }; // prettier-ignore
  const paragraph = { id: 'p', number: 1, heading: null, section: 'recommendations', sentences: [sentence] };
  const report: CheckedReport = { attribution: 'attributed', language: 'en', paragraphs: [paragraph] };
  const sources = { statements: [statement], offRecord: [], programme: [], coChairs: [] };
  return strength.run({ report, sources, register: theRegister(), scale: usualScale }).map(({ check, values }) => [check, values.said ?? '', values.written ?? '']); // prettier-ignore
}

test.each([
  ['Cities must join the compact.', 'Kenya invited cities to adopt the charter.', ['strength_changed', 'invite, may', 'demand, must']], // prettier-ignore
  ['Partners are encouraged to fund clinics.', 'Kenya urged partners to finance clinics.', ['strength_changed', 'urge', 'invite, may']], // prettier-ignore
  ['Cities consider adopting the charter.', 'Kenya called for signing the compact.', ['strength_changed', 'call upon', 'consider']], // prettier-ignore
  ['Take steps to abolish fees.', 'Kenya asked to end all charges.', ['strength_changed', 'do', 'take steps to']],
])('reworded with other verbs, old and new class are shown: %s', (text, body, found) => {
  expect(inRecommendation(text, body)).toEqual([found]);
});

test.each([
  ['Partners should finance clinics.', 'Kenya recommended that partners fund clinics.', []],
  ['Cities shall open registers.', 'Kenya said that cities must open registers.', []],
  ['Bridges for herders.', 'Kenya spoke of bridges, for herders and fishers.', [['strength_unsure', '', '']]],
  ['bridges for herders.', 'Kenya spoke of bridges for herders.', []],
])('as strong as it was passes, and what cannot be compared is asked about: %s', (text, body, found) => {
  expect(inRecommendation(text, body)).toEqual(found);
});
