import { describe, expect } from 'vitest';
import { createRoundtable } from '#programme/acts.ts';
import { perform } from '#record/act.ts';
import { program, visitor } from '#record/viewer.ts';
import { enterStatement, submitComment, withdrawStatement } from '#statements/acts.ts';
import { giveRuling } from '#statements/rulings/acts.ts';
import { forumTest } from '#test/forum.ts';
import { smallForum } from '#test/small-forum.ts';
import { decideAcknowledgement } from './acts.ts';
import { acknowledgementOf, contributorsTo } from './queries.ts';

const body = 'We keep a desk in the bus station.';

async function commented(forum: Parameters<typeof smallForum>[0]) {
  const small = await smallForum(forum);
  const said = await perform(forum, small.delegate, submitComment, { roundtable: small.roundtable, body });
  const here = { id: small.roundtable, edition_id: small.edition, attribution: 'attributed' };
  return { ...small, statement: said.id, code: said.receipt, here };
}

describe('decideAcknowledgement', () => {
  forumTest('names nobody who has not wished it, and can be changed', async ({ forum }) => {
    const { statement, delegate, here } = await commented(forum);
    const named = async () =>
      (await contributorsTo(forum.db, here)).map(({ isNamed, people }) => ({ isNamed, people }));
    expect(await named()).toEqual([{ isNamed: false, people: [] }]);
    await perform(forum, delegate, decideAcknowledgement, { statement, byName: true });
    expect(await named()).toEqual([{ isNamed: true, people: ['Wanjiru Kamau'] }]);
    await perform(forum, delegate, decideAcknowledgement, { statement, byName: false });
    expect(await named()).toEqual([{ isNamed: false, people: [] }]);
    expect(await acknowledgementOf(forum.db, statement)).toBe(false);
    const lines = await forum.db.selectFrom('record_line').select('audience').where('kind', '=', 'acknowledgement.decided').execute(); // prettier-ignore
    expect(lines).toEqual([{ audience: 'author' }, { audience: 'author' }]);
  });

  forumTest('is for the author, for the receipt’s holder, and for the delegation that spoke', async ({ forum }) => {
    const { statement, code, roundtable, chair, delegate, kenya } = await commented(forum);
    const decide = (viewer: typeof visitor, of: string, given = '') =>
      perform(forum, viewer, decideAcknowledgement, { statement: of, byName: true, code: given });
    await expect(decide(chair, statement)).rejects.toMatchObject({ name: 'NotFound' });
    await expect(decide(visitor, statement, 'AAAA-AAAA-AAAA')).rejects.toMatchObject({ name: 'NotFound' });
    await decide(visitor, statement, code.toLowerCase());
    const speakers = [{ delegation: kenya, name: 'Someone else' }];
    const said = await perform(forum, program, enterStatement, { roundtable, kind: 'intervention', body, speakers });
    await expect(decide(chair, said.id)).rejects.toMatchObject({ name: 'NotFound' });
    await decide(delegate, said.id);
    expect(await acknowledgementOf(forum.db, said.id)).toBe(true);
  });

  forumTest('is refused off the record and for withdrawn words', async ({ forum }) => {
    const { statement, roundtable, delegate, here } = await commented(forum);
    await perform(forum, delegate, decideAcknowledgement, { statement, byName: true });
    await perform(forum, delegate, withdrawStatement, { statement });
    const decide = (of: string) => perform(forum, program, decideAcknowledgement, { statement: of, byName: true });
    await expect(decide(statement)).rejects.toMatchObject({ code: 'acknowledgement.withdrawn' });
    expect(await contributorsTo(forum.db, here)).toEqual([]);
    const off = await perform(forum, program, enterStatement, { roundtable, kind: 'remark', body, onRecord: false, speakers: [{ name: 'Nobody' }] }); // prettier-ignore
    await expect(decide(off.id)).rejects.toMatchObject({ code: 'acknowledgement.off_the_record' });
    expect(await contributorsTo(forum.db, here)).toEqual([]);
  });
});

forumTest(
  'where speakers are not named no consent names them, and what was not retained is not thanked for',
  async ({ forum }) => {
    const { edition, kenya, statement, delegate, chair, here } = await commented(forum);
    const closed = await perform(forum, program, createRoundtable, { edition, number: '9', title: 'Closed', attribution: 'by_constituency' }); // prettier-ignore
    const said = await perform(forum, program, enterStatement, { roundtable: closed.id, kind: 'intervention', body, speakers: [{ delegation: kenya, name: 'W' }] }); // prettier-ignore
    await perform(forum, delegate, decideAcknowledgement, { statement: said.id, byName: true });
    const there = { id: closed.id, edition_id: edition, attribution: 'by_constituency' };
    expect(await contributorsTo(forum.db, there)).toEqual([
      { delegation: { slug: '', name: '', kind: 'state' }, people: [], isNamed: false },
    ]);
    await perform(forum, chair, giveRuling, {
      statement,
      decision: 'not_relevant',
      reason: 'A',
      words: 'No question.',
    });
    expect(await contributorsTo(forum.db, here)).toEqual([]);
  },
);
