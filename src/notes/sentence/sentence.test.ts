import { describe, expect, it } from 'vitest';
import { findPoints } from '#engine/points.ts';
import { theRegister } from '#engine/register.ts';
import { namesOf, readLine, verbs } from '#notes/line/rules.ts';
import { sentenceOf, textOf } from './rules.ts';

const noted = (typed: string) => {
  const { verb, words, isExact } = readLine(typed, namesOf([]));
  return { verb: verb?.verb ?? null, act: verb?.act ?? null, words, isExact };
};

describe('the sentence of a line', () => {
  it.each([
    ['q how cities reach people', 'Guatemala questioned how cities reach people.'],
    ['o complete separation. A judge, not a wall', 'Guatemala opposed complete separation. A judge, not a wall.'],
    ['o could not support a complete separation', 'Guatemala opposed: could not support a complete separation.'],
    ['st our desk, too, has left the town hall', 'Guatemala stated that our desk, too, has left the town hall.'],
    ['st “we pay”', 'Guatemala stated: “we pay”.'],
    ['q "who pays?"', 'Guatemala questioned: “who pays?”'],
    ['p book the first appointment', 'Guatemala proposed: book the first appointment.'],
    ['p that money follows the person', 'Guatemala proposed that money follows the person.'],
    ['c about the cost', 'Guatemala expressed concern about the cost.'],
    ['c nobody pays', 'Guatemala expressed concern: nobody pays.'],
    ['cm ten new desks by 2027', 'Guatemala committed to ten new desks by 2027.'],
    ['s Ghana; would consider a grant', 'Guatemala supported Ghana; would consider a grant.'],
    ['nobody asked them', 'Guatemala stated: nobody asked them.'],
    ['would support a narrow one', 'Guatemala would support a narrow one.'],
    ['would not support that we pay', 'Guatemala would not support that we pay.'],
    ['could commit to we pay first', 'Guatemala could commit to: we pay first.'],
    ['st really?!', 'Guatemala stated: really?!'],
  ])('%j reads %j', (typed, sentence) => expect(sentenceOf('Guatemala', noted(typed))).toBe(sentence));

  it('stands where it says, with its message', () => {
    const { body, sentences } = textOf('Kenya', [noted('q how?'), noted('p one desk.'), noted('st “we pay”')]);
    expect(sentences.map(({ start, end }) => body.slice(start, end)).join('\n\n')).toBe(body);
    expect(sentences.map(({ messageStart, messageEnd }) => body.slice(messageStart, messageEnd))).toEqual(['how?', 'one desk', 'we pay']); // prettier-ignore
  });
});

// “Ask” asks for a favour as often as for an answer: the engine leaves it to whoever reads.
it.each(verbs.filter(({ base }) => base !== 'ask').map(({ base, act }) => [base, act] as const))(
  'the engine finds “would %s” to be %s',
  (base, act) => {
    const [point] = findPoints(sentenceOf('Guatemala', noted(`would ${base} complete separation of files`)), { register: theRegister(), language: 'en' }); // prettier-ignore
    expect([point?.actors, point?.act]).toEqual([['Guatemala'], act]);
  },
);

describe('the engine finds in the sentence what was typed', () => {
  const words = ['how cities reach people', 'the role of cities', 'complete separation of files', 'we pay first', 'ten desks by 2027', 'nobody is asked at the counter']; // prettier-ignore
  const register = theRegister();
  it.each(verbs.map(({ code, act }) => [code, act] as const))('%s is %s', (code, act) => {
    for (const said of [...words, `“${words[0]}”`]) {
      const sentence = sentenceOf('Guatemala', noted(`${code} ${said}`));
      const [point] = findPoints(sentence, { register, language: 'en' });
      expect([point?.actors, point?.act], sentence).toEqual([['Guatemala'], act]);
    }
  });
});
