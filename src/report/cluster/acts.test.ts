import { describe, expect } from 'vitest';
import { findPoints, nameIssue } from '#analysis/acts.ts';
import { registerDelegation } from '#people/acts.ts';
import { createRoundtable } from '#programme/acts.ts';
import { perform } from '#record/act.ts';
import type { Forum } from '#record/forum.ts';
import { program } from '#record/viewer.ts';
import { decideDisposition, draftReport, moveReport, writeSentence } from '#report/acts.ts';
import { findingsIn } from '#report/checks/queries.ts';
import { dialOf } from '#report/dial.ts';
import { removeSentence } from '#report/editing/acts.ts';
import { addSentence } from '#report/editing/adding/acts.ts';
import { deskSaid } from '#report/editing/queries.ts';
import { wordsIn } from '#report/length.ts';
import { ledgerOf, reportOf } from '#report/queries.ts';
import { reports } from '#report/text-rows.ts';
import { enterStatement } from '#statements/acts.ts';
import { forumTest } from '#test/forum.ts';
import { smallForum } from '#test/small-forum.ts';
import { compareIssues, compileReport } from './acts.ts';
import { issuePairs } from './same-issues.ts';

/** A cluster of two roundtables with a drafted report each; both named the same issue. */
async function cluster(forum: Forum) {
  const { edition, kenya, delegate } = await smallForum(forum);
  const { id: whole } = await perform(forum, program, createRoundtable, { edition, number: '7', title: 'Living together', state: 'adjourned' }); // prettier-ignore
  const under = async (number: string, title: string, body: string, issue = 'Clean water') => {
    const { id } = await perform(forum, program, createRoundtable, { edition, number, title, state: 'adjourned', parent: whole }); // prettier-ignore
    const said = await perform(forum, program, enterStatement, { roundtable: id, kind: 'intervention', body, speakers: [{ delegation: kenya }] }); // prettier-ignore
    const courtesy = await perform(forum, program, enterStatement, { roundtable: id, kind: 'intervention', body: 'We thank the host.', speakers: [{ delegation: kenya }] }); // prettier-ignore
    const { points } = await perform(forum, program, findPoints, { statements: [said.id] });
    const named = await perform(forum, program, nameIssue, { roundtable: id, kind: 'main_issue', title: issue, points: points[0]! }); // prettier-ignore
    const { id: report } = await perform(forum, program, draftReport, { roundtable: id });
    await perform(forum, program, decideDisposition, { report, statement: courtesy.id, kind: 'omitted', reason: 'Courtesy.' }); // prettier-ignore
    await perform(forum, program, draftReport, { roundtable: id });
    return { id, report, issue: named.id };
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

  forumTest(
    'an objection that a roundtable’s report leaves out is listed for the General Rapporteur',
    async ({ forum }) => {
      const { whole, under, circulate, compile } = await cluster(forum);
      const wells = await under(
        '7.1',
        'Wells',
        'Kenya proposed that clean water comes first. It opposed a levy on wells.',
      );
      const row = async (roundtable: string) => reports(forum.db).where('report.roundtable_id', '=', roundtable).executeTakeFirstOrThrow(); // prettier-ignore
      const untold = async () => (await deskSaid(forum.db, program, await row(whole))).untold;
      const ofWells = async () => (await reportOf(forum.db, program, { id: wells.id }))!.paragraphs;
      const telling = async () => {
        const all = (await ofWells()).flatMap(({ version, sentences }) =>
          sentences.map((one) => ({ ...one, version })),
        );
        return all.find(({ citations }) => citations.some(({ quotation }) => quotation?.includes('levy')));
      };
      for (let one = await telling(); one; one = await telling())
        await perform(forum, program, removeSentence, { sentence: one.id, basedOn: one.version });
      await circulate(wells.report);
      await compile();
      const [left, ...rest] = await untold();
      expect(rest).toEqual([]);
      expect(left!.roundtable).toBe('7.1');
      const points = (await deskSaid(forum.db, program, await row(whole))).points;
      expect(points.filter(({ id }) => id === left!.point)).toMatchObject([
        { act: 'opposed', message: 'a levy on wells' },
      ]);
      // The roundtable's own desk has nothing under it, and one that tells it leaves nothing out.
      expect((await deskSaid(forum.db, program, await row(wells.id))).untold).toEqual([]);
      await perform(forum, program, moveReport, { report: wells.report, to: 'co_chair_review' });
      await perform(forum, program, moveReport, { report: wells.report, to: 'draft' });
      const home = (await ofWells()).find(({ section, number }) => section === 'discussion' && number !== null)!;
      await perform(forum, program, addSentence, { paragraph: home.id, basedOn: home.version, text: 'Kenya opposed it.', cites: [{ kind: 'point', point: left!.point }] }); // prettier-ignore
      // A draft is nobody's report yet.
      expect(await untold()).toEqual([]);
      await circulate(wells.report);
      expect(await untold()).toEqual([]);
    },
  );

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

  forumTest('fits the length it is given: nobody is lost, no objection falls out, every sentence is the roundtable’s', async ({ forum }) => {
    const { under, circulate, read, whole } = await cluster(forum);
    const wells = await under('7.1', 'Wells', 'Kenya proposed that clean water comes first, for every village, every school and every clinic on either shore. It emphasised that a pump which nobody mends is worse than no pump at all, as every village on the western shore has learnt. It opposed a levy on wells.'); // prettier-ignore
    for (const name of ['Peru', 'Ghana', 'Japan', 'Malta', 'Nepal', 'Qatar']) {
      const { id: delegation } = await perform(forum, program, registerDelegation, { slug: name.toLowerCase(), shortName: name, kind: 'state' }); // prettier-ignore
      const body = `${name} emphasised clean water for every village, every school and every clinic on either shore of the lake. It proposed that a pump be mended within a week of the day on which somebody has reported that it stands still.`; // prettier-ignore
      const { id } = await perform(forum, program, enterStatement, { roundtable: wells.id, kind: 'intervention', body, speakers: [{ delegation }] }); // prettier-ignore
      await perform(forum, program, findPoints, { statements: [id] });
    }
    await perform(forum, program, draftReport, { roundtable: wells.id });
    await circulate(wells.report);
    const compile = (words?: number | null) => perform(forum, program, compileReport, { roundtable: whole, words });
    const { id } = await compile();
    const long = (await read()).paragraphs;
    await compile(200);
    const short = (await read()).paragraphs;
    expect(wordsIn(short)).toBeLessThanOrEqual(200);
    expect(wordsIn(long)).toBeGreaterThan(300);
    const texts = new Set(long.flatMap(({ sentences }) => sentences.map(({ text }) => text)));
    const body = short.filter(({ section }) => section === 'discussion').flatMap(({ sentences }) => sentences);
    expect(body.every(({ text }) => texts.has(text))).toBe(true);
    expect(short.flatMap(({ sentences }) => sentences).every(({ citations }) => citations.length > 0)).toBe(true);
    expect(body.map(({ text }) => text)).toContain('It opposed a levy on wells.');
    // What says “it” follows whoever it is.
    expect(body.filter(({ text }) => text.startsWith("It ")).length).toBeLessThan(body.length / 2 + 1);
    const annex = short.filter(({ section }) => section === 'annex').flatMap(({ heading }) => heading ?? []);
    expect(annex).toContain('Annex: told in the roundtables’ reports alone');
    for (const name of ['Kenya', 'Peru', 'Ghana', 'Japan', 'Malta', 'Nepal', 'Qatar'])
      expect(JSON.stringify(short.filter(({ section }) => section !== 'speakers')), name).toContain(name);
    expect((await ledgerOf(forum.db, program, { id }))!.counts.open).toBe(0);
    const dial = (await dialOf(forum.db, program, { id }))!;
    expect(dial.limit).toBe(200);
    expect(dial.now).toMatchObject({ limit: 200, everyone: 7, dissents: { kept: 1, all: 1 } });
    expect(dial.now.inBody + dial.now.fallen.length).toBe(7);
    // Compiled again, it is as long as last time; and as long as it takes when asked.
    await compile();
    expect(wordsIn((await read()).paragraphs)).toBeLessThanOrEqual(200);
    await compile(null);
    expect(wordsIn((await read()).paragraphs)).toBe(wordsIn(long));
  }); // prettier-ignore

  forumTest('lists what the roundtables’ reports say nothing of', async ({ forum }) => {
    const { under, circulate, compile, read } = await cluster(forum);
    const wells = await under('7.1', 'Wells', 'Kenya proposed that clean water comes first.');
    await circulate(wells.report);
    const { id: delegation } = await perform(forum, program, registerDelegation, { slug: 'peru', shortName: 'Peru', kind: 'state' }); // prettier-ignore
    await perform(forum, program, enterStatement, { roundtable: wells.id, kind: 'intervention', body: 'Peru asked for a lamp.', speakers: [{ delegation }] }); // prettier-ignore
    const { id } = await compile();
    const noted = (await read()).paragraphs.filter(({ section }) => section === 'annex').flatMap(({ sentences }) => sentences); // prettier-ignore
    expect(noted.map(({ text }) => text).join(' ')).toMatch(/Peru, statement 7\.1\/\d+: “Peru asked for a lamp.”/);
    expect((await findingsIn(forum.db, program, { id }))!.findings.map(({ check }) => check)).not.toContain('missing');
  });
});

