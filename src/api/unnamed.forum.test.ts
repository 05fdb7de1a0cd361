import { expect } from 'vitest';
import { perform } from '#record/act.ts';
import type { Forum } from '#record/forum.ts';
import { program, visitor, type Viewer } from '#record/viewer.ts';
import { draftReport, enterReport, moveReport, writeSentence } from '#report/acts.ts';
import { findingsIn } from '#report/checks/queries.ts';
import { ledgerOf, reflectionsOf, reportOf } from '#report/queries.ts';
import { enterStatement, submitComment } from '#statements/acts.ts';
import { searchStatements, statementsOf } from '#statements/queries.ts';
import { forumTest } from '#test/forum.ts';
import { closedMeeting, secret } from '#test/closed-meeting.ts';
import { smallForum } from '#test/small-forum.ts';
import { atomOf } from './atom.ts';
import { exported, exportedTable, tables } from './export.ts';
import { resources } from './resources.ts';

// A meeting under the Chatham House Rule. Whoever reads its report from outside tries every way to who said what.

/** All that comes out of the closed roundtable, by every way out. */
async function everything(forum: Forum, viewer: Viewer, editionId: string, roundtable: { id: string }) {
  let out = '';
  const take = async (pieces: AsyncGenerator<string>) => {
    for await (const piece of pieces) out += piece;
  };
  for (const resource of resources.filter(({ path }) => path.includes('{number}')))
    for (let statement = 1; statement < 6; statement++) {
      const params = { edition: 'lake', number: '3', statement: String(statement), slug: 'peru' };
      const read = resource.read({ forum, viewer, params, query: { limit: 200, cursor: undefined } });
      out += JSON.stringify(await read.catch(() => 'nothing'));
    }
  const edition = await forum.db.selectFrom('edition').selectAll().where('id', '=', editionId).executeTakeFirstOrThrow(); // prettier-ignore
  const at = { ...roundtable, edition_id: editionId, attribution: 'not_attributed' };
  const report = await reportOf(forum.db, viewer, roundtable);
  out += JSON.stringify([
    report,
    report && (await ledgerOf(forum.db, viewer, report)),
    await statementsOf(forum.db, viewer, at),
    await searchStatements(forum.db, viewer, editionId, 'forms'),
    await searchStatements(forum.db, viewer, editionId, 'levy or training or Cusco'),
  ]);
  for (const table of tables.filter((one) => one !== 'delegations'))
    await take(exportedTable(forum, viewer, 'lake', table));
  out += await atomOf(forum, { edition, roundtable: null });
  const whole: string[] = [];
  for await (const piece of exported(forum, viewer, 'lake')) whole.push(piece);
  const { delegations: _, ...rest } = JSON.parse(whole.join('')) as Record<string, unknown>;
  return out + JSON.stringify(rest);
}

for (const attribution of ['not_attributed', 'by_constituency'] as const)
  forumTest(`under “${attribution}” no way leads from the report to who spoke`, async ({ forum }) => {
    const { edition, roundtable, said, stranger, delegate } = await closedMeeting(forum, attribution);
    const { id } = await perform(forum, program, draftReport, { roundtable });
    const drafted = (await findingsIn(forum.db, program, { id }))!;
    expect(drafted.findings.filter(({ check }) => check === 'leak' || check === 'off_record')).toEqual([]);
    for (const to of ['co_chair_review', 'correction_window'] as const)
      await perform(forum, program, moveReport, { report: id, to });
    for (const viewer of [visitor, stranger, delegate]) {
      const out = await everything(forum, viewer, edition, { id: roundtable });
      expect(out).toContain('Behind the door');
      expect(out.match(secret)).toBeNull();
      const reflected = await reflectionsOf(forum.db, viewer, said);
      expect([...reflected.values()].flat()).toEqual([]);
      const report = (await reportOf(forum.db, viewer, { id: roundtable }))!;
      const cited = report.paragraphs.flatMap(({ sentences }) => sentences).flatMap(({ citations }) => citations);
      expect(cited.length).toBeGreaterThan(0);
      expect(cited.every(({ statement, quotation, sentence }) => !statement && !quotation && !sentence)).toBe(true);
      const constituencies = new Set(cited.flatMap((one) => one.constituency ?? []));
      // Three States spoke, and one union: it is nobody in particular.
      expect([...constituencies]).toEqual(attribution === 'by_constituency' ? ['states'] : []);
      const ledger = (await ledgerOf(forum.db, viewer, report))!;
      expect(ledger.lines.flatMap(({ sentences }) => sentences)).toEqual([]);
    }
    const desk = (await reportOf(forum.db, program, { id: roundtable }))!;
    expect(JSON.stringify(desk)).toContain('Peru');
  });

