import { sql } from 'kysely';
import { describe, expect } from 'vitest';
import { enterPoints, findPoints, nameIssue } from '#analysis/acts.ts';
import { perform } from '#record/act.ts';
import type { Forum } from '#record/forum.ts';
import { program, visitor } from '#record/viewer.ts';
import { enterStatement, reviseStatement, submitComment } from '#statements/acts.ts';
import { forumTest } from '#test/forum.ts';
import { smallForum } from '#test/small-forum.ts';
import { citePassage, decideDisposition, draftReport, enterReport, moveReport, writeSentence } from './acts.ts';
import { giveRuling } from '#statements/rulings/acts.ts';
import { ledgerOf, reportOf } from './queries.ts';

const wells = 'Kenya emphasized on clean water. It did not support a levy on wells.';

async function meeting(forum: Forum) {
  const small = await smallForum(forum);
  const say = async (body: string, more: { onRecord?: boolean } = {}) =>
    (await perform(forum, program, enterStatement, { roundtable: small.roundtable, kind: 'intervention', body, speakers: [{ delegation: small.kenya }], ...more })).id; // prettier-ignore
  return { ...small, say };
}

function oneSentence(roundtable: string, text: string, statement: string, quotation: string) {
  const sentences = [{ text, cites: [{ kind: 'passage' as const, statement, quotation }] }];
  const paragraphs = [{ section: 'discussion' as const, heading: 'Discussion', sentences }];
  return { roundtable, kind: 'record' as const, title: 'Record', source: 'draft' as const, paragraphs };
}

/** What would only be checked at commit, which a test never reaches. */
const checkAll = (forum: Forum) => sql`set constraints all immediate; set constraints all deferred`.execute(forum.db);

describe('enterReport', () => {
  forumTest('keeps every sentence with the words it rests on and what stands around them', async ({ forum }) => {
    const { roundtable, questions, say } = await meeting(forum);
    const statement = await say(wells);
    const fact = { quantifier: 'one delegation', count: 1, of: 2, opposed: 0, delegations: ['kenya'], against: [], silent: ['Ana Lima'], rule: 'Exactly 1.' }; // prettier-ignore
    const { id, sentences } = await perform(forum, program, enterReport, {
      ...oneSentence(roundtable, 'Kenya emphasised “clean water”.', statement, 'clean water'),
      paragraphs: [
        { section: 'opening', sentences: [{ text: 'Kenya chaired.', cites: [{ kind: 'programme', fact: { about: 'co_chairs' } }] }] }, // prettier-ignore
        {
          section: 'discussion',
          heading: 'Discussion',
          sentences: [
            {
              text: 'Kenya emphasised “clean water”.',
              cites: [{ kind: 'passage', statement, quotation: 'clean water' }],
            },
            {
              text: 'One delegation did.',
              cites: [
                { kind: 'count', fact },
                { kind: 'question', question: questions[0]! },
              ],
            },
          ],
        },
      ],
    });
    await checkAll(forum);
    const report = await reportOf(forum.db, program, { id: roundtable });
    expect(report!.paragraphs.map(({ number, heading }) => [number, heading])).toEqual([[1, null], [null, 'Discussion'], [2, null]]); // prettier-ignore
    const [first, second] = report!.paragraphs[2]!.sentences;
    expect([first!.id, second!.id]).toEqual(sentences[1]);
    expect(first).toMatchObject({ letter: 'a', citations: [{ kind: 'passage', quotation: 'clean water', before: 'Kenya emphasized on ', statement: { number: 1, speakers: [{ delegation: { slug: 'kenya' } }] } }] }); // prettier-ignore
    expect(second!.citations[0]!.count).toMatchObject({ of: 2, delegations: [{ slug: 'kenya', name: 'Kenya' }], silent: [{ slug: '', name: 'Ana Lima' }] }); // prettier-ignore
    expect(second!.citations[1]!.question).toMatchObject({ number: 1 });
    const line = await forum.db.selectFrom('record_line').selectAll().where('subject_id', '=', id).executeTakeFirst();
    expect(line).toMatchObject({ kind: 'report.entered', audience: 'desk' });
  });

  forumTest('not with words that are not in the source, however near', async ({ forum }) => {
    const { roundtable, say } = await meeting(forum);
    const statement = await say(wells);
    const entering = (text: string, quotation: string) =>
      perform(forum, program, enterReport, oneSentence(roundtable, text, statement, quotation));
    await expect(entering('Kenya spoke.', 'It did support a levy')).rejects.toMatchObject({
      code: 'citation.not_in_source',
      values: { words: 'It did support a levy', number: 1, roundtable: '2.1' },
    });
    await expect(entering('It said “It did support a levy”.', 'clean water')).rejects.toMatchObject({
      code: 'sentence.quotation_not_in_source',
    });
    expect(await reportOf(forum.db, program, { id: roundtable })).toBeUndefined();
  });

  forumTest('not on what is off the record, held, or ruled not relevant', async ({ forum }) => {
    const { roundtable, delegate, chair, say } = await meeting(forum);
    const off = await say(wells, { onRecord: false });
    const held = await perform(forum, visitor, submitComment, { roundtable, body: wells });
    const ruled = await perform(forum, delegate, submitComment, { roundtable, body: wells });
    await perform(forum, chair, giveRuling, {
      statement: ruled.id,
      decision: 'not_relevant',
      reason: 'A',
      words: 'No question.',
    });
    for (const [statement, code] of [
      [off, 'citation.off_the_record'],
      [held.id, 'citation.held'],
      [ruled.id, 'citation.not_retained'],
    ] as const)
      // prettier-ignore
      await expect(
        perform(forum, program, enterReport, oneSentence(roundtable, 'Kenya spoke.', statement, 'clean water')),
      ).rejects.toMatchObject({ code });
  });

  forumTest('not twice for one roundtable, and not by a visitor', async ({ forum }) => {
    const { roundtable, say } = await meeting(forum);
    const report = oneSentence(roundtable, 'Kenya spoke.', await say(wells), 'clean water');
    await expect(perform(forum, visitor, enterReport, report)).rejects.toMatchObject({ code: 'act.not_yours' });
    await perform(forum, program, enterReport, report);
    await expect(perform(forum, program, enterReport, report)).rejects.toMatchObject({ code: 'report.exists_already' });
  });
});

