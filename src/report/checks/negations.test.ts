import { describe, expect, test } from 'vitest';
import { theRegister } from '#engine/register.ts';
import type { DraftPoint, Speaker } from '#report/draft-record.ts';
import { usualScale } from '#report/quantifier.ts';
import type { CheckedReport, SourceStatement, Sources } from './finding.ts';
import { negations } from './negations.ts';

const speaker = (name: string): Speaker => ({ name, slug: name.toLowerCase(), kind: 'state', capacity: 'delegate' });

/** What the check finds in one sentence that rests on all that somebody said. */
function codesIn(
  text: string,
  who: string,
  body: string,
  languages: { said: string; report: string },
  points: DraftPoint[] = [],
  writtenBy: 'person' | 'template' = 'person',
) {
  // prettier-ignore
  const nobody = { onBehalfOf: [], supportedBy: [], opposedBy: [], people: [] };
  const statement: SourceStatement = { id: 's', number: 1, roundtable: '2.1', kind: 'intervention', mode: 'oral', language: languages.said, body, speakers: [speaker(who)], points, ...nobody }; // prettier-ignore
  const rests = [{ kind: 'words' as const, statement: 's', words: body, start: 0 }];
  const sentence = { id: 't', letter: 'a', text, writtenBy, rests };
  const paragraph = { id: 'p', number: 1, heading: null, section: 'discussion', sentences: [sentence] };
  const report: CheckedReport = { attribution: 'attributed', language: languages.report, paragraphs: [paragraph] };
  const sources: Sources = { statements: [statement], offRecord: [], programme: [], coChairs: [] };
  return negations.run({ report, sources, register: theRegister(), scale: usualScale }).map(({ check }) => check);
}

const said = {
  en: 'We do not want camps near the border. Every town should keep a register.',
  fr: 'Nous ne voulons pas de camps près de la frontière. Chaque ville devrait tenir un registre.',
  es: 'No queremos campamentos cerca de la frontera. Cada ciudad debería llevar un registro.',
};

