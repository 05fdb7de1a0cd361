import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DraftParagraph, DraftPoint, DraftRecord, DraftStatement, Speaker } from './draft-record.ts';
import { draftOf } from './draft.ts';
import { isIn, quotationsIn } from './quotation.ts';

const speaker = (name: string, more: Partial<Speaker> = {}): Speaker => ({
  name,
  slug: name.toLowerCase().replaceAll(' ', '-'),
  kind: 'state',
  capacity: 'delegate',
  ...more,
});

const [kenya, peru, chad, japan] = ['Kenya', 'Peru', 'Chad', 'Japan'].map((name) => speaker(name)) as [Speaker, Speaker, Speaker, Speaker]; // prettier-ignore

function statement(number: number, body: string, more: Partial<DraftStatement> = {}): DraftStatement {
  const nobody = { onBehalfOf: [], supportedBy: [], opposedBy: [] };
  return { id: `s${number}`, number, kind: 'intervention', mode: 'oral', body, language: 'en', speakers: [kenya], points: [], ...nobody, ...more }; // prettier-ignore
}

function point(id: string, body: string, message: string, more: Partial<DraftPoint> = {}): DraftPoint {
  const at = body.indexOf(message);
  const start = body.lastIndexOf('. ', at) < 0 ? 0 : body.lastIndexOf('. ', at) + 2;
  const stop = /[.?]/.exec(body.slice(at + message.length));
  return {
    id,
    sentenceStart: start,
    sentenceEnd: stop ? at + message.length + stop.index + 1 : body.length,
    messageStart: at,
    messageEnd: at + message.length,
    verb: '',
    act: 'stated',
    polarity: 1,
    attribution: 'direct',
    actors: [],
    onBehalfOf: [],
    supportedBy: [],
    opposedBy: [],
    ...more,
  };
}

function record(more: Partial<DraftRecord> = {}): DraftRecord {
  const place = {
    id: 'r',
    number: '2.1',
    title: 'Cities as “first” hosts',
    attribution: 'attributed',
    room: 'Victoria Hall',
  };
  const time = { startsAt: new Date('2026-05-23T08:00:00Z'), endsAt: new Date('2026-05-23T10:00:00Z'), timeZone: 'Africa/Nairobi' }; // prettier-ignore
  return { roundtable: { ...place, ...time }, coChairs: [kenya, peru], questions: [], statements: [], issues: [], decided: [], ...more }; // prettier-ignore
}

const texts = (paragraphs: DraftParagraph[], section: string) =>
  paragraphs.filter((one) => one.section === section).map((one) => one.sentences.map(({ text }) => text).join(' '));

