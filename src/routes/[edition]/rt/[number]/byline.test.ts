import { expect, test } from 'vitest';
import { say } from '#messages/say.ts';
import { addressesIn } from '#routes/addresses.ts';
import type { SpeakerView, StatementView } from '#statements/queries.ts';
import { bylineOf } from './byline.ts';

const kenya = { slug: 'kenya', name: 'Kenya', kind: 'state' };
const speaker = {
  part: 'speaker',
  delegation: kenya,
  person: 'Wanjiru Kamau',
  function: 'director',
  capacity: 'head',
} as const;
const line = (speakers: SpeakerView[], more: Partial<StatementView> = {}) =>
  bylineOf(
    { speakers, kind: 'comment', identity: 'verified', ...more } as StatementView,
    addressesIn('lake-forum'),
    say,
  );

test('a delegate is named with their delegation and function', () => {
  expect(line([speaker])).toEqual({
    by: [{ name: 'Kenya', kind: 'state', href: '/lake-forum/delegations/kenya' }],
    person: 'Wanjiru Kamau, director, head of delegation',
  });
});

test('a co-chair who speaks as chair is said to', () => {
  expect(line([{ ...speaker, capacity: 'co_chair' }], { kind: 'intervention' }).person).toBe(
    'Wanjiru Kamau, director, as co-chair · intervention',
  );
});

test('the capacity is said once, and a name written from right to left keeps the order of the rest', () => {
  expect(line([{ ...speaker, function: 'counsellor, focal point', capacity: 'focal_point' }]).person).toBe(
    'Wanjiru Kamau, counsellor, focal point',
  );
  expect(line([{ ...speaker, person: 'محمد', function: null, capacity: 'delegate' }]).person).toBe(
    '\u2068محمد\u2069, delegate',
  );
});

test('two who speak for one delegation share its tag', () => {
  const { by, person } = line([speaker, { ...speaker, person: 'Otieno Were', function: null }]);
  expect(by).toHaveLength(1);
  expect(person).toBe('Wanjiru Kamau, director, head of delegation · Otieno Were, head of delegation');
});

test('someone unidentified is labelled, and a name is only what they call themselves', () => {
  const given = { ...speaker, delegation: null, function: null, capacity: null };
  expect(line([given], { identity: 'unidentified' })).toEqual({
    by: [{ name: 'Unidentified', kind: 'none' }],
    person: 'Wanjiru Kamau, by their own account',
  });
  expect(line([], { identity: 'unidentified' }).by[0]!.name).toBe('Unidentified');
});

test('someone who speaks for no delegation, or is one alone, is named once', () => {
  const alone = { ...speaker, delegation: null, capacity: null };
  expect(line([alone])).toEqual({ by: [{ name: 'Wanjiru Kamau', kind: 'individual' }], person: 'director' });
  const expert = { slug: 'amara-sesay', name: 'Amara Sesay', kind: 'individual' };
  expect(line([{ ...alone, capacity: 'head', delegation: expert, person: 'Amara Sesay' }]).person).toBe('director');
});

test('nobody is named where the policy names nobody', () => {
  expect(line([])).toEqual({ by: [{ name: 'Not attributed', kind: 'none' }], person: '' });
});