describe('compareIssues', () => {
  forumTest('counts together what a person says is the same, and takes that back', async ({ forum }) => {
    const { edition, whole, under, circulate, compile, read, delegate } = await cluster(forum);
    const wells = await under('7.1', 'Wells', 'Kenya proposed that clean drinking water comes first.', 'Clean water');
    const pumps = await under('7.2', 'Pumps', 'Kenya emphasised clean water from pumps.', 'Clean drinking water');
    const other = await under('7.3', 'Roads', 'Kenya proposed a road.', 'Roads to market');
    for (const { report } of [wells, pumps, other]) await circulate(report);
    const overall = async () => {
      await compile();
      return (await read()).paragraphs.filter(({ section, number }) => section === 'overall' && number !== null);
    };
    const pairs = async (who = program) => issuePairs(forum.db, who, { id: whole, edition_id: edition });
    // Worded alike, they are suggested, and not counted together before somebody says so.
    expect(await pairs()).toMatchObject([{ same: null, one: { title: 'Clean water' }, other: { title: 'Clean drinking water' } }]); // prettier-ignore
    expect(await pairs(delegate)).toBeUndefined();
    expect(await overall()).toEqual([]);
    const compare = (same: boolean | null, who = program, pair = { issue: pumps.issue, other: wells.issue }) =>
      perform(forum, who, compareIssues, { ...pair, same });
    await expect(compare(true, delegate)).rejects.toMatchObject({ code: 'act.not_yours' });
    await compare(true);
    const { kind, audience } = await forum.db.selectFrom('record_line').select(['kind', 'audience']).orderBy('sequence', 'desc').limit(1).executeTakeFirstOrThrow(); // prettier-ignore
    expect({ kind, audience }).toEqual({ kind: 'issue.compared', audience: 'desk' });
    expect((await overall())[0]!.sentences[0]!.text).toContain('(1 of 1) raised clean water');
    expect((await pairs())![0]!.same).toBe(true);
    await compare(false);
    expect(await overall()).toEqual([]);
    await compare(null);
    expect((await pairs())![0]!.same).toBeNull();

    await expect(compare(true, program, { issue: wells.issue, other: wells.issue })).rejects.toMatchObject({ code: 'compare.one_roundtable' }); // prettier-ignore
    const { id: elsewhere } = await perform(forum, program, createRoundtable, { edition, number: '8', title: 'Alone', state: 'adjourned' }); // prettier-ignore
    const said = await perform(forum, program, enterStatement, { roundtable: elsewhere, kind: 'intervention', body: 'Kenya proposed clean water.', speakers: [] }); // prettier-ignore
    const { points } = await perform(forum, program, findPoints, { statements: [said.id] });
    const alone = await perform(forum, program, nameIssue, { roundtable: elsewhere, kind: 'main_issue', title: 'Clean water', points: points[0]! }); // prettier-ignore
    await expect(compare(true, program, { issue: wells.issue, other: alone.id })).rejects.toMatchObject({ code: 'compare.other_cluster' }); // prettier-ignore
  });

  forumTest('parts what has the same name', async ({ forum }) => {
    const { under, circulate, compile, read } = await cluster(forum);
    const wells = await under('7.1', 'Wells', 'Kenya proposed that clean water comes first.');
    const pumps = await under('7.2', 'Pumps', 'Kenya emphasised clean water from pumps.');
    for (const { report } of [wells, pumps]) await circulate(report);
    await compile();
    expect((await read()).paragraphs.some(({ section }) => section === 'overall')).toBe(true);
    await perform(forum, program, compareIssues, { issue: wells.issue, other: pumps.issue, same: false });
    await compile();
    expect((await read()).paragraphs.some(({ section }) => section === 'overall')).toBe(false);
  });
});