describe('a draft', () => {
  test('opens with the co-chairs and the meeting', () => {
    expect(texts(draftOf(record()), 'opening')).toEqual([
      'Roundtable 2.1, Cities as ‘first’ hosts, was co-chaired by Kenya and Peru. It met on 23 May 2026, from 11:00 to 13:00 (Africa/Nairobi), in Victoria Hall.',
    ]);
  });

  test('tells one speaker’s points in one paragraph, the second time by “it”', () => {
    const body = 'Kenya emphasized on clean water. It mentioned that wells run dry.';
    const points = [
      point('p1', body, 'clean water', { verb: 'emphasized', act: 'emphasised', actors: [kenya] }),
      point('p2', body, 'wells run dry', { verb: 'mentioned', actors: [kenya] }),
    ];
    const draft = draftOf(record({ statements: [statement(1, body, { points })] }));
    expect(texts(draft, 'discussion')).toEqual(['Kenya emphasised clean water. It mentioned that wells run dry.']);
  });

  test('keeps groups, supporters and objections', () => {
    const body = 'Kenya, for the group, supported by Peru and opposed by Japan, proposed that reports be annual.';
    const group = speaker('Nordic Group', { kind: 'group' });
    const points = [
      point('p1', body, 'reports be annual', { verb: 'proposed', act: 'proposed', actors: [kenya], onBehalfOf: [group], supportedBy: [peru], opposedBy: [japan] }), // prettier-ignore
    ];
    const draft = draftOf(record({ statements: [statement(1, body, { points })] }));
    expect(texts(draft, 'discussion')).toEqual([
      'Kenya, on behalf of the Nordic Group, supported by Peru, proposed that reports be annual. Japan opposed this.',
    ]);
  });

  test('quotes what somebody said of themselves, and what nobody found a point in', () => {
    const body = 'We ask for time. How do cities “count” people who hide?';
    const own = { attribution: 'first_person', actors: [peru] };
    const points = [
      point('p1', body, 'time', { ...own, act: 'proposed', sentenceStart: 0, sentenceEnd: 16 }),
      point('p2', body, 'How do cities “count” people who hide?', { ...own, act: 'questioned', sentenceStart: 17, sentenceEnd: body.length }), // prettier-ignore
    ];
    const draft = draftOf(
      record({
        statements: [
          statement(1, body, { points, speakers: [peru] }),
          statement(2, 'Wells, wells, wells', { speakers: [chad] }),
        ],
      }),
    );
    expect(texts(draft, 'discussion')).toEqual([
      'Peru proposed: “We ask for time.” It asked: “How do cities ‘count’ people who hide?”',
      'Chad stated: “Wells, wells, wells.”'.replace('.”', '”.'),
    ]);
  });

  test('counts who raised an issue out of who took the floor, and who opposed it', () => {
    const said = [kenya, peru, chad, japan].map((one, i) =>
      statement(i + 1, 'on wells and roads', {
        speakers: [one],
        points: [
          point(`p${i}`, 'on wells and roads', 'wells', {
            actors: [one],
            act: 'supported',
            polarity: one === japan ? -1 : 1,
          }),
        ],
      }),
    );
    const issues = [{ kind: 'main_issue', title: 'Wells and roads', points: ['p0', 'p1', 'p2', 'p3'] }];
    const draft = draftOf(record({ statements: said, issues }));
    expect(texts(draft, 'main_issues')).toEqual(['A few delegations (3 of 4) raised wells and roads; 1 opposed it.']);
    const cite = draft.find((one) => one.section === 'main_issues')!.sentences[0]!.cites[0];
    expect(cite).toMatchObject({ kind: 'count', fact: { count: 3, of: 4, against: ['japan'], silent: [] } });
  });

  test('tells who agrees and who differs, with both sides by name', () => {
    const said = [kenya, peru, chad, japan].map((one, i) => {
      const polarity = one === japan ? (-1 as const) : (1 as const);
      const points = [
        point(`w${i}`, 'on wells and roads', 'wells', { actors: [one], act: 'supported', polarity }),
        point(`r${i}`, 'on wells and roads', 'roads', { actors: [one] }),
      ];
      return statement(i + 1, 'on wells and roads', { speakers: [one], points });
    });
    const issues = [
      { kind: 'main_issue', title: 'Wells', points: ['w0', 'w1', 'w2', 'w3'] },
      { kind: 'main_issue', title: 'Roads', points: ['r0', 'r1'] },
      { kind: 'overall_issue', title: 'Roads', points: ['r0', 'r1'] },
      { kind: 'main_issue', title: 'Ports', points: ['r2'] },
      { kind: 'tool', title: 'Maps', points: ['r0', 'r1'] },
    ];
    const given = record({ statements: said, issues });
    expect(texts(draftOf(given), 'divergences')).toEqual([
      'Roads: raised by Kenya and Peru; none opposed it.',
      'Wells: raised by Kenya, Peru and Chad; opposed by Japan.',
    ]);
    const closed = draftOf({ ...given, roundtable: { ...given.roundtable, attribution: 'not_attributed' } });
    expect(texts(closed, 'divergences')).toEqual([
      'Roads: raised by 2 of those who spoke; none opposed it.',
      'Wells: raised by 3 of those who spoke; opposed by 1 of those who spoke.',
    ]);
  });

  test('lists every question put from the floor with its answer, or that it has none', () => {
    const asks = 'Kenya asked whether the fund is open. Kenya asked how wells are paid.';
    const asked = { verb: 'asked', act: 'questioned', actors: [kenya] };
    const points = [
      point('q1', asks, 'whether the fund is open', asked),
      point('q2', asks, 'how wells are paid', asked),
    ];
    const statements = [statement(1, asks, { points }), statement(2, 'It is open to all.', { speakers: [peru] })];
    const replied = record({ statements, replies: new Map([['q2', ['s2']]]) });
    expect(texts(draftOf(replied), 'floor_questions')).toEqual([
      'Kenya asked whether the fund is open. It remained unanswered.',
      'Kenya asked how wells are paid. Peru (statement 2) replied.',
    ]);
    const given = record({ statements, answers: new Map([['q1', ['s2']]]) });
    const draft = draftOf(given);
    expect(texts(draft, 'floor_questions')).toEqual([
      'Kenya asked whether the fund is open. Peru (statement 2) answered.',
      'Kenya asked how wells are paid. It remained unanswered.',
    ]);
    const answer = draft.find(({ section }) => section === 'floor_questions')!.sentences[1]!;
    expect(answer.cites).toEqual([{ kind: 'point', point: 'q1' }, { kind: 'passage', statement: 's2', quotation: 'It is open to all.' }]); // prettier-ignore
    const closed = draftOf({ ...given, roundtable: { ...given.roundtable, attribution: 'not_attributed' } });
    expect(texts(closed, 'floor_questions')).toEqual(['Put from the floor: 2 questions; answered: 1.']);
  });

  test('lists the instruments that were referred to, resting on the words in which they were', () => {
    const said = [kenya, peru, chad].map((one, i) => statement(i + 1, `Wells serve the 2030 Agenda${i === 0 ? ' and the Global Compact on Refugees' : ''}.`, { speakers: [one] })); // prettier-ignore
    const given = record({ statements: said });
    const [paragraph] = draftOf(given).filter(({ section }) => section === 'instruments');
    expect(paragraph!.sentences.map(({ text }) => text)).toEqual([
      '2030 Agenda: referred to by Kenya, Peru and Chad.',
      'Global Compact on Refugees: referred to by Kenya.',
    ]);
    expect(paragraph!.sentences[0]!.cites.slice(1)).toEqual([1, 2, 3].map((n) => ({ kind: 'passage', statement: `s${n}`, quotation: '2030 Agenda', start: 16 }))); // prettier-ignore
    const closed = draftOf({ ...given, roundtable: { ...given.roundtable, attribution: 'not_attributed' } });
    // What one speaker alone named would tell who it was.
    expect(texts(closed, 'instruments')).toEqual(['2030 Agenda: referred to by 3 of those who spoke.']);
  });

  test('lists noted statements in the annex and leaves decided ones out of the body', () => {
    const statements = [statement(1, 'Thank you.'), statement(2, 'A list of towns.'), statement(3, 'Wells.')];
    const decided = [
      { statement: 's1', kind: 'omitted', reason: 'Courtesy.' },
      { statement: 's2', kind: 'noted', reason: '' },
    ];
    const draft = draftOf(record({ statements, decided }));
    expect(texts(draft, 'discussion')).toEqual(['Kenya stated: “Wells.”']);
    expect(texts(draft, 'annex')).toEqual(['Kenya, statement 2: “A list of towns.”']);
  });

  test('names nobody where nobody may be named', () => {
    const body = 'Kenya mentioned that wells run dry.';
    const points = [point('p1', body, 'wells run dry', { verb: 'mentioned', actors: [kenya], supportedBy: [peru] })];
    const quiet = record({ statements: [statement(1, body, { points })], coChairs: [] });
    const draft = draftOf({ ...quiet, roundtable: { ...quiet.roundtable, attribution: 'not_attributed' } });
    expect(texts(draft, 'discussion')).toEqual([
      'A participant, supported by one other, mentioned that wells run dry.',
    ]);
    expect(JSON.stringify(draft.map((one) => one.sentences.map(({ text }) => text)))).not.toMatch(/Kenya|Peru/);
  });
});

