import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DraftPoint, DraftRecord, DraftStatement, Speaker } from './draft-record.ts';
import { draftWithin, wordsIn } from './length.ts';
import { isIn, quotationsIn } from './quotation.ts';

const speaker = (n: number): Speaker => ({ name: `Land ${n}`, slug: `land-${n}`, kind: 'state', capacity: 'delegate' });
const place = { id: 'r', number: '2.1', title: 'Cities', attribution: 'attributed', room: null, startsAt: null, endsAt: null, timeZone: 'UTC' }; // prettier-ignore

/** One sentence a point, as a speaker says it of themselves. */
function statement(
  number: number,
  who: number,
  sentences: readonly { words: string; against: boolean }[],
): DraftStatement {
  // prettier-ignore
  let body = '';
  const points = sentences.map(({ words, against }, i): DraftPoint => {
    const sentenceStart = body.length;
    body += `${words}. `;
    const sentenceEnd = body.length - 1;
    return { id: `${number}#${i}`, sentenceStart, sentenceEnd, messageStart: sentenceStart, messageEnd: sentenceEnd - 1, verb: '', act: against ? 'opposed' : 'proposed', polarity: against ? -1 : 1, attribution: 'first_person', actors: [speaker(who)], onBehalfOf: [], supportedBy: [], opposedBy: [] }; // prettier-ignore
  });
  const nobody = { onBehalfOf: [], supportedBy: [], opposedBy: [] };
  return { id: `s${number}`, number, kind: 'intervention', mode: 'oral', language: 'en', body: body.trim() || 'We were here', speakers: [speaker(who)], points, ...nobody }; // prettier-ignore
}

const saying = fc.record({
  words: fc.array(fc.constantFrom('we', 'open', 'our', 'wells', 'and', 'fund', 'roads', 'for', 'every', 'town'), { minLength: 3, maxLength: 14 }).map((some) => some.join(' ')), // prettier-ignore
  against: fc.boolean(),
});
const records = fc
  .array(fc.tuple(fc.nat(12), fc.array(saying, { maxLength: 5 })), { minLength: 1, maxLength: 25 })
  .map((said): DraftRecord => {
    // Every sentence once, so that each can be quoted alone.
    const statements = said.map(([who, sentences], n) => statement(n + 1, who, sentences.map((one, i) => ({ ...one, words: `${n} ${i} ${one.words}` })))); // prettier-ignore
    const points = statements.flatMap((one) => one.points.map(({ id }) => id));
    const issues = [
      { kind: 'main_issue', title: 'Wells', points: points.filter((_, i) => i % 3 === 0) },
      { kind: 'main_issue', title: 'Roads', points: points.filter((_, i) => i % 4 === 1) },
    ];
    return { roundtable: place, coChairs: [], questions: [], statements, issues, decided: [] };
  });

describe('a draft of any length', () => {
  test('rests every sentence on something, and quotes only what was said', () => {
    fc.assert(
      fc.property(records, fc.option(fc.integer({ min: 100, max: 900 })), (record, limit) => {
        for (const { sentences } of draftWithin(record, limit).paragraphs)
          for (const { text, cites } of sentences) {
            expect(cites.length).toBeGreaterThan(0);
            for (const quotation of quotationsIn(text))
              expect(record.statements.some(({ body }) => isIn(quotation.text, body))).toBe(true);
          }
      }),
      { numRuns: 60 },
    );
  });

  test('keeps everyone who spoke in the body or the annex, and every statement', () => {
    fc.assert(
      fc.property(records, fc.integer({ min: 100, max: 600 }), (record, limit) => {
        const { paragraphs } = draftWithin(record, limit);
        const cited = new Set(paragraphs.flatMap(({ sentences }) => sentences).flatMap(({ cites }) => cites.map((cite) => (cite.kind === 'point' ? `s${cite.point.split('#')[0]}` : cite.kind === 'passage' ? cite.statement : '')))); // prettier-ignore
        expect(record.statements.filter(({ id }) => !cited.has(id))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  test('tells every objection, and is no longer than asked for unless objections make it so', () => {
    fc.assert(
      fc.property(records, fc.integer({ min: 100, max: 600 }), (record, limit) => {
        const draft = draftWithin(record, limit);
        expect(draft.dissents.kept).toBe(draft.dissents.all);
        const differing = (some: typeof draft) => some.paragraphs.flatMap(({ sentences }) => sentences).filter(({ text }) => text.includes('; opposed by ')); // prettier-ignore
        expect(differing(draft)).toEqual(differing(draftWithin(record, null)));
        const objections = record.statements.flatMap(({ points }) => points.filter(({ act }) => act === 'opposed'));
        const longest = objections.reduce(
          (sum, one) => sum + (one.sentenceEnd - one.sentenceStart) / 2 + 6,
          30 + wordsIn([{ section: 'divergences', sentences: differing(draft) }]),
        );
        expect(wordsIn(draft.paragraphs)).toBeLessThanOrEqual(Math.max(limit, longest));
      }),
      { numRuns: 60 },
    );
  });
});

test('where everything has room nothing is left out', () => {
  const record: DraftRecord = { roundtable: place, coChairs: [], questions: [], statements: [statement(1, 1, [{ words: 'we open wells', against: false }])], issues: [], decided: [] }; // prettier-ignore
  const draft = draftWithin(record, 1000);
  expect(draft).toMatchObject({ pointsTold: 1, points: 1, fallen: [], counted: [] });
  expect(draft.paragraphs.some(({ section }) => section === 'annex')).toBe(false);
});

test('delegations come before points: one sentence each rather than three of one', () => {
  const long = 'we open wells and fund roads for every town and our wells and our roads and our towns for';
  const statements = [1, 2, 3, 4, 5, 6].map((n) => statement(n, n, [1, 2, 3].map((i) => ({ words: `${n} ${i} ${long}`, against: false })))); // prettier-ignore
  const draft = draftWithin(
    { roundtable: place, coChairs: [], questions: [], statements, issues: [], decided: [] },
    170,
  );
  expect(draft.told).toHaveLength(6);
  expect(draft.pointsTold).toBeLessThan(18);
});
