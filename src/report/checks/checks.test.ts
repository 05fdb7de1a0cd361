import { describe, expect, test } from 'vitest';
import { theRegister } from '#engine/register.ts';
import type { Speaker } from '#report/draft-record.ts';
import { usualScale } from '#report/quantifier.ts';
import { check } from './checks.ts';
import type { CheckedReport, CheckedSentence, Finding, Rest, Sources, SourceStatement } from './finding.ts';

const register = theRegister();

const kinds: Record<string, string> = { 'Care Workers International': 'union', 'Open Doors': 'civil' };
const speaker = (name: string, more: Partial<Speaker> = {}): Speaker => ({
  name,
  slug: name.toLowerCase().replaceAll(' ', '-'),
  kind: kinds[name] ?? 'state',
  capacity: 'delegate',
  ...more,
});

function said(who: string, body: string, more: Partial<SourceStatement> = {}): SourceStatement {
  const number = ++count;
  const nobody = { onBehalfOf: [], supportedBy: [], opposedBy: [], people: [], points: [] };
  return { id: `s${number}`, number, roundtable: '2.1', kind: 'intervention', mode: 'oral', language: 'en', body, speakers: [speaker(who)], ...nobody, ...more }; // prettier-ignore
}

let count = 0;
const kenya = said('Kenya', 'We do not support a levy on wells. Forty towns share “one” well. We would consider ratifying the convention. Wells come first.'); // prettier-ignore
const peru = said(
  'Peru',
  'Schools come first, in 12 districts. We support shorter forms. States should open their registers.',
);
const chad = said('Chad', 'Wells must be shared.');
const japan = said('Japan', 'Forms should be shorter.');
const statements = [kenya, peru, chad, japan];
const sources: Sources = { statements, offRecord: [{ number: 9, body: 'The ministry will close the northern offices before the winter begins.' }], programme: ['Cities as first hosts'], coChairs: [] }; // prettier-ignore

const words = (statement: SourceStatement): Rest => ({ kind: 'words', statement: statement.id, words: statement.body, start: 0 }); // prettier-ignore

function reportOf(sentences: [text: string, rests: Rest[] | null][], more: Partial<CheckedReport> = {}): CheckedReport {
  const written = sentences.map(([text, rests], i): CheckedSentence => ({ id: `t${i}`, letter: 'a', text, writtenBy: 'person', rests })); // prettier-ignore
  const everybody: CheckedSentence = { id: 'all', letter: 'z', text: 'These spoke.', writtenBy: 'template', rests: statements.map(words) }; // prettier-ignore
  const paragraph = { id: 'p1', number: 1, heading: null, section: 'discussion', sentences: [...written, everybody] };
  return { attribution: 'attributed', language: 'en', paragraphs: [paragraph], ...more };
}

function found(report: CheckedReport, more: Partial<Sources> = {}): Finding[] {
  return check({ report, sources: { ...sources, ...more }, register, scale: usualScale });
}

/** What is found in one sentence, by code, with the words it is found at. */
function inSentence(text: string, rests: Rest[] | null, more: Partial<CheckedReport> = {}): string[] {
  return found(reportOf([[text, rests]], more))
    .filter(({ place }) => place.sentence === 't0')
    .map(({ check, place, fix }) => `${check}: ${text.slice(place.start, place.end)}${fix === undefined ? '' : ` → ${fix}`}`); // prettier-ignore
}

describe('a sound sentence is left alone', () => {
  test.each([
    ['Kenya stated: “Wells come first.”', kenya],
    ['Kenya did not support a levy on wells.', kenya],
    ['Kenya opposed a levy on wells.', kenya],
    ['Kenya noted that 40 towns share a well.', kenya],
    ['Kenya would consider ratifying the convention.', kenya],
    ['Peru stated that schools come first, in twelve districts.', peru],
    ['Peru: “We support shorter forms”.', peru],
    ['Peru called for States to open their registers.', peru],
  ])('%s', (text, statement) => expect(inSentence(text, [words(statement)])).toEqual([]));
});

describe('evidence', () => {
  test('a sentence that rests on nothing', () => {
    expect(inSentence('All was well.', [])).toEqual(['no_evidence: All was well.']);
  });

  test('one whose source has gone, and one whose source was revised', () => {
    const gone: Rest = { kind: 'words', statement: 'gone', words: 'a levy', start: 0 };
    const revised: Rest = { ...words(kenya), words: 'Wells come last.' } as Rest;
    expect(inSentence('Somebody spoke of a levy.', [gone])).toContain('source_gone: Somebody spoke of a levy.');
    expect(inSentence('Wells were spoken of.', [revised])).toContain('source_revised: Wells were spoken of.');
  });
});