describe('draftReport', () => {
  async function drafted(forum: Forum) {
    const small = await meeting(forum);
    const statement = await small.say(wells);
    const silent = await small.say('Wells, wells, wells.');
    await perform(forum, program, findPoints, { statements: [statement] });
    const { id } = await perform(forum, program, draftReport, { roundtable: small.roundtable });
    await checkAll(forum);
    const read = async () => (await reportOf(forum.db, program, { id: small.roundtable }))!;
    const text = async (section = 'discussion') =>
      (await read()).paragraphs.filter((one) => one.section === section).flatMap((one) => one.sentences.map((sentence) => sentence.text)); // prettier-ignore
    return { ...small, id, statement, silent, read, text };
  }

  forumTest('accounts for every statement, and loses no “not”', async ({ forum }) => {
    const { id, text, read } = await drafted(forum);
    expect(await text()).toEqual([
      'Kenya emphasised clean water.',
      'It did not support a levy on wells.',
      expect.stringContaining('Wells, wells, wells'),
    ]);
    const citations = (await read()).paragraphs.flatMap((one) => one.sentences.map((sentence) => sentence.citations));
    expect(citations.every((some) => some.length > 0)).toBe(true);
    const ledger = (await ledgerOf(forum.db, program, { id }))!;
    expect(ledger).toMatchObject({ total: 2, counts: { reflected: 2, open: 0 } });
    expect(ledger.lines[0]).toMatchObject({ points: { cited: 2, all: 2 } });
  });

  forumTest('again replaces what was drafted, and never what a person wrote', async ({ forum }) => {
    const { roundtable, read, text, say } = await drafted(forum);
    const paragraph = (await read()).paragraphs.find((one) => one.section === 'discussion' && one.number !== null)!;
    const written = paragraph.sentences[1]!;
    await perform(forum, program, writeSentence, { sentence: written.id, basedOn: 1, text: 'It was against a levy.' });
    await say('Wells need keepers.');
    await perform(forum, program, draftReport, { roundtable });
    await checkAll(forum);
    expect(await text()).toEqual([
      'Kenya emphasised clean water.',
      'It was against a levy.',
      expect.stringContaining('Wells, wells, wells'),
      'Kenya stated: “Wells need keepers.”',
    ]);
    const sentences = (await read()).paragraphs.flatMap((one) => one.sentences);
    expect(sentences.find((sentence) => sentence.id === written.id)).toMatchObject({ writtenBy: 'person' });
  });

  forumTest('says how many raised an issue, with the list behind it', async ({ forum }) => {
    const { roundtable, statement, text } = await drafted(forum);
    const [point] = await forum.db.selectFrom('point').select('id').where('statement_id', '=', statement).execute();
    await perform(forum, program, nameIssue, { roundtable, kind: 'main_issue', title: 'Water', points: [point!.id] });
    await perform(forum, program, draftReport, { roundtable });
    expect(await text('main_issues')).toEqual(['One delegation (1 of 1) raised water; none opposed it.']);
  });

  forumTest('not when nothing was said, and not once it is circulated', async ({ forum }) => {
    const { edition: _, ...empty } = await smallForum(forum);
    await expect(perform(forum, program, draftReport, { roundtable: empty.roundtable })).rejects.toMatchObject({
      code: 'report.nothing_said',
    });
    await perform(forum, empty.delegate, submitComment, { roundtable: empty.roundtable, body: wells });
    const { id } = await perform(forum, program, draftReport, { roundtable: empty.roundtable });
    await perform(forum, program, moveReport, { report: id, to: 'co_chair_review' });
    await expect(perform(forum, program, draftReport, { roundtable: empty.roundtable })).rejects.toMatchObject({
      code: 'report.not_a_draft',
    });
  });
});

