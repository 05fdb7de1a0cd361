import { expect } from 'vitest';
import { viewerOf } from '#people/access.ts';
import { admitPerson } from '#people/acts.ts';
import { findPoints } from '#analysis/acts.ts';
import { createRoundtable } from '#programme/acts.ts';
import { perform } from '#record/act.ts';
import type { Forum } from '#record/forum.ts';
import { program, visitor, type Viewer } from '#record/viewer.ts';
import { enterStatement, submitComment, withdrawStatement } from '#statements/acts.ts';
import { giveRuling } from '#statements/rulings/acts.ts';
import { forumTest } from '#test/forum.ts';
import { smallForum } from '#test/small-forum.ts';
import { atomOf } from './atom.ts';
import { exported, exportedTable, tables } from './export.ts';
import { resources } from './resources.ts';

// Each would be found by these words, wherever they came out.
const hidden = {
  offRecord: 'Kenya stressed that the pelican is between us.',
  withdrawn: 'Kenya stressed that the ibis takes it back.',
  notRetained: 'Kenya stressed that the stork sells lorries.',
};
const secret = /pelican|ibis|stork|flamingo|Quiet Person/;

async function filled(forum: Forum) {
  const small = await smallForum(forum);
  const { edition, roundtable, delegate, chair, kenya } = small;
  const points = async (statement: string) => perform(forum, program, findPoints, { statements: [statement] });
  const off = await perform(forum, program, enterStatement, { roundtable, kind: 'intervention', body: hidden.offRecord, onRecord: false, speakers: [{ delegation: kenya }] }); // prettier-ignore
  const gone = await perform(forum, delegate, submitComment, { roundtable, body: hidden.withdrawn });
  const out = await perform(forum, delegate, submitComment, { roundtable, body: hidden.notRetained });
  for (const { id } of [off, gone, out]) await points(id);
  await perform(forum, delegate, withdrawStatement, { statement: gone.id });
  await perform(forum, chair, giveRuling, {
    statement: out.id,
    decision: 'not_relevant',
    reason: 'A',
    words: 'An offer.',
  });
  await perform(forum, visitor, submitComment, { roundtable, body: 'The heron waits to be identified.' });
  const closed = await perform(forum, program, createRoundtable, { edition, number: '3', title: 'Closed', attribution: 'not_attributed' }); // prettier-ignore
  const unnamed = await perform(forum, program, enterStatement, { roundtable: closed.id, kind: 'intervention', body: 'The flamingo was heard.', speakers: [{ delegation: kenya, name: 'Quiet Person' }] }); // prettier-ignore
  await points(unnamed.id);
  await perform(forum, delegate, submitComment, { roundtable, body: '=HYPERLINK("https://harm.example","the egret")' });
  const admitted = await perform(forum, program, admitPerson, { edition, name: 'Someone Else' });
  return { ...small, closed: closed.id, stranger: await viewerOf(forum.db, admitted.id) };
}

/** All that comes out, by every way out. */
async function everything(forum: Forum, viewer: Viewer, editionId: string): Promise<string> {
  let out = '';
  const take = async (pieces: AsyncGenerator<string>) => {
    for await (const piece of pieces) out += piece;
  };
  for (const number of ['2.1', '3'])
    for (const resource of resources)
      for (let statement = 1; statement < (resource.path.endsWith('{statement}') ? 6 : 2); statement++) {
        const params = { edition: 'lake', number, statement: String(statement), slug: 'kenya' };
        const read = resource.read({ forum, viewer, params, query: { limit: 200, cursor: undefined } });
        out += JSON.stringify(await read.catch(() => 'nothing'));
      }
  await take(exported(forum, viewer, 'lake'));
  for (const table of tables) await take(exportedTable(forum, viewer, 'lake', table));
  const edition = await forum.db
    .selectFrom('edition')
    .selectAll()
    .where('id', '=', editionId)
    .executeTakeFirstOrThrow();
  return out + (await atomOf(forum, { edition, roundtable: null }));
}

forumTest(
  'nothing off the record, withdrawn, not retained or unattributed leaves by feed, API or export',
  async ({ forum }) => {
    const { edition, stranger, delegate } = await filled(forum);
    for (const viewer of [visitor, stranger]) {
      const out = await everything(forum, viewer, edition);
      expect(out).toContain('egret');
      expect(out.match(secret)).toBeNull();
    }
    // Their author, and the desk, are given them: the test looks in the right places.
    expect(await everything(forum, delegate, edition)).toMatch(/stork/);
    expect(await everything(forum, program, edition)).toMatch(/pelican[\s\S]*Quiet Person/);
  },
);

forumTest('who spoke is told nowhere that the policy names nobody', async ({ forum }) => {
  const { closed } = await filled(forum);
  const resource = (end: string) => resources.find(({ path }) => path.endsWith(end))!;
  const params = { edition: 'lake', number: '3' };
  const asked = { forum, viewer: visitor, params, query: { limit: 50, cursor: undefined } };
  expect(closed).toBeTruthy();
  expect(JSON.stringify(await resource('{number}/statements').read(asked))).toContain('"speakers":[]');
  for (const end of ['{number}/statements', '{number}/points'])
    expect(JSON.stringify(await resource(end).read(asked))).not.toMatch(/kenya/i);
});

forumTest('a feed waits until an author is identified', async ({ forum }) => {
  const { edition } = await filled(forum);
  const row = await forum.db.selectFrom('edition').selectAll().where('id', '=', edition).executeTakeFirstOrThrow();
  const feed = await atomOf(forum, { edition: row, roundtable: null });
  expect(feed).toContain('egret');
  expect(feed).not.toContain('heron');
});

forumTest('a spreadsheet is given no formula', async ({ forum }) => {
  await filled(forum);
  let csv = '';
  for await (const piece of exportedTable(forum, visitor, 'lake', 'statements')) csv += piece;
  expect(csv).toContain(`"'=HYPERLINK(""https://harm.example"",""the egret"")"`);
  expect(csv.startsWith('\uFEFFid,number,roundtable,kind')).toBe(true);
});
