import { expect, test } from 'vitest';
import type { DraftPoint, DraftStatement, Speaker } from './draft-record.ts';
import { namingFor } from './names.ts';
import { smallWordsIn } from './realise.ts';
import { sentencesOf } from './speech.ts';

const speaker = (name: string): Speaker => ({ name, slug: name.toLowerCase(), kind: 'state', capacity: 'delegate' });
const [kenya, peru] = [speaker('Kenya'), speaker('Peru')];

/** What a draft makes of one sentence that its first speaker proposed something in. */
function told(said: { body: string; language?: string; message: string; verb: string; speakers: Speaker[] }): string[] {
  const { body, language = 'en', message, verb, speakers } = said;
  const nobody = { onBehalfOf: [], supportedBy: [], opposedBy: [] };
  const messageStart = body.indexOf(message);
  const point: DraftPoint = { id: 'p', sentenceStart: 0, sentenceEnd: body.length, messageStart, messageEnd: messageStart + message.length, verb, act: 'proposed', polarity: 1, attribution: 'first_person', actors: speakers.slice(0, 1), ...nobody }; // prettier-ignore
  const statement: DraftStatement = { id: 's', number: 1, kind: 'written_statement', mode: 'written', body, language, speakers, points: [point], ...nobody }; // prettier-ignore
  const telling = { naming: namingFor('attributed', []), small: smallWordsIn([body]), givesAway: () => false };
  return sentencesOf(statement, telling).map(({ text }) => text);
}

test.each([
  ['Peru proposes a fund for towns.', 'a fund for towns', 'proposes', 'proposed a fund for towns.'],
  [
    'Peru proposed that towns keep our register.',
    'towns keep our register',
    'proposed',
    'proposed: “towns keep our register”.',
  ],
  ['We propose a fund for towns.', 'a fund for towns', 'propose', 'proposed: “We propose a fund for towns.”'],
])('says once who says it, where a statement says so itself: %s', (body, message, verb, end) => {
  expect(told({ body, message, verb, speakers: [peru] })).toEqual([`Peru, in a written statement, ${end}`]);
});

test.each([
  ['fr', 'Le Pérou propose un fonds pour les villes.', 'un fonds pour les villes', 'propose'],
  ['es', 'El Perú propone un fondo.', 'un fondo', 'propone'],
])('and quotes the rest alone where it was said in another language: %s', (language, body, message, verb) => {
  const end = `proposed: “${message}”.`;
  expect(told({ body, language, message, verb, speakers: [peru] })).toEqual([`Peru, in a written statement, ${end}`]);
});

test.each([
  ['en', 'We, Kenya and Peru, propose a fund.', 'a fund', 'propose', 'a fund”.'],
  ['fr', 'Nous, le Kenya et le Pérou, proposons un fonds.', 'un fonds', 'proposons', 'un fonds”.'],
  [
    'es',
    'Nosotros, Kenya y el Perú, proponemos un fondo.',
    'Nosotros, Kenya y el Perú, proponemos un fondo.',
    '',
    'proponemos un fondo.”',
  ],
])('names everyone who signed, once: %s', (language, body, message, verb, end) => {
  expect(told({ body, language, message, verb, speakers: [kenya, peru] })).toEqual([
    `Kenya and Peru, in a written statement, proposed: “${end}`,
  ]);
});