describe('writeSentence and citePassage', () => {
  forumTest(
    'change a sentence against the paragraph’s version, quoting nothing it does not cite',
    async ({ forum }) => {
      const { roundtable, delegate, say } = await meeting(forum);
      const { sentences } = await perform(forum, program, enterReport, oneSentence(roundtable, 'Kenya spoke.', await say(wells), 'clean water')); // prettier-ignore
      const sentence = sentences[0]![0]!;
      const comment = await perform(forum, delegate, submitComment, { roundtable, body: 'We dig by hand.' });
      const write = (text: string, basedOn: number) =>
        perform(forum, program, writeSentence, { sentence, basedOn, text });
      const quoting = 'Kenya added: “We dig by hand.”';
      await expect(write(quoting, 1)).rejects.toMatchObject({ code: 'sentence.quotation_not_in_source' });
      await perform(forum, program, citePassage, { sentence, statement: comment.id, quotation: 'We dig by hand.' });
      expect(await write(quoting, 1)).toEqual({ version: 2 });
      await expect(write('Kenya fell silent.', 1)).rejects.toMatchObject({ code: 'paragraph.changed_meanwhile' });
      await perform(forum, delegate, reviseStatement, { statement: comment.id, basedOn: 1, body: 'We dig.' });
      const report = await reportOf(forum.db, program, { id: roundtable });
      expect(report!.paragraphs[1]!.sentences[0]!.citations[1]).toMatchObject({
        quotation: 'We dig by hand.',
        statement: { revision: 1, revisedSince: true },
      });
      expect(await write('Kenya had added: “We dig by hand.”', 2)).toEqual({ version: 3 });
    },
  );
});