describe('quotations', () => {
  test.each([
    ['Kenya stated: “We do support a levy on wells”.', 'We do support a levy on wells'],
    ['Kenya stated: “Fifty towns share”.', 'Fifty towns share'],
    ['Kenya stated: “We do not support … wells”.', 'We do not support … wells'],
  ])('%s', (text, quotation) =>
    expect(inSentence(text, [words(kenya)]).join()).toContain(`quotation_not_in_source: ${quotation}`),
  );

  test('near ones come with the words that were probably meant', () => {
    const [finding] = found(reportOf([['Kenya stated: “We do support a levy on wells”.', [words(kenya)]]]));
    expect(finding).toMatchObject({ check: 'quotation_not_in_source', fix: 'We do not support a levy on wells' });
  });

  test('words that stand twice in their source', () => {
    const twice = said('Kenya', 'Wells first. I repeat: Wells first.');
    const report = reportOf([['Kenya stated: “Wells first”.', [words(twice)]]]);
    expect(found(report, { statements: [...statements, twice] })).toMatchObject([{ check: 'quotation_not_unique' }]);
  });
});

describe('who spoke', () => {
  test('not somebody who was silent', () => {
    expect(inSentence('Norway opposed a levy on wells.', [words(kenya)])).toContain('actor_silent: Norway');
  });
  test('not somebody who said something else', () => {
    expect(inSentence('Peru opposed a levy on wells.', [words(kenya)])).toEqual(['actor_elsewhere: Peru']);
    expect(inSentence('Chad: “Wells come first.”', [words(kenya)])).toContain('actor_elsewhere: Chad');
  });
});

describe('numbers, names and negations', () => {
  test.each<[string, SourceStatement, string]>([
    ['Kenya noted that 50 towns share a well.', kenya, 'number_unsaid: 50'],
    ['Kenya noted that fifty towns share a well.', kenya, 'number_unsaid: fifty'],
    ['Peru spoke of schools in Cusco.', peru, 'name_unsaid: Cusco'],
    ['Kenya supported a levy on wells.', kenya, 'negation_lost: supported'],
    ['Peru did not support shorter forms.', peru, 'negation_added: support'],
  ])('%s', (text, statement, finding) => expect(inSentence(text, [words(statement)])).toEqual([finding]));

  test('an unseen mark or another script’s digits do not hide a number', () => {
    expect(inSentence('Kenya noted that ٥٠ towns share a well.', [words(kenya)])).toEqual(['number_unsaid: ٥٠']);
    expect(inSentence('Kenya noted that ٤٠ towns share a well.', [words(kenya)])).toEqual([]);
  });
});

describe('how many', () => {
  const fact = { quantifier: 'two delegations', count: 2, of: 4, opposed: 0, delegations: ['kenya', 'peru'], against: [], silent: [], rule: 'Two.' }; // prettier-ignore

  test('several where two spoke, with the right word', () => {
    expect(inSentence('Several delegations spoke.', [words(kenya), words(peru)])).toEqual([
      'quantifier_wrong: Several delegations → Two delegations',
    ]);
  });
  test('a count that is right, one that is wrong, and one whose list has changed', () => {
    expect(inSentence('Two delegations spoke.', [{ kind: 'count', fact }])).toEqual([]);
    expect(inSentence('Many delegations spoke.', [{ kind: 'count', fact }])).toEqual([
      'quantifier_wrong: Many delegations → Two delegations',
    ]);
    const gone = { ...fact, delegations: ['kenya', 'norway'] };
    expect(inSentence('Two delegations spoke.', [{ kind: 'count', fact: gone }])).toEqual([
      'count_changed: Two delegations',
    ]);
  });
  test('a word without a count, and consensus that no chair declared', () => {
    expect(inSentence('Numerous delegations agreed on forms.', [words(peru)])).toContain('quantifier_wrong: Numerous delegations → One delegation'); // prettier-ignore
    expect(inSentence('There was consensus on forms.', [words(peru)])).toContain('quantifier_uncounted: consensus');
  });
  test('in a file the count stands beside the word, with the opposing one', () => {
    expect(inSentence('Several delegations spoke of wells.', null)).toEqual([
      'quantifier_uncounted: Several delegations',
    ]);
    expect(inSentence('Several delegations (2 of 31) spoke of wells; none opposed it.', null)).toEqual(['quantifier_wrong: Several delegations → Two delegations']); // prettier-ignore
    expect(inSentence('A few delegations (3 of 9) spoke of wells.', null)).toEqual(['opposition_unsaid: A few delegations']); // prettier-ignore
  });
});

