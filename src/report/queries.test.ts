import { describe, expect } from 'vitest';
import { registerDelegation } from '#people/acts.ts';
import { createRoundtable } from '#programme/acts.ts';
import { perform } from '#record/act.ts';
import type { Forum } from '#record/forum.ts';
import { program, visitor } from '#record/viewer.ts';
import { enterStatement, submitComment, withdrawStatement } from '#statements/acts.ts';
import { forumTest } from '#test/forum.ts';
import { smallForum } from '#test/small-forum.ts';
import { decideDisposition, enterReport, moveReport } from './acts.ts';
import { dispositionsOf, ledgerOf, reflectionsOf, reportOf, reportsIn } from './queries.ts';

/** RT 2 with 2.1 under it: a record of 2.1 that cites a comment, and a report on 2 that cites the record. */
async function cluster(forum: Forum, attribution: 'attributed' | 'not_attributed' = 'attributed') {
  const { edition, delegate } = await smallForum(forum);
  const { id: home } = await perform(forum, program, createRoundtable, { edition, number: '3', title: 'Water' });
  const { id: roundtable } = await perform(forum, program, createRoundtable, { edition, parent: home, number: '3.1', title: 'Wells', state: 'open_for_comment', attribution }); // prettier-ignore
  const { id: comment } = await perform(forum, delegate, submitComment, { roundtable, body: 'We dig by hand.' });
  const fact = { quantifier: 'one delegation', count: 1, of: 1, opposed: 0, delegations: ['kenya'], against: [], silent: [], rule: '' }; // prettier-ignore
  const record = await perform(forum, program, enterReport, {
    roundtable,
    kind: 'record',
    title: 'Record',
    source: 'draft',
    attribution,
    paragraphs: [
      {
        section: 'discussion',
        sentences: [
          {
            text: 'Wells were dug by hand.',
            cites: [
              { kind: 'passage', statement: comment, quotation: 'dig by hand' },
              { kind: 'count', fact },
            ],
          },
        ],
      },
    ],
  });
  const general = await perform(forum, program, enterReport, {
    roundtable: home,
    kind: 'general_rapporteur',
    title: 'General report',
    source: 'import',
    paragraphs: [
      { section: 'overall', sentences: [{ text: 'Hands matter.', cites: [{ kind: 'sentence', sentence: record.sentences[0]![0]! }] }] }, // prettier-ignore
    ],
  });
  const circulate = async () => {
    for (const to of ['co_chair_review', 'correction_window'] as const)
      await perform(forum, program, moveReport, { report: record.id, to });
  };
  return { edition, home, roundtable, delegate, comment, record, general, circulate };
}

describe('what a report shows', () => {
  forumTest('nothing to the public before it is circulated', async ({ forum }) => {
    const { edition, roundtable, record, comment, circulate } = await cluster(forum);
    expect(await reportOf(forum.db, visitor, { id: roundtable })).toBeUndefined();
    expect(await ledgerOf(forum.db, visitor, record)).toBeUndefined();
    expect(await reflectionsOf(forum.db, visitor, [comment])).toEqual(new Map());
    await circulate();
    expect(await reportOf(forum.db, visitor, { id: roundtable })).toMatchObject({ id: record.id });
    expect((await reportsIn(forum.db, visitor, edition)).map(({ title }) => title)).toEqual(['Record']);
    expect((await reportsIn(forum.db, program, edition)).map(({ title }) => title)).toEqual([
      'General report',
      'Record',
    ]);
  });

  forumTest('no name where nobody is named, and no words that were withdrawn', async ({ forum }) => {
    const { roundtable, delegate, comment, circulate } = await cluster(forum, 'not_attributed');
    await circulate();
    const citations = async () => (await reportOf(forum.db, visitor, { id: roundtable }))!.paragraphs[0]!.sentences[0]!.citations; // prettier-ignore
    const [passage, count] = await citations();
    expect(passage).toMatchObject({ quotation: null, before: null, statement: null, constituency: null });
    expect(count!.count).toMatchObject({ count: 1, delegations: [] });
    const own = async () => (await reflectionsOf(forum.db, delegate, [comment])).get(comment);
    expect(await own()).toMatchObject([{ quotation: 'dig by hand' }]);
    await perform(forum, delegate, withdrawStatement, { statement: comment });
    expect((await citations())[0]).toMatchObject({ quotation: null, before: null, after: null });
    expect(await own()).toMatchObject([{ quotation: null }]);
    expect((await reflectionsOf(forum.db, visitor, [comment])).size).toBe(0);
  });
});

