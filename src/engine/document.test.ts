import { describe, expect, test } from 'vitest';
import { readDocument } from './document.ts';
import { theRegister } from './register.ts';

const report = `Roundtable 4 – Ferries and Neighbours

Report by the General Rapporteur

Ms. Rosa Quispe

Former harbour master, Peru

Roundtable 4.1: Safe crossings

The Roundtable was co-chaired by Ghana and Chile.

Ghana said that nobody should drown. Chile stressed training.

The Co-Chairs mentioned the following Tools:

- early warning, which includes:
 - sirens
 - radio
- shared patrols

The main issues discussed were:

- lights
- fees, and:

Main means of implementation mentioned were:

- a joint fund

On the discussion, Mali asked who pays. Omar Said, from UNAOC mentioned that rumours sink boats. Togo, in its written statement stressed schools. Benin on fees.

Round Table 4.2: Fair work at sea

The Roundtable was co-chaired by Nepal and Fiji.

Fiji introduced the panel. The Minister of Qatar presented a video on contracts.

The countries that took the floor:

- **Cuba:** on wages.

Over all main issues that were repeatedly emphasized were:

- Trust comes first

I thank the note-takers for their work. Thank you Chair.
`;

const announcement = `RT 5 - People and Water

RT 5.3 Who keeps the lake

This roundtable explores who looks after shared water.

It seeks examples.

  • How can towns help? Who pays?
  • What should schools teach?

We invite you to submit comments below

Please note that the Chair decides which comments are relevant.
`;

describe("a rapporteur's report", () => {
  const read = readDocument(report);
  const [first, second] = read.roundtables;

  test('has its title, number and rapporteur', () => {
    expect([read.kind, read.title?.text, read.subtitle?.text, read.number]).toEqual([
      'report',
      'Roundtable 4 – Ferries and Neighbours',
      'Report by the General Rapporteur',
      '4',
    ]);
    expect([read.rapporteur?.name.text, read.rapporteur?.capacity?.text]).toEqual([
      'Ms. Rosa Quispe',
      'Former harbour master, Peru',
    ]);
  });
  test('has its roundtables with their co-chairs', () => {
    expect(
      read.roundtables.map((one) => [one.number, one.title.text, one.coChairs.map((chair) => chair.name)]),
    ).toEqual([
      ['4.1', 'Safe crossings', ['Ghana', 'Chile']],
      ['4.2', 'Fair work at sea', ['Nepal', 'Fiji']],
    ]);
  });
  test('has its lists, nested ones too', () => {
    expect(first?.tools.map((item) => [item.text, item.children.map((child) => child.text)])).toEqual([
      ['early warning', ['sirens', 'radio']],
      ['shared patrols', []],
    ]);
    expect(first?.mainIssues.map((item) => item.text)).toEqual(['lights', 'fees']);
    expect(first?.meansOfImplementation.map((item) => item.text)).toEqual(['a joint fund']);
    expect(read.overallIssues.map((item) => item.text)).toEqual(['Trust comes first']);
  });
  test('has who spoke, in order, in which capacity, written statements last', () => {
    expect(first?.interventions.map((one) => [one.actors.join(' + '), one.capacity, one.mode])).toEqual([
      ['Ghana', 'co-chair', 'oral'],
      ['Chile', 'co-chair', 'oral'],
      ['Ghana + Chile', 'co-chair', 'oral'],
      ['Mali', 'delegate', 'oral'],
      ['Omar Said (UNAOC)', 'panel', 'oral'],
      ['Benin', 'delegate', 'oral'],
      ['Togo', 'delegate', 'written'],
    ]);
    expect(second?.interventions.map((one) => [one.actors.join(), one.capacity, one.mode])).toEqual([
      ['Fiji', 'co-chair', 'oral'],
      ['Qatar', 'panel', 'video'],
      ['Cuba', 'delegate', 'oral'],
    ]);
    expect(first?.panel).toMatchObject([{ name: 'Omar Said', capacity: 'UNAOC', text: 'Omar Said, from UNAOC' }]);
  });
  test('says where everything stands', () => {
    for (const one of read.roundtables.flatMap((roundtable) => [
      roundtable.title,
      ...roundtable.coChairs,
      ...roundtable.panel,
      ...roundtable.interventions,
      ...roundtable.mainIssues,
    ]))
      expect(report.slice(one.start, one.end)).toBe(one.text);
  });
});

describe('an announcement', () => {
  const read = readDocument(announcement);

  test('has its description, questions and notices', () => {
    const [roundtable] = read.roundtables;
    expect([read.kind, read.title?.text, read.number, roundtable?.number, roundtable?.title.text]).toEqual([
      'announcement',
      'RT 5 - People and Water',
      '5',
      '5.3',
      'Who keeps the lake',
    ]);
    expect(roundtable?.description.map((one) => one.text)).toEqual([
      'This roundtable explores who looks after shared water.',
      'It seeks examples.',
    ]);
    expect(roundtable?.questions.map((one) => one.text)).toEqual([
      'How can towns help? Who pays?',
      'What should schools teach?',
    ]);
    expect(read.closing).toHaveLength(2);
  });
});

test('any other text is read as its blocks', () =>
  expect(readDocument('A letter.\n\nDear all, the lake is full.')).toMatchObject({ kind: 'other', roundtables: [] }));

test("an edition's own delegation chairs and speaks under its own name", () => {
  const own = theRegister([{ name: 'Lake Board', kind: 'igo', aliases: ['LKB', 'Lake Board of Elders'] }]);
  const text =
    'Roundtable 4.1: Safe crossings\n\nThe Roundtable was co-chaired by LKB and Chile.\n\nThe Lake Board of Elders stressed training.\n';
  const [roundtable] = readDocument(text, { register: own }).roundtables;
  expect(roundtable?.coChairs.map((one) => one.name)).toEqual(['Lake Board', 'Chile']);
  expect(roundtable?.interventions.map((one) => one.actors)).toEqual([['Lake Board']]);
  expect(readDocument(text).roundtables[0]?.coChairs.map((one) => one.name)).toEqual(['Chile']);
});