describe('a “not” more or less in a paraphrase', () => {
  test.each<[keyof typeof said, string, string[]]>([
    ['en', 'Kenya said that it wanted camps near the border.', ['negation_lost']],
    ['en', 'Kenya said that no town should keep a register.', ['negation_added']],
    ['en', 'Kenya did not want camps near the border.', []],
    ['en', 'Kenya opposed camps near the border.', []],
    ['fr', 'Le Kenya a dit vouloir des camps près de la frontière.', ['negation_lost']],
    ['fr', 'Le Kenya a dit que la ville ne devrait jamais tenir de registre.', ['negation_added']],
    ['fr', 'Le Kenya a dit ne pas vouloir de camps près de la frontière.', []],
    ['es', 'Kenya dijo que quería campamentos cerca de la frontera.', ['negation_lost']],
    ['es', 'Kenya dijo que ninguna ciudad debería llevar un registro.', ['negation_added']],
    ['es', 'Kenya dijo que no quería campamentos cerca de la frontera.', []],
  ])('%s: %s', (language, text, codes) => {
    expect(codesIn(text, 'Kenya', said[language], { said: language, report: language })).toEqual(codes);
  });

  test.each<[keyof typeof said, string, string, string[]]>([
    ['en', 'The clinics lack interpreters.', 'Kenya said that the clinics had interpreters.', ['negation_lost']],
    ['en', 'The clinics lack interpreters.', 'Kenya said that there were not enough interpreters in the clinics.', []],
    ['en', 'We refuse licences to such agencies.', 'Kenya granted licences to such agencies.', ['negation_lost']],
    ['en', 'Fees should be paid by employers, not by workers.', 'Kenya held that employers rather than workers should pay fees.', []], // prettier-ignore
    ['en', 'Wages are no longer paid by the day.', 'Kenya had stopped paying wages by the day.', []],
    [
      'en',
      'Wages are no longer paid by the day.',
      'Kenya said that wages were still paid by the day.',
      ['negation_lost'],
    ],
    ['en', 'Nobody was asked, but all were moved.', 'Kenya said that everybody had been asked.', ['negation_unsure']],
    [
      'fr',
      'Nous ne doutons pas que le registre suffise.',
      'Le Kenya a douté que le registre suffise.',
      ['negation_added'],
    ],
    ['es', 'Rechazamos el plazo fijo.', 'Kenya rechazó un plazo fijo y propuso otro.', []],
  ])('bears on its own clause, and on no other: %s: %s – %s', (language, body, text, codes) => {
    expect(codesIn(text, 'Kenya', body, { said: language, report: language })).toEqual(codes);
  });

  test('words that every object of the language has are words like any other', () => {
    const [body, both] = ['The constructor said __proto__ and toString.', { said: 'en', report: 'en' }];
    expect(codesIn('Kenya noted the constructor, __proto__ and toString.', 'Kenya', body, both)).toEqual([]);
  });

  test('what stands before its clause may stand behind it as well', () => {
    const [body, both] = ['On a first visit, we no longer ask for papers.', { said: 'en', report: 'en' }];
    expect(codesIn('Kenya no longer asked for papers on a first visit.', 'Kenya', body, both)).toEqual([]);
    expect(codesIn('Kenya asked for papers on a first visit.', 'Kenya', body, both)).not.toEqual([]);
  });

  test('what nothing in the source is worded like is not passed in silence', () => {
    expect(codesIn('Kenya did not see a use for ferries.', 'Kenya', said.en, { said: 'en', report: 'en' })).toEqual(['negation_unsure']); // prettier-ignore
  });

  test('a draft tells of the record in words of its own', () => {
    const [text, body, both] = ['It remained unanswered.', 'Who pays for the ferries?', { said: 'en', report: 'en' }];
    expect(codesIn(text, 'Kenya', body, both, [], 'template')).toEqual([]);
    expect(codesIn(text, 'Kenya', body, both)).toEqual(['negation_unsure']);
  });

  test.each([
    ['Kenya wanted camps near the border.', ['negation_unsure']],
    ['Kenya did not want camps near the border.', []],
  ])('across languages a person is asked to look where only one side denies: %s', (text, codes) => {
    const body = 'Nous ne voulons pas de camps près de la frontière.';
    expect(codesIn(text, 'Kenya', body, { said: 'fr', report: 'en' })).toEqual(codes);
  });

  test('words bend, and are still found', () => {
    const both = { said: 'en', report: 'en' };
    expect(codesIn('Kenya stressed that nursing posts must not remain posts.', 'Kenya', 'The nursing post must stay a post.', both)).toEqual(['negation_added']); // prettier-ignore
  });
});

test('a text that says one thing thousands of times is compared once', () => {
  const [text, body] = ['1. '.repeat(6000), '1. '.repeat(6000)];
  expect(codesIn(text, 'Kenya', body, { said: 'en', report: 'en' })).toEqual([]);
});

describe('the side somebody took', () => {
  const point = (of: string, message: string, act: string): DraftPoint => {
    const at = of.indexOf(message);
    return { id: message, sentenceStart: 0, sentenceEnd: of.length, messageStart: at, messageEnd: at + message.length, verb: '', act, polarity: act === 'opposed' ? -1 : 1, attribution: 'first_person', actors: [], onBehalfOf: [], supportedBy: [], opposedBy: [] }; // prettier-ignore
  };

  test.each([
    ['Morocco opposed the proposal.', ['negation_added']],
    ['It opposed the proposal.', ['negation_added']],
    ['Morocco supported the proposal.', []],
  ])('is known across languages: %s', (text, codes) => {
    const body = 'Nous appuyons la proposition du Ghana.';
    const points = [point(body, 'la proposition du Ghana', 'supported')];
    expect(codesIn(text, 'Morocco', body, { said: 'fr', report: 'en' }, points)).toEqual(codes);
  });

  test.each([
    ['Morocco supported a complete separation.', ['negation_lost']],
    ['Morocco opposed a complete separation.', []],
    ['Morocco supported a narrow list.', []],
    ['Morocco opposed a narrow list.', ['negation_added']],
  ])('is that of what is told, where they were for one thing and against another: %s', (text, codes) => {
    const body = 'On files we are against a complete separation, and for a narrow list.';
    const points = [point(body, 'a complete separation', 'opposed'), point(body, 'a narrow list', 'supported')];
    expect(codesIn(text, 'Morocco', body, { said: 'en', report: 'en' }, points)).toEqual(codes);
  });
});