describe('decideDisposition', () => {
  forumTest('gives every statement its line, and a new decision replaces the last', async ({ forum }) => {
    const { roundtable, delegate, chair, say } = await meeting(forum);
    const cited = await say(wells);
    const twin = await say('Water should be clean.');
    const thanks = await say('We thank the host.');
    const ruled = await perform(forum, delegate, submitComment, { roundtable, body: 'Buy my pumps.' });
    await perform(forum, chair, giveRuling, {
      statement: ruled.id,
      decision: 'not_relevant',
      reason: 'A',
      words: 'No question.',
    });
    await say('Not for the record.', { onRecord: false });
    const { id: report } = await perform(forum, program, enterReport, oneSentence(roundtable, 'Kenya spoke.', cited, 'clean water')); // prettier-ignore
    const decide = (statement: string, more: object) =>
      perform(forum, program, decideDisposition, { report, statement, kind: 'noted', ...more });
    await decide(thanks, {});
    await decide(thanks, { kind: 'omitted', reason: 'Courtesy.' });
    await decide(twin, { kind: 'merged', mergedWith: cited });
    const ledger = (await ledgerOf(forum.db, program, { id: report }))!;
    expect(ledger.lines.map(({ state }) => state)).toEqual(['reflected', 'merged', 'omitted', 'not_retained']);
    expect(ledger).toMatchObject({ total: 4, offRecord: 1, counts: { open: 0 } });
    expect(ledger.lines[1]).toMatchObject({ mergedWith: { number: 1, roundtable: '2.1' } });
    expect(ledger.lines[2]).toMatchObject({ reason: 'Courtesy.' });
    expect(ledger.lines[3]).toMatchObject({ ruling: { title: 'Another subject' } });
    await expect(decide(thanks, { kind: 'omitted' })).rejects.toMatchObject({ code: 'disposition.reason_missing' });
    await expect(decide(thanks, { kind: 'not_retained' })).rejects.toMatchObject({ code: 'disposition.no_ruling' });
    await expect(decide(cited, { kind: 'merged', mergedWith: cited })).rejects.toMatchObject({ code: 'disposition.merged_with_itself' }); // prettier-ignore
  });
});

describe('moveReport', () => {
  forumTest('makes a report final only when every line is decided, and names the open ones', async ({ forum }) => {
    const { roundtable, say } = await meeting(forum);
    const cited = await say(wells);
    const open = await say('We thank the host.');
    const { id: report } = await perform(forum, program, enterReport, oneSentence(roundtable, 'Kenya spoke.', cited, 'clean water')); // prettier-ignore
    const move = (to: 'co_chair_review' | 'correction_window' | 'final') =>
      perform(forum, program, moveReport, { report, to });
    await expect(move('final')).rejects.toMatchObject({ code: 'report.cannot_move' });
    await move('co_chair_review');
    await move('correction_window');
    await expect(move('final')).rejects.toMatchObject({
      code: 'report.lines_open',
      values: { count: 1, numbers: '2.1/2' },
    });
    await perform(forum, program, decideDisposition, { report, statement: open, kind: 'omitted', reason: 'Courtesy.' });
    await move('final');
    expect(await reportOf(forum.db, visitor, { id: roundtable })).toMatchObject({ state: 'final' });
    const deciding = perform(forum, program, decideDisposition, { report, statement: open, kind: 'noted' });
    await expect(deciding).rejects.toMatchObject({ code: 'report.final_already' });
  });
});

forumTest('a point is cited by its place, even where its words stand twice', async ({ forum }) => {
  const { roundtable, say } = await meeting(forum);
  const statement = await say('Water. Water.');
  const place = { sentenceStart: 7, sentenceEnd: 13, messageStart: 7, messageEnd: 12 };
  const { points } = await perform(forum, program, enterPoints, { statement, points: [{ ...place, act: 'stated', foundBy: 'a person' }] }); // prettier-ignore
  const sentences = [{ text: 'Kenya spoke of water.', cites: [{ kind: 'point' as const, point: points[0]! }] }];
  await perform(forum, program, enterReport, { ...oneSentence(roundtable, '', statement, 'x'), paragraphs: [{ section: 'discussion', sentences }] }); // prettier-ignore
  const report = await reportOf(forum.db, program, { id: roundtable });
  expect(report!.paragraphs[0]!.sentences[0]!.citations[0]).toMatchObject({ quotation: 'Water', quotationStart: 7, before: 'Water. ' }); // prettier-ignore
});