describe('the ledger', () => {
  forumTest(
    'of a cluster has the statements of its roundtables, reflected through their records',
    async ({ forum }) => {
      const { general, home, roundtable, comment } = await cluster(forum);
      const ledger = (await ledgerOf(forum.db, program, general))!;
      expect(ledger.lines).toMatchObject([
        {
          statement: { id: comment, roundtable: '3.1', number: 1 },
          state: 'reflected',
          sentences: [{ paragraph: 1, letter: 'a' }],
        },
      ]);
      const report = await reportOf(forum.db, program, { id: home });
      expect(report!.paragraphs[0]!.sentences[0]!.citations[0]!.sentence).toMatchObject({
        text: 'Wells were dug by hand.',
        paragraph: 1,
        letter: 'a',
        report: { kind: 'record', roundtable: '3.1' },
      });
      expect(await reportOf(forum.db, program, { id: roundtable }, 'general_rapporteur')).toBeUndefined();
    },
  );

  forumTest('has one state for everything, the same for everyone', async ({ forum }) => {
    const { roundtable, record, comment, circulate } = await cluster(forum);
    const { id: peru } = await perform(forum, program, registerDelegation, {
      slug: 'peru',
      shortName: 'Peru',
      kind: 'state',
    });
    const say = async (body: string, onRecord = true) =>
      (await perform(forum, program, enterStatement, { roundtable, kind: 'intervention', body, onRecord, speakers: [{ delegation: peru }] })).id; // prettier-ignore
    await say('Nobody has decided on this.');
    await say('Between us.', false);
    const twin = await say('By hand.');
    await perform(forum, visitor, submitComment, { roundtable, body: 'Who am I?' });
    await perform(forum, program, decideDisposition, { report: record.id, statement: twin, kind: 'merged', mergedWith: comment }); // prettier-ignore
    await circulate();
    const [publicly, inside] = [await ledgerOf(forum.db, visitor, record), await ledgerOf(forum.db, program, record)];
    expect(publicly!.lines.map(({ state }) => state)).toEqual(['reflected', 'open', 'merged', 'held']);
    expect(publicly).toMatchObject({ total: 4, offRecord: 1, counts: { reflected: 1, open: 1, merged: 1, held: 1 } });
    expect(inside!.lines.map(({ state }) => state)).toEqual(publicly!.lines.map(({ state }) => state));
    expect(JSON.stringify(publicly)).not.toContain('Between us');
  });
});

describe('where a statement went', () => {
  forumTest('is every sentence that rests on it, and every decision about it', async ({ forum }) => {
    const { delegate, roundtable, record, comment } = await cluster(forum);
    const other = await perform(forum, delegate, submitComment, { roundtable, body: 'Thank you.' });
    await perform(forum, program, decideDisposition, { report: record.id, statement: other.id, kind: 'omitted', reason: 'Courtesy.' }); // prettier-ignore
    const reflections = (await reflectionsOf(forum.db, program, [comment, other.id])).get(comment)!;
    expect(reflections).toHaveLength(2);
    expect(reflections.map(({ report }) => report.roundtable).toSorted()).toEqual(['3', '3.1']);
    expect(reflections[0]).toMatchObject({ paragraph: 1, letter: 'a', quotation: 'dig by hand' });
    const decisions = await dispositionsOf(forum.db, program, [comment, other.id]);
    expect([...decisions.keys()]).toEqual([other.id]);
    expect(decisions.get(other.id)).toMatchObject([
      { kind: 'omitted', reason: 'Courtesy.', report: { title: 'Record' } },
    ]);
  });
});