test('the strength of a recommendation is kept', () => {
  expect(inSentence('Kenya asked States to ratify the convention.', [words(kenya)])).toEqual([
    'strength_changed: ratify',
  ]);
  expect(inSentence('Peru stated that States must open their registers.', [words(peru)])).toEqual(['strength_changed: open']); // prettier-ignore
});

test('a delegation that is nowhere in the report is missing, by name and statement', () => {
  const one: CheckedReport = { attribution: 'attributed', language: 'en', paragraphs: [{ id: 'p', number: 1, heading: null, section: 'discussion', sentences: [{ id: 'a', letter: 'a', text: 'Peru spoke.', writtenBy: 'person', rests: [words(peru)] }] }] }; // prettier-ignore
  const missing = found(one).filter(({ check }) => check === 'delegation_missing');
  expect(missing.map(({ values }) => values)).toMatchObject([{ name: 'Kenya', statements: `2.1/${kenya.number}` }, { name: 'Chad' }, { name: 'Japan' }]); // prettier-ignore
});

test('a constituency of which far less is cited than of the others stands out', () => {
  const unions = ['A', 'B', 'C'].map((name) => said(`Union ${name}`, 'Hours should count.', { speakers: [speaker(`Union ${name}`, { kind: 'union' })] })); // prettier-ignore
  const imbalance = found(reportOf([]), { statements: [...statements, ...unions] }).filter(({ check }) => check === 'imbalance'); // prettier-ignore
  expect(imbalance).toMatchObject([{ values: { constituency: 'trade_unions', cited: 0, others: 100, speakers: 3 } }]);
});

describe('names and wording', () => {
  test.each<[string, string]>([
    ['Turkey was mentioned.', 'register_name: Turkey → Türkiye'],
    ['Guatamala was mentioned.', 'register_name: Guatamala → Guatemala'],
    ['The wonderful schools were mentioned.', 'loaded_word: wonderful  → '.replace('  ', ' ')],
    ['The forms were handed in yesterday.', 'relative_date: yesterday'],
    ['The Minister opened the meeting.', 'unnamed_minister: The Minister'],
    ['It was stressed that forms are long.', 'no_actor: It was stressed'],
    ['Peru spoke of her schools.', 'state_pronoun: her → its'],
  ])('%s', (text, finding) => expect(inSentence(text, null).map((one) => one.replace(/ +→/, ' →'))).toContain(finding));

  test.each([
    'The Minister of Labour of Peru, Ana Lima, opened the meeting.',
    'Peru’s minister said that she would come.',
    'Kenya, Peru and Chad were mentioned.',
    'The United States and the UK were mentioned.',
  ])('not in: %s', (text) => expect(inSentence(text, null)).toEqual([]));

  test('what stands in quotation marks is somebody else’s wording', () => {
    expect(inSentence('It was called “wonderful”.', null).join()).not.toContain('loaded_word');
  });

  test('two spellings of one word', () => {
    expect(inSentence('The Roundtable met. The Roundtable ended. A Round Table is round.', null)).toEqual(['roundtable_spelling: Round Table → Roundtable']); // prettier-ignore
  });
});

describe('leaks', () => {
  const closed = { attribution: 'not_attributed' };
  test.each<[string, string]>([
    ['Kenya spoke of wells.', 'Kenya'],
    ['A kényan voice spoke of wells.', 'kényan'],
    ['A desk in Nai\u200brobi was shown.', 'Nai\u200brobi'],
  ])('%s', (text, leak) => expect(inSentence(text, [words(kenya)], closed).join()).toContain(`leak: ${leak}`));

  test('nobody is given away under a policy that names everybody', () => {
    expect(inSentence('Kenya spoke of wells.', [words(kenya)]).join()).not.toContain('leak');
  });

  test('what was said off the record, under every policy', () => {
    expect(inSentence('It will close the northern offices before the winter.', [words(kenya)]).join()).toContain('off_record: '); // prettier-ignore
  });
});

test('findings stand in reading order, the whole report first', () => {
  const findings = found(reportOf([['Norway spoke yesterday.', []], ['Turkey spoke.', []]]), { statements: [...statements, said('Mali', 'Wells.')] }); // prettier-ignore
  expect(findings.map(({ place }) => place.sentence)).toEqual([null, 't0', 't0', 't1', 't1']);
});

test('the same input gives the same findings, and none is applied', () => {
  const report = reportOf([['Turkey spoke yesterday.', []]]);
  const before = JSON.stringify(report);
  expect(found(report)).toEqual(found(report));
  expect(JSON.stringify(report)).toBe(before);
});
