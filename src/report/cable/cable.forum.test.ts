import { strFromU8 } from 'fflate';
import { describe, expect } from 'vitest';
import { findPoints } from '#analysis/acts.ts';
import { registerDelegation } from '#people/acts.ts';
import { perform } from '#record/act.ts';
import type { Forum } from '#record/forum.ts';
import { program } from '#record/viewer.ts';
import { enterReport, moveReport } from '#report/acts.ts';
import { enterStatement } from '#statements/acts.ts';
import { forumTest } from '#test/forum.ts';
import { deadline, smallForum } from '#test/small-forum.ts';
import { cableOf } from './cable.ts';
import { cableFile } from './files.ts';
import { cableLines } from './print.ts';

async function meeting(forum: Forum) {
  const small = await smallForum(forum);
  const { id: ghana } = await perform(forum, program, registerDelegation, { slug: 'ghana', shortName: 'Ghana', kind: 'state', code: 'GHA', region: 'Africa' }); // prettier-ignore
  const say = async (delegation: string, body: string, more: object = {}) =>
    (await perform(forum, program, enterStatement, { roundtable: small.roundtable, kind: 'comment', mode: 'written', body, speakers: [{ delegation }], ...more })).id; // prettier-ignore
  const edition = await forum.db.selectFrom('edition').selectAll().executeTakeFirstOrThrow();
  const delegation = await forum.db
    .selectFrom('delegation')
    .selectAll()
    .where('slug', '=', 'kenya')
    .executeTakeFirstOrThrow();
  const cable = () => cableOf(forum, edition, delegation);
  return { ...small, ghana, say, edition, delegation, cable };
}

describe('a cable to the capital', () => {
  forumTest('of a delegation that is silent says where it could still speak', async ({ forum }) => {
    const { cable } = await meeting(forum);
    expect(await cable()).toEqual({
      roundtables: [],
      expected: [{ what: 'comment', roundtable: '2.1', title: 'Cities as first hosts', closes: deadline }],
    });
  });

  forumTest('says in our own words what we said, who agreed and who answered', async ({ forum }) => {
    const { kenya, ghana, say, cable } = await meeting(forum);
    const ours = await say(kenya, 'Kenya emphasised clean water. It opposed a levy on wells.', {
      speakers: [{ delegation: kenya }, { delegation: ghana, part: 'supported_by' }],
    });
    await perform(forum, program, findPoints, { statements: [ours] });
    await say(ghana, 'And who pays for the wells?', { repliesTo: ours });
    const { roundtables, expected } = await cable();
    const [statement] = roundtables[0]!.statements;
    expect(statement).toMatchObject({
      number: 1,
      agreed: ['Ghana'],
      opposed: [],
      answeredBy: ['Ghana'],
      standings: [],
    });
    expect(cableLines(statement!)).toContain('Agreed: Ghana.');
    for (const words of statement!.words)
      expect('Kenya emphasised clean water. It opposed a levy on wells.').toContain(words);
    expect(expected).toEqual([
      { what: 'answer', roundtable: '2.1', statement: '2.1/1', reply: 2, who: 'Ghana', closes: deadline },
    ]);
  });

  forumTest('asks for an answer until there is one', async ({ forum }) => {
    const { kenya, ghana, say, cable } = await meeting(forum);
    const ours = await say(kenya, 'Wells first.');
    const theirs = await say(ghana, 'Who pays?', { repliesTo: ours });
    await say(kenya, 'The county does.', { repliesTo: theirs });
    expect((await cable()).expected).toEqual([]);
  });

  forumTest('leads to the sentences that rest on our words, once they are circulated', async ({ forum }) => {
    const { kenya, say, cable, roundtable } = await meeting(forum);
    const statement = await say(kenya, 'Wells first.');
    await say(kenya, 'Taps second.');
    const { id } = await perform(forum, program, enterReport, {
      roundtable,
      kind: 'record',
      title: 'Record',
      source: 'draft',
      paragraphs: [
        {
          section: 'discussion',
          sentences: [
            { text: 'Kenya put wells first.', cites: [{ kind: 'passage', statement, quotation: 'Wells first.' }] },
          ],
        },
      ],
    });
    expect((await cable()).roundtables[0]!.statements[0]!.standings).toEqual([]);
    await perform(forum, program, moveReport, { report: id, to: 'co_chair_review' });
    await perform(forum, program, moveReport, { report: id, to: 'correction_window', correctionsCloseAt: deadline });
    const { roundtables, expected } = await cable();
    expect(roundtables[0]!.statements.map(({ standings }) => standings)).toEqual([
      [{ report: '2.1', state: 'reflected', sentences: [{ place: '1a', text: 'Kenya put wells first.' }], why: '' }],
      [{ report: '2.1', state: 'open', sentences: [], why: '' }],
    ]);
    expect(expected).toEqual([
      { what: 'check', roundtable: '2.1', sentences: 1, closes: deadline },
      { what: 'undecided', roundtable: '2.1', statement: '2.1/2' },
    ]);
  });

  forumTest('holds nothing that was said off the record, also as a file', async ({ forum }) => {
    const { kenya, say, edition, delegation } = await meeting(forum);
    await say(kenya, 'Wells first.');
    await say(kenya, 'This stays in the room.', { onRecord: false });
    for (const format of ['docx', 'html', 'md', 'txt'] as const) {
      const { name, bytes } = await cableFile(forum, edition, delegation, format);
      expect(name).toBe(`cable-kenya.${format}`);
      if (format !== 'docx') expect(strFromU8(bytes)).toContain('Wells first.');
      expect(strFromU8(bytes)).not.toContain('stays in the room');
    }
  });
});
