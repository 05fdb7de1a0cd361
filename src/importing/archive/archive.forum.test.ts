import fc from 'fast-check';
import { sql } from 'kysely';
import { describe, expect } from 'vitest';
import type { z } from 'zod';
import { findPoints, nameIssue } from '#analysis/acts.ts';
import { mergeIssues, renameIssue } from '#analysis/issues/acts.ts';
import { editPoint, mergePoints } from '#analysis/points/acts.ts';
import { pointsIn } from '#analysis/queries.ts';
import { noteAnswer } from '#analysis/questions/acts.ts';
import { editionCalled, roundtableNumbered } from '#programme/queries.ts';
import { perform, type Act } from '#record/act.ts';
import type { Forum } from '#record/forum.ts';
import { program, visitor } from '#record/viewer.ts';
import { decideDisposition, enterReport } from '#report/acts.ts';
import { moveRecommendation, recordRecommendation, rewordRecommendation, supportRecommendation } from '#report/recommendations/acts.ts'; // prettier-ignore
import { findQuotation, normalise } from '#report/quotation.ts';
import type { Archive } from '#report/export/archive/shape.ts';
import { reportFile } from '#report/export/files.ts';
import { enterStatement } from '#statements/acts.ts';
import { giveRuling } from '#statements/rulings/acts.ts';
import { forumTest } from '#test/forum.ts';
import { smallForum } from '#test/small-forum.ts';
import { performImport, previewImport } from '#importing/importing.ts';

async function taken(forum: Forum, format: 'json' | 'xml', edition = 'lake'): Promise<string> {
  const { id } = (await editionCalled(forum.db, edition))!;
  const roundtable = (await roundtableNumbered(forum.db, id, '2.1'))!;
  // As a process that has kept nothing from before.
  const fresh = { ...forum, live: { ...forum.live } } as Forum;
  return Buffer.from((await reportFile(fresh, program, roundtable, format))!.bytes).toString();
}

/** Apart from where and when it was taken, that forum's own record, and what the edition that it was put into is called. */
function comparable(text: string) {
  const {
    takenFrom: _from,
    sequence: _at,
    record: _record,
    edition,
    ...archive
  } = JSON.parse(text) as Archive & { record: unknown };
  const { slug: _slug, name: _name, shortName: _short, ...kept } = edition;
  return { ...archive, edition: kept };
}

interface Told {
  body: string;
  language: string;
  from: number;
  length: number;
}

/** A roundtable in which this was said, and a report with a sentence on each. */
async function reported(forum: Forum, told: readonly Told[]) {
  const small = await smallForum(forum);
  const sentences = [];
  const ids: string[] = [];
  for (const [n, { body, language, from, length }] of told.entries()) {
    const { id } = await perform(forum, program, enterStatement, {
      roundtable: small.roundtable,
      kind: n % 2 === 0 ? 'intervention' : 'comment',
      mode: n % 2 === 0 ? 'oral' : 'written',
      body,
      language,
      saidAt: n === 0 ? null : new Date(Date.UTC(2026, 5, 1, 10, n)),
      questions: [small.questions[n % 2]!],
      speakers: [{ delegation: small.kenya, name: 'Wanjiru Kamau', function: 'adviser', capacity: 'head' }],
    });
    ids.push(id);
    const kept = (await forum.db.selectFrom('statement_revision').select('body').where('statement_id', '=', id).executeTakeFirstOrThrow()).body; // prettier-ignore
    const quotation = kept.slice(from % kept.length, (from % kept.length) + length).trim();
    const isOnce = quotation.isWellFormed() && findQuotation(quotation, normalise(kept)) !== null;
    const cites = isOnce ? [{ kind: 'passage' as const, statement: id, quotation }] : [];
    sentences.push({ text: `Sentence ${n} & <more>.`, cites });
  }
  await perform(forum, program, findPoints, { statements: ids });
  const { id: report } = await perform(forum, program, enterReport, {
    roundtable: small.roundtable,
    kind: 'record',
    title: 'Record “2.1” <&>',
    symbol: 'LF/1',
    source: 'draft',
    paragraphs: [
      { section: 'title', heading: 'Cover' },
      { section: 'questions', heading: 'One', question: small.questions[0]!, sentences },
    ],
  });
  return { ...small, ids, report };
}

