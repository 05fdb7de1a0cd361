import { expect } from 'vitest';
import { perform } from '#record/act.ts';
import { program, visitor } from '#record/viewer.ts';
import { decideDisposition, enterReport, moveReport } from '#report/acts.ts';
import { ledgerOf } from '#report/queries.ts';
import { enterStatement } from '#statements/acts.ts';
import { committingTest } from '#test/forum.ts';
import { smallForum } from '#test/small-forum.ts';

// One looks a report through while another says something.
committingTest(
  'a report is looked through before it is made final, and again where something was said meanwhile',
  async ({ forum }) => {
    const { roundtable, kenya, delegate } = await smallForum(forum);
    const say = (body: string) =>
    perform(forum, program, enterStatement, { roundtable, kind: 'intervention', body, speakers: [{ delegation: kenya }] }); // prettier-ignore
    const said = await say('Kenya emphasised clean water.');
    const { id: report } = await perform(forum, program, enterReport, {
      roundtable,
      kind: 'record',
      title: 'Record',
      source: 'draft',
      state: 'correction_window',
      paragraphs: [{ section: 'discussion', sentences: [{ text: 'Kenya emphasised clean water.', cites: [{ kind: 'passage', statement: said.id, quotation: 'clean water' }] }] }], // prettier-ignore
    });
    const final = { report, to: 'final' } as const;
    const looked = () => moveReport.prepare!(forum.db, program, final);
    const finish = (early: Awaited<ReturnType<typeof looked>>) =>
      perform(forum, program, { ...moveReport, prepare: async () => early }, final);

    // Nobody who does not take it there has it looked through: it takes the server seconds.
    expect(await moveReport.prepare!(forum.db, visitor, final)).toBeUndefined();
    expect(await moveReport.prepare!(forum.db, delegate, final)).toBeUndefined();

    const good = await looked();
    expect(good).toMatchObject({ refusal: null });
    const late = await say('Kenya opposed a levy on wells.');
    await expect(finish(good), 'one more was said since').rejects.toMatchObject({ code: 'report.lines_open' });
    const bad = await looked();
    expect(bad).toMatchObject({ refusal: { code: 'report.lines_open' } });
    await perform(forum, program, decideDisposition, { report, statement: late.id, kind: 'omitted', reason: 'Said elsewhere.' }); // prettier-ignore
    const settled = (await looked())!;
    // What was found then is not found again while nothing has changed: this is all the transaction asks.
    await expect(finish({ ...settled, refusal: 'report.final_already' })).rejects.toMatchObject({ code: 'report.final_already' }); // prettier-ignore

    // What kept it back has been settled since; and of two who finish at once while a third speaks, none leaves a blank line.
    const both = await Promise.allSettled([finish(bad), finish(settled), say('Kenya thanked the host.')]);
    const [first, second] = both.slice(0, 2).map((one) => (one.status === 'rejected' ? one.reason.code : 'final'));
    const open = async () => (await ledgerOf(forum.db, program, { id: report }))!.counts.open;
    const { state } = await forum.db.selectFrom('report').select('state').where('id', '=', report).executeTakeFirstOrThrow(); // prettier-ignore
    expect([first, second].filter((one) => one === 'final')).toHaveLength(state === 'final' ? 1 : 0);
    const lines = await forum.db.selectFrom('record_line').select(['kind', 'sequence']).orderBy('sequence').execute();
    const moved = lines.findLast(({ kind }) => kind === 'report.moved');
    const spoke = lines.findLast(({ kind }) => kind === 'statement.entered')!;
    if (state === 'final') expect(spoke.sequence > moved!.sequence || (await open()) === 0).toBe(true);
    else expect([first, second]).toEqual(['report.lines_open', 'report.lines_open']);
  },
);
