import { describe, expect } from 'vitest';
import { findPoints, nameIssue } from '#analysis/acts.ts';
import { createRoundtable } from '#programme/acts.ts';
import { perform } from '#record/act.ts';
import type { Forum } from '#record/forum.ts';
import { program } from '#record/viewer.ts';
import { decideDisposition, draftReport, moveReport, writeSentence } from '#report/acts.ts';
import { findingsIn } from '#report/checks/queries.ts';
import { ledgerOf, reportOf } from '#report/queries.ts';
import { enterStatement } from '#statements/acts.ts';
import { forumTest } from '#test/forum.ts';
import { smallForum } from '#test/small-forum.ts';
import { compileReport } from './acts.ts';

/** A cluster of two roundtables with a drafted report each; both named the same issue. */
async function cluster(forum: Forum) {
  const { edition, kenya, delegate } = await smallForum(forum);
  const { id: whole } = await perform(forum, program, createRoundtable, { edition, number: '7', title: 'Living together', state: 'adjourned' }); // prettier-ignore
  const under = async (number: string, title: string, body: string) => {
    const { id } = await perform(forum, program, createRoundtable, { edition, number, title, state: 'adjourned', parent: whole }); // prettier-ignore
    const said = await perform(forum, program, enterStatement, { roundtable: id, kind: 'intervention', body, speakers: [{ delegation: kenya }] }); // prettier-ignore
    const courtesy = await perform(forum, program, enterStatement, { roundtable: id, kind: 'intervention', body: 'We thank the host.', speakers: [{ delegation: kenya }] }); // prettier-ignore
    const { points } = await perform(forum, program, findPoints, { statements: [said.id] });
    await perform(forum, program, nameIssue, { roundtable: id, kind: 'main_issue', title: 'Clean water', points: points[0]! }); // prettier-ignore
    const { id: report } = await perform(forum, program, draftReport, { roundtable: id });
    await perform(forum, program, decideDisposition, { report, statement: courtesy.id, kind: 'omitted', reason: 'Courtesy.' }); // prettier-ignore
    await perform(forum, program, draftReport, { roundtable: id });
    return { id, report };
  };
  const circulate = async (report: string) => {
    for (const to of ['co_chair_review', 'correction_window'] as const)
      await perform(forum, program, moveReport, { report, to });
  };
  const compile = (who = program) => perform(forum, who, compileReport, { roundtable: whole });
  const read = async () => (await reportOf(forum.db, program, { id: whole }))!;
  return { edition, whole, under, circulate, compile, read, delegate };
}

describe('compileReport', () => {
  forumTest('takes up circulated reports sentence by sentence, and counts what both raised', async ({ forum }) => {
    const { whole, under, circulate, compile, read, delegate } = await cluster(forum);
    await expect(compile()).rejects.toMatchObject({ code: 'compile.no_roundtables' });
    const wells = await under('7.1', 'Wells', 'Kenya proposed that clean water comes first.');
    await expect(compile(delegate)).rejects.toMatchObject({ code: 'act.not_yours' });
    await expect(compile()).rejects.toMatchObject({ code: 'compile.nothing_circulated', values: { numbers: '7.1' } });
    const pumps = await under('7.2', 'Pumps', 'Kenya emphasised clean water from pumps.');
    await circulate(wells.report);
    const { id } = await compile();
    expect(JSON.stringify((await read()).paragraphs)).toContain('The report of roundtable 7.2 (Pumps) had not been circulated'); // prettier-ignore
    await circulate(pumps.report);
    expect(await compile()).toEqual({ id });
    const report = await read();
    expect(report).toMatchObject({ kind: 'general_rapporteur', state: 'draft' });
    expect(report.paragraphs.flatMap(({ heading }) => heading ?? [])).toEqual(
      expect.arrayContaining(['Roundtable cluster 7: Living together', 'Roundtable 7.1: Wells', '7.2 Discussion', 'Thanks']), // prettier-ignore
    );
    const sentences = report.paragraphs.flatMap((one) => one.sentences);
    expect(sentences.every(({ citations }) => citations.length > 0)).toBe(true);
    const said = sentences.find(({ text }) => text === 'Kenya emphasised clean water from pumps.')!;
    expect(said.citations[0]).toMatchObject({ kind: 'sentence', sentence: { text: said.text, report: { roundtable: '7.2' } } }); // prettier-ignore
    const overall = report.paragraphs.find(({ section, number }) => section === 'overall' && number !== null)!;
    expect(overall.sentences[0]!.text).toContain('(1 of 1) raised clean water');
    expect(overall.sentences[0]!.citations.filter(({ kind }) => kind === 'sentence')).toHaveLength(2);
    const ledger = (await ledgerOf(forum.db, program, { id }))!;
    expect(ledger).toMatchObject({ total: 4, counts: { reflected: 2, omitted: 2, open: 0 } });
    const stops = (await findingsIn(forum.db, program, { id }))!.findings;
    expect(stops.filter(({ check }) => check !== 'state_pronoun' && check !== 'imbalance')).toEqual([]);
    expect(whole).toBe(report.roundtable.id);
  });

  forumTest('again takes up what was corrected, and never what a person wrote', async ({ forum }) => {
    const { under, circulate, compile, read } = await cluster(forum);
    const wells = await under(
      '7.1',
      'Wells',
      'Kenya proposed that clean water comes first. It opposed a levy on wells.',
    );
    await circulate(wells.report);
    const { id } = await compile();
    const discussion = async () => (await read()).paragraphs.find(({ section, number }) => section === 'discussion' && number !== null)!; // prettier-ignore
    const [first, second] = (await discussion()).sentences;
    await perform(forum, program, writeSentence, { sentence: first!.id, basedOn: 1, text: 'Kenya put clean water first.' }); // prettier-ignore
    const below = second!.citations[0]!.sentence!.id;
    const part = (await reportOf(forum.db, program, { id: wells.id }))!.paragraphs.find(({ sentences }) => sentences.some((one) => one.id === below))!; // prettier-ignore
    await perform(forum, program, writeSentence, { sentence: below, basedOn: part.version, text: 'It did not want a levy on wells.' }); // prettier-ignore
    const changed = async () => (await findingsIn(forum.db, program, { id }))!.findings.filter(({ check }) => check === 'report_changed'); // prettier-ignore
    expect(await changed()).toMatchObject([{ place: { sentence: second!.id }, values: { roundtable: '7.1' } }]);
    await compile();
    expect((await discussion()).sentences.map(({ text }) => text)).toEqual(['Kenya put clean water first.', 'It did not want a levy on wells.']); // prettier-ignore
    expect(await changed()).toEqual([]);
    await perform(forum, program, moveReport, { report: id, to: 'co_chair_review' });
    await expect(compile()).rejects.toMatchObject({ code: 'report.not_a_draft' });
  });
});