const person = fc.constantFrom(
  kenya,
  peru,
  chad,
  japan,
  speaker('Ana Lima', { slug: null, kind: null }),
  speaker('Asociación «Agua "viva"»'),
);
const words = fc.oneof(
  fc.stringMatching(/^[A-Za-z“”"«»é,;?! ]{0,40}[a-z][.?!]?$/),
  fc.constantFrom('The 2030 Agenda matters.', 'How does the ICRMW help?', '"Global Compact", said they'),
);

const anyStatement = fc.record({
  sentences: fc.array(words.filter((one) => one.trim().length > 1), { minLength: 1, maxLength: 4 }),
  speakers: fc.uniqueArray(person, { maxLength: 2 }),
  kind: fc.constantFrom('intervention', 'written_statement', 'remark', 'comment'),
  attribution: fc.constantFrom('direct', 'first_person', 'continuation', 'label'),
  act: fc.constantFrom('stated', 'emphasised', 'questioned', 'proposed', 'opposed', 'concern', 'unheard-of'),
  polarity: fc.constantFrom(1, -1),
  found: fc.boolean(),
}); // prettier-ignore

type Drawn = typeof anyStatement extends fc.Arbitrary<infer One> ? One : never;

function toStatement({ sentences, speakers, kind, attribution, act, polarity, found }: Drawn, n: number) {
  const body = sentences.join(' ');
  let at = 0;
  const points = sentences.map((sentence, i) => {
    const start = at;
    at += sentence.length + 1;
    const place = { sentenceStart: start, sentenceEnd: start + sentence.length, messageStart: start, messageEnd: start + sentence.length }; // prettier-ignore
    return { ...point(`p${n}-${i}`, body, sentence, { act, attribution, polarity, actors: speakers }), ...place };
  });
  const mode = kind === 'comment' || kind === 'written_statement' ? 'written' : 'oral';
  return statement(n + 1, body, { kind, mode, speakers, points: found ? points : [] });
}

describe('whatever was said', () => {
  const drafted = fc.array(anyStatement, { minLength: 1, maxLength: 8 }).map((all) => {
    const statements = all.map(toStatement);
    const points = statements.flatMap((one) => one.points.map(({ id }) => id));
    const issues = [
      { kind: 'main_issue', title: 'Beyond “wells”, "roads', points },
      { kind: 'means_of_implementation', title: 'Wells', points: points.filter((_, i) => i % 2 === 0) },
    ];
    // Every other question has an answer.
    const answers = new Map(points.filter((_, i) => i % 2 === 0).map((id, i) => [id, [statements[i % statements.length]!.id]])); // prettier-ignore
    return { statements, draft: draftOf(record({ statements, issues, answers })) };
  });

  test('every sentence rests on something, and every statement and point is cited', () => {
    fc.assert(
      fc.property(drafted, ({ statements, draft }) => {
        const cites = draft.flatMap((one) => one.sentences).map((sentence) => sentence.cites);
        expect(cites.every((some) => some.length > 0)).toBe(true);
        const cited = new Set(cites.flat().flatMap((cite) => (cite.kind === 'point' ? cite.point : cite.kind === 'passage' ? cite.statement : []))); // prettier-ignore
        const expected = statements.flatMap((one) => (one.points.length > 0 ? one.points.map(({ id }) => id) : one.id));
        expect(expected.filter((id) => !cited.has(id))).toEqual([]);
      }),
    );
  });

  test('every quotation is in the words of a statement its sentence cites', () => {
    fc.assert(
      fc.property(drafted, ({ statements, draft }) => {
        for (const { text, cites } of draft.flatMap((one) => one.sentences)) {
          const ids = new Set(cites.flatMap((cite) => (cite.kind === 'point' ? cite.point.split('-')[0]!.replace('p', '') : cite.kind === 'passage' ? `${Number(cite.statement.slice(1)) - 1}` : []))); // prettier-ignore
          const sources = [...ids].map((n) => statements[Number(n)]!.body);
          for (const quotation of quotationsIn(text))
            expect(
              sources.some((source) => isIn(quotation.text, source)),
              `${quotation.text} in ${text}`,
            ).toBe(true);
        }
      }),
    );
  });
});