const letters = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }).filter((text) => text.trim() !== '');
const anything = fc.array(
  fc.record({
    body: fc.oneof(letters, fc.constantFrom('Kenya stressed clean water.\r\n\r\nIt opposed a levy.', 'قال: «المدرسة أولاً» (2030).', '水、“学校” \u{1F30A}\uFFFE')), // prettier-ignore
    language: fc.constantFrom('en', 'ar', 'zh', 'fr'),
    from: fc.nat(80),
    length: fc.integer({ min: 1, max: 40 }),
  }),
  { minLength: 1, maxLength: 4 },
);

describe('an archive that was taken and is imported', () => {
  forumTest('gives the same archive again, whatever was said', { timeout: 120_000 }, async ({ forum }) => {
    const asTaken = fc.asyncProperty(anything, async (told) => {
      await sql`savepoint try`.execute(forum.db);
      try {
        await there(told);
      } finally {
        await sql`rollback to savepoint try; release savepoint try`.execute(forum.db);
      }
    });
    const there = async (told: readonly Told[]) => {
      await reported(forum, told);
      const first = await taken(forum, 'json');
      // Through Akoma Ntoso, which carries the same and escapes it besides.
      await performImport(forum, program, { name: 'r.xml', text: await taken(forum, 'xml'), edition: 'Copy' });
      expect(comparable(await taken(forum, 'json', 'copy'))).toEqual(comparable(first));
    };
    await fc.assert(asTaken, { numRuns: 8 });
  });

  forumTest('keeps what was merged, renamed, recommended and answered', async ({ forum }) => {
    const { ids, roundtable, chair } = await reported(forum, [
      { body: 'Kenya proposed to consider ratifying the Convention. Kenya asked how wells are paid.', language: 'en', from: 0, length: 5 },
      { body: 'Kenya proposed to consider ratifying the Convention.', language: 'en', from: 0, length: 5 },
      { body: 'Kenya opposed a levy on wells.', language: 'en', from: 0, length: 5 },
      { body: 'Kenya supported the proposal to consider ratifying the Convention.', language: 'en', from: 0, length: 5 },
    ]); // prettier-ignore
    const points = await pointsIn(forum.db, ids);
    const pointOf = (statement: number, act: string) => points.find((one) => one.statementId === ids[statement] && one.act === act)!.id; // prettier-ignore
    const [first, second, levy, support] = [pointOf(0, 'proposed'), pointOf(1, 'proposed'), pointOf(2, 'opposed'), pointOf(3, 'supported')]; // prettier-ignore
    const doing = <S extends z.ZodType, O>(act: Act<S, O>, input: z.input<S>) => perform(forum, program, act, input);
    await doing(editPoint, { point: levy, wording: 'No levy' });
    await doing(mergePoints, { into: first, points: [second] });
    await doing(noteAnswer, { point: pointOf(0, 'questioned'), statement: ids[2]! });
    const name = (title: string, points: string[], more: object = {}) => doing(nameIssue, { roundtable, kind: 'main_issue', title, points, ...more }); // prettier-ignore
    const { id: treaties } = await name('Treaties', [first]);
    const { id: law } = await name('Law', [levy], { parent: treaties });
    const { id: old } = await name('Conventions', [second]);
    await doing(renameIssue, { issue: treaties, title: 'Treaties and conventions' });
    await doing(mergeIssues, { issue: old, into: treaties });
    expect(law).toBeDefined();
    const { id: recommendation } = await perform(forum, chair, recordRecommendation, { roundtable, text: 'Consider ratifying the Convention', points: [first], to: ['Kenya', 'all mayors'] }); // prettier-ignore
    await doing(supportRecommendation, { recommendation, point: support });
    await doing(rewordRecommendation, { recommendation, basedOn: 1, text: 'To consider ratifying the Convention' });
    await doing(moveRecommendation, { recommendation, to: 'noted', words: 'By the plenary.' });
    const first_ = comparable(await taken(forum, 'json'));
    await performImport(forum, program, { name: 'r.xml', text: await taken(forum, 'xml'), edition: 'Copy' });
    const again = comparable(await taken(forum, 'json', 'copy'));
    // Whoever recorded it is named, and is nobody here.
    expect(first_.recommendations.map(({ recordedBy }) => recordedBy)).toEqual(['Grace Nakato']);
    expect(again).toEqual({ ...first_, recommendations: first_.recommendations.map((one) => ({ ...one, recordedBy: null })) }); // prettier-ignore
    expect(again.issues.map(({ title, under, mergedInto, earlier, points }) => [title, under, mergedInto, earlier.map((one) => one.title), points.length])).toEqual([['Treaties and conventions', null, null, ['Treaties'], 1], ['Law', 1, null, [], 1], ['Conventions', null, 1, [], 1]]); // prettier-ignore
    expect(again.recommendations).toMatchObject([{ number: 1, text: 'To consider ratifying the Convention', state: 'noted', version: 2, to: [{ delegation: 'kenya' }, { name: 'all mayors', delegation: null }], voices: [{ part: 'proposed' }, { part: 'supported' }], earlier: [{ version: 1 }], moves: [{ to: 'supported' }, { to: 'noted', words: 'By the plenary.' }] }]); // prettier-ignore
    expect(again.statements.flatMap(({ points }) => points).filter(({ mergedInto, answeredIn, wording }) => mergedInto ?? (answeredIn[0] || wording))).toHaveLength(3); // prettier-ignore
  });

  forumTest('keeps rulings and decisions, and shows no words that were not to be read', async ({ forum }) => {
    const { ids, chair, report, kenya, roundtable } = await reported(forum, [
      { body: 'Wells first.', language: 'en', from: 0, length: 12 },
      { body: 'A private quarrel.', language: 'en', from: 3, length: 1 },
      { body: 'Wells, again.', language: 'en', from: 2, length: 1 },
    ]);
    const speakers = [{ delegation: kenya }];
    await perform(forum, program, enterStatement, {
      roundtable,
      kind: 'remark',
      body: 'Hush.',
      onRecord: false,
      speakers,
    });
    await perform(forum, chair, giveRuling, { statement: ids[1]!, decision: 'not_relevant', reason: 'A', words: 'Elsewhere.' }); // prettier-ignore
    await perform(forum, program, decideDisposition, {
      report,
      statement: ids[2]!,
      kind: 'omitted',
      reason: 'Said twice.',
    });
    const text = await taken(forum, 'json');
    expect(text).not.toMatch(/private quarrel|Hush/);
    const { home } = await performImport(forum, program, { name: 'r.json', text, edition: 'Copy' });
    expect(home).toBe('2.1');
    const again = await taken(forum, 'json', 'copy');
    const [first, second] = [comparable(text), comparable(again)];
    // How much was off the record elsewhere is not this forum's to say.
    expect(first.ledger.offRecord).toBe(1);
    expect(second).toEqual({ ...first, ledger: { ...first.ledger, offRecord: 0 } });
    expect(second.ledger.lines.map(({ state }) => state)).toEqual(['reflected', 'not_retained', 'omitted']);
  });

  forumTest('is shown before it is entered, and entered by the offices only', async ({ forum }) => {
    await reported(forum, [{ body: 'Wells first.', language: 'en', from: 0, length: 12 }]);
    const document = { name: 'r.json', text: await taken(forum, 'json') };
    const { plan, destination, problem } = await previewImport(forum, { ...document, edition: 'Copy' });
    expect(plan.roundtables.map(({ number, statements }) => [number, statements.length])).toEqual([['2.1', 1]]);
    expect([destination, problem]).toEqual([{ name: 'Copy', isNew: true }, null]);
    const taken21 = { code: 'roundtable.number_taken' };
    expect((await previewImport(forum, { ...document, edition: 'lake' })).problem).toMatchObject(taken21);
    await expect(performImport(forum, program, { ...document, edition: 'lake' })).rejects.toMatchObject(taken21);
    await expect(performImport(forum, visitor, { ...document, edition: 'lake' })).rejects.toMatchObject({
      name: 'Refusal',
    });
  });

  forumTest('that was changed is refused in a sentence, and nothing of it is entered', async ({ forum }) => {
    await reported(forum, [{ body: 'Wells first.', language: 'en', from: 0, length: 12 }]);
    const text = await taken(forum, 'json');
    const changed = (change: (archive: Archive) => void) => {
      const archive = JSON.parse(text) as Archive;
      change(archive);
      return performImport(forum, program, { name: 'r.json', text: JSON.stringify(archive), edition: 'Copy' });
    };
    const refused = (code: string) => ({ name: 'Refusal', code });
    const misquoted = changed(({ report }) => {
      const [citation] = report.paragraphs.at(-1)!.sentences[0]!.citations;
      if (citation?.kind === 'passage') citation.quotation = 'Taps first.';
    });
    await expect(misquoted).rejects.toMatchObject(refused('archive.misquotes'));
    const cites = changed(({ report }) => {
      report.paragraphs.at(-1)!.sentences[0]!.citations = [{ kind: 'sentence', roundtable: '2.9', report: 'record', place: '1a' }]; // prettier-ignore
    });
    await expect(cites).rejects.toMatchObject(refused('archive.report_missing'));
    const nowhere = { statement: '2.1/1', point: 9 };
    const issue = { roundtable: '2.1', kind: 'main_issue' as const, title: 'Wells', position: 1, under: null, mergedInto: null, earlier: [], points: [] }; // prettier-ignore
    const cyclic = [
      { ...issue, under: 2 },
      { ...issue, title: 'Taps', under: 1 },
    ];
    for (const issues of [[{ ...issue, points: [nowhere] }], [{ ...issue, under: 1 }], [{ ...issue, mergedInto: 7 }], cyclic])
      await expect(changed((archive) => Object.assign(archive, { issues }))).rejects.toMatchObject(refused('archive.broken')); // prettier-ignore
    const advice = { roundtable: '2.1', number: 1, text: 'Dig.', state: 'proposed', version: 1, recordedAt: '2026-06-01T10:00:00Z', recordedBy: null, to: [], voices: [], earlier: [], moves: [] }; // prettier-ignore
    for (const more of [{ voices: [{ part: 'proposed', at: advice.recordedAt, ...nowhere }] }, { to: [{ name: 'Peru', delegation: 'peru' }] }, { roundtable: '2.9' }]) // prettier-ignore
      await expect(changed((archive) => Object.assign(archive, { recommendations: [{ ...advice, ...more }] }))).rejects.toMatchObject(refused('archive.broken')); // prettier-ignore
    await expect(changed(({ statements }) => statements.pop())).rejects.toMatchObject(refused('archive.broken'));
    await expect(changed((archive) => Object.assign(archive, { version: 2 }))).rejects.toMatchObject(refused('archive.broken')); // prettier-ignore
    const xml = '<?xml version="1.0"?>\n<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"/>';
    await expect(performImport(forum, program, { name: 'r.xml', text: xml })).rejects.toMatchObject(refused('archive.not_carried')); // prettier-ignore
    expect(await editionCalled(forum.db, 'copy')).toBeUndefined();
  });
});