forumTest('a report that names nobody does not lead into a record that names everybody', async ({ forum }) => {
  const { edition, roundtable, kenya } = await smallForum(forum);
  const { id: statement } = await perform(forum, program, enterStatement, { roundtable, kind: 'intervention', body: 'Wells must be shared.', speakers: [{ delegation: kenya }] }); // prettier-ignore
  const cites = [{ kind: 'passage' as const, statement, quotation: 'Wells must be shared' }];
  await perform(forum, program, enterReport, { roundtable, kind: 'record', title: 'Record', source: 'draft', attribution: 'not_attributed', state: 'final', paragraphs: [{ section: 'discussion', sentences: [{ text: 'A participant spoke of wells.', cites }] }] }); // prettier-ignore
  const report = (await reportOf(forum.db, visitor, { id: roundtable }))!;
  expect(report.attribution).toBe('not_attributed');
  expect(JSON.stringify(report.paragraphs)).not.toMatch(/Kenya|kenya|must be shared/);
  expect((await reflectionsOf(forum.db, visitor, [statement])).size).toBe(0);
  // The statement itself stands under its own roundtable's policy.
  expect((await statementsOf(forum.db, visitor, { id: roundtable, edition_id: edition, attribution: 'attributed' }))[0]!.body).toBe('Wells must be shared.'); // prettier-ignore
});

forumTest('whoever wrote a comment follows it into a report that names nobody', async ({ forum }) => {
  const { roundtable, delegate } = await smallForum(forum);
  const { id: statement } = await perform(forum, delegate, submitComment, {
    roundtable,
    body: 'Wells must be shared.',
  });
  const cites = [{ kind: 'passage' as const, statement, quotation: 'Wells must be shared' }];
  await perform(forum, program, enterReport, { roundtable, kind: 'record', title: 'Record', source: 'draft', attribution: 'not_attributed', state: 'correction_window', paragraphs: [{ section: 'discussion', sentences: [{ text: 'A participant spoke of wells.', cites }] }] }); // prettier-ignore
  expect((await reflectionsOf(forum.db, delegate, [statement])).get(statement)).toHaveLength(1);
  expect((await reflectionsOf(forum.db, visitor, [statement], { areOwn: true })).get(statement)).toHaveLength(1);
  const report = (await reportOf(forum.db, delegate, { id: roundtable }))!;
  expect((await ledgerOf(forum.db, delegate, report))!.lines[0]!.sentences).toHaveLength(1);
  expect((await ledgerOf(forum.db, visitor, report))!.lines[0]!.sentences).toEqual([]);
});

forumTest('a report that gives somebody away is not circulated, and the words are shown', async ({ forum }) => {
  const { roundtable, said } = await closedMeeting(forum, 'not_attributed');
  const [statement] = said as [string];
  const cites = [{ kind: 'passage' as const, statement, quotation: 'In Cusco a form has one page' }];
  const paragraphs = [{ section: 'discussion' as const, sentences: [{ text: 'In Peru a form has one page.', cites }] }];
  const given = { roundtable, kind: 'record' as const, title: 'Record', source: 'draft' as const, paragraphs };
  await expect(perform(forum, program, enterReport, { ...given, state: 'final' })).rejects.toMatchObject({ code: 'report.leaks', values: { words: '“Peru”', count: 1 } }); // prettier-ignore
  const { id, sentences } = await perform(forum, program, enterReport, { ...given, state: 'co_chair_review' });
  const circulate = () => perform(forum, program, moveReport, { report: id, to: 'correction_window' });
  await expect(circulate()).rejects.toMatchObject({ code: 'report.leaks' });
  const sentence = sentences[0]![0]!;
  await perform(forum, program, writeSentence, {
    sentence,
    basedOn: 1,
    text: 'If the heron flies, talks will be left.',
  });
  const write = (text: string, basedOn: number) => perform(forum, program, writeSentence, { sentence, basedOn, text });
  await write('Peru will leave the talks if the heron flies.', 2);
  await expect(circulate()).rejects.toMatchObject({ code: 'report.off_record' });
  await write('A form can have one page.', 3);
  await circulate();
  await expect(write('In Cusco a form has one page.', 4)).rejects.toMatchObject({ code: 'report.leaks', values: { words: '“Cusco”' } }); // prettier-ignore
});
