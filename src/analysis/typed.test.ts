import { expect, it } from 'vitest';
import { findPoints } from '#engine/points.ts';
import { textOf, type Noted } from '#notes/sentence/rules.ts';
import { asTyped } from './typed.ts';

const reading = (lines: Noted[]) => {
  const { body, sentences } = textOf('Kenya', lines);
  const typed = asTyped(findPoints(body, { language: 'en' }), sentences.map((one) => ({ ...one, speaker: 'Kenya' }))); // prettier-ignore
  return typed.map(({ messageStart, messageEnd, ...point }) => ({ ...point, message: body.slice(messageStart, messageEnd) })); // prettier-ignore
};
const line = (verb: string | null, act: Noted['act'], words: string): Noted => ({ verb, act, words, isExact: false });

it('a typed verb is the point’s act, whatever the engine makes of the words', () => {
  const points = reading([
    line('presented', 'presented', 'how it opposed the wall'),
    line('questioned', 'questioned', 'who pays'),
    line(null, null, 'nobody asked'),
  ]);
  const acts = points.map(({ act, message, actors }) => `${actors} ${act}: ${message}`);
  expect(acts).toEqual(['Kenya presented: how it opposed the wall', 'Kenya questioned: who pays', 'Kenya stated: nobody asked']); // prettier-ignore
});

it('a line in which the engine finds nothing is a point all the same', () => {
  const [point] = reading([line('opposed', 'opposed', '…')]);
  expect(point).toMatchObject({ act: 'opposed', polarity: -1, actors: ['Kenya'], message: '…', confidence: 1 });
});

it('what else is said in a line is found beside it', () => {
  const points = reading([line('supported', 'supported', 'Ghana; would consider a grant per arrival')]);
  expect(points.map(({ message }) => message)).toEqual(['Ghana', 'a grant per arrival']);
});
