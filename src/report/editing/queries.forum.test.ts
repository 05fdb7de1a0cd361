import { expect } from 'vitest';
import { perform } from '#record/act.ts';
import { program } from '#record/viewer.ts';
import { citePassage, decideDisposition, writeSentence } from '#report/acts.ts';
import { readableReport } from '#report/queries.ts';
import { enterStatement } from '#statements/acts.ts';
import { atTheDesk } from '#test/at-the-desk.ts';
import { forumTest } from '#test/forum.ts';
import { Layout } from '#routes/[edition]/desk/report/[number]/desk-layout.ts';
import { moveSentence, removeSentence } from './acts.ts';
import { findingsWhileWriting } from './checking.ts';
import { changesSince, deskSaid, deskText } from './queries.ts';

forumTest('two editors at one desk: each is told what the other did, no more and no less', async ({ forum }) => {
  const { roundtable, statement, first, second, third, fourth, kenya } = await atTheDesk(forum);
  const report = (await readableReport(forum.db, program, { id: roundtable }))!;
  let text = await deskText(forum.db, report);
  const head = async () => (await forum.db.selectFrom('record_head').select('sequence').executeTakeFirstOrThrow()).sequence; // prettier-ignore
  let since = await head();
  const hear = async () => {
    const changes = await changesSince(forum.db, report, new Map(text.paragraphs.map(({ id, version }) => [id, version])), since); // prettier-ignore
    const byId = new Map([...text.paragraphs, ...changes.changed].map((one) => [one.id, one]));
    text = {
      ...changes,
      paragraphs: (changes.order ?? text.paragraphs.map(({ id }) => id)).map((id) => byId.get(id)!),
    };
    since = await head();
    return changes;
  };
  expect(await hear()).toMatchObject({ changed: [], order: null, isSaid: false });

  // Ana writes one sentence and Ben, who has heard of it, the other of the same paragraph: both stand.
  const ana = await perform(forum, program, writeSentence, { sentence: first, basedOn: 1, text: 'Kenya spoke.' });
  expect((await hear()).changed.map(({ sentences }) => sentences[0]!.text)).toEqual(['Kenya spoke.']);
  await perform(forum, program, writeSentence, { sentence: second, basedOn: ana.version, text: 'It was over.' });
  await hear();
  expect(text.paragraphs[1]!.sentences.map((one) => one.text)).toEqual(['Kenya spoke.', 'It was over.']);

  // A source does not turn a paragraph's version, and is heard of all the same.
  await perform(forum, program, citePassage, { sentence: second, statement, quotation: 'a levy on wells' });
  expect((await hear()).changed[0]!.sentences[1]!.cites).toHaveLength(2);

  // A paragraph that closes is gone from the order; what was taken out is on the list.
  const held = text.paragraphs[1]!;
  await perform(forum, program, moveSentence, { sentence: third, basedOn: 1, to: held.id, toBasedOn: held.version, after: first }); // prettier-ignore
  expect((await hear()).order).toHaveLength(4);
  await perform(forum, program, removeSentence, { sentence: first, basedOn: text.paragraphs[1]!.version });
  expect((await hear()).removed).toMatchObject([{ id: first, text: 'Kenya spoke.' }]);
  expect(text).toEqual({
    ...(await deskText(forum.db, report)),
    changed: expect.anything(),
    order: null,
    isSaid: false,
  });

  // What is said meanwhile is told apart from what is written, and the ledger follows both.
  const { id: said } = await perform(forum, program, enterStatement, { roundtable, kind: 'intervention', body: 'We thank the host.', speakers: [{ delegation: kenya }] }); // prettier-ignore
  expect(await hear()).toMatchObject({ changed: [], isSaid: true });
  const layout = async () => new Layout(text, await deskSaid(forum.db, program, report));
  expect([...(await layout()).ledger.values()]).toEqual(['reflected', 'open']);
  await perform(forum, program, decideDisposition, { report: report.id, statement: said, kind: 'merged', mergedWith: statement }); // prettier-ignore
  expect(await hear()).toMatchObject({ changed: [], decisions: [{ statement: said, kind: 'merged' }] });
  const now = await layout();
  expect([...now.ledger.values()]).toEqual(['reflected', 'merged']);
  expect(now.sentenceCalled('1b')!.id).toBe(second);
  expect(now.sentenceCalled('2')!.id).toBe(fourth);
  expect(now.sentenceCalled('9z')).toBeUndefined();
  expect(now.statementCalled('2.1/2')!.id).toBe(said);
  expect(now.shares().constituencies).toMatchObject([{ name: 'states', heard: 1, missing: [] }]);
});

forumTest('a sentence is checked as it is being written', async ({ forum }) => {
  const { roundtable, first, paragraph } = await atTheDesk(forum);
  const report = (await readableReport(forum.db, program, { id: roundtable }))!;
  const { id } = await paragraph(1);
  const found = async (text: string) =>
    (await findingsWhileWriting(forum, report, { paragraph: id, sentence: first, text })).findings.map(({ check }) => check); // prettier-ignore
  expect(await found('Kenya spoke of “a levy on wells”.')).toEqual([]);
  expect(await found('Kenya spoke of “a levy on lakes”.')).toContain('quotation_not_in_source');
  expect(await found('Yesterday Kenya spoke wonderfully of 12 wells.')).toEqual(
    expect.arrayContaining(['number_unsaid', 'loaded_word', 'relative_date']),
  );
});
