import { expect } from 'vitest';
import { findPoints } from '#analysis/acts.ts';
import { atomOf } from '#api/atom.ts';
import { exported, exportedTable, tables } from '#api/export.ts';
import { resources } from '#api/resources.ts';
import { perform } from '#record/act.ts';
import type { Forum } from '#record/forum.ts';
import { recordOf } from '#record/queries.ts';
import { program, visitor, type Viewer } from '#record/viewer.ts';
import { revisionsOf, searchStatements, statementsOf } from '#statements/queries.ts';
import { forumTest } from '#test/forum.ts';
import { aTurn, atTheMeeting } from '#test/meeting.ts';
import { noteAttendance } from './attendance/acts.ts';
import { composeIntervention } from './interventions/acts.ts';
import { meetingOf } from './meeting/queries.ts';
import { fileWritten } from './written/acts.ts';

/** Turns openly, in part and wholly off the record, and a text under embargo. */
async function atAMeeting(forum: Forum, attribution: 'attributed' | 'by_constituency' | 'not_attributed') {
  const meeting = await atTheMeeting(forum);
  const { roundtable, kenya, guatemala, ruth, turn, take } = meeting;
  await forum.db.updateTable('roundtable').set({ attribution }).where('id', '=', roundtable).execute();
  await take(ruth, 'p the heron stands by the water', -9);
  await take(ruth, 'p the pelican is between us ~', -8);
  const off = await aTurn(forum, { roundtable, delegation: guatemala, name: 'Quiet Person', from: -4, to: -3, offRecord: true }); // prettier-ignore
  await take(ruth, 'p the ibis is for the room', -3, { slot: off });
  await aTurn(forum, { roundtable, delegation: guatemala, name: 'Silent Person', from: -2, to: -1, offRecord: true });
  for (const slot of [turn, off]) {
    const { id } = await perform(forum, program, composeIntervention, { slot });
    await perform(forum, program, findPoints, { statements: [id] });
  }
  const next = await aTurn(forum, { roundtable, delegation: guatemala, from: -1, to: null });
  const text = { roundtable, delegation: guatemala, language: 'en', slot: next, reading: 'verbatim', embargo: true } as const; // prettier-ignore
  const { id: waits } = await perform(forum, ruth, fileWritten, { ...text, body: 'The stork waits for delivery.' });
  await perform(forum, program, findPoints, { statements: [waits] });
  await perform(forum, ruth, noteAttendance, { roundtable, delegations: [kenya] });
  return meeting;
}

/** All that comes out, by every way out. */
async function everything(
  forum: Forum,
  viewer: Viewer,
  place: { id: string; edition_id: string; attribution: string },
) {
  const { db } = forum;
  const seen = await statementsOf(db, viewer, place);
  const out: unknown[] = [seen, await meetingOf(db, viewer, place), await recordOf(db, viewer, place.edition_id)];
  for (const statement of seen) out.push(await revisionsOf(db, statement));
  for (const words of ['heron', 'pelican', 'ibis', 'stork', 'Kenya', 'Guatemala'])
    out.push(await searchStatements(db, viewer, place.edition_id, words));
  for (const resource of resources) {
    if (resource.path.includes('delegations')) continue;
    for (let statement = 1; statement < (resource.path.endsWith('{statement}') ? 5 : 2); statement++) {
      const params = { edition: 'lake', number: '2.1', statement: String(statement), slug: 'nobody' };
      const read = resource.read({ forum, viewer, params, query: { limit: 200, cursor: undefined } });
      out.push(await read.catch(() => 'nothing'));
    }
  }
  let text = JSON.stringify(out);
  for await (const piece of exported(forum, viewer, 'lake')) text += piece;
  for (const table of tables) for await (const piece of exportedTable(forum, viewer, 'lake', table)) text += piece;
  const edition = await db.selectFrom('edition').selectAll().where('id', '=', place.edition_id).executeTakeFirstOrThrow(); // prettier-ignore
  return text + (await atomOf(forum, { edition, roundtable: null }));
}

forumTest('what was off the record, and a text under embargo, come out nowhere', async ({ forum }) => {
  const { roundtable, edition, delegate, ruth } = await atAMeeting(forum, 'attributed');
  const place = { id: roundtable, edition_id: edition, attribution: 'attributed' };
  for (const viewer of [visitor, delegate]) {
    const out = await everything(forum, viewer, place);
    expect(out).toContain('heron');
    expect(out.match(/pelican|ibis|stork|Quiet Person|Silent Person/g)).toBeNull();
  }
  // The desk is shown all of it but what is no part of any text: the test looks in the right places.
  expect(await everything(forum, ruth, place)).toMatch(/ibis[\s\S]*stork/);
});

for (const policy of ['by_constituency', 'not_attributed'] as const)
  forumTest(`who spoke is told nowhere that the policy is ${policy}`, async ({ forum }) => {
    const { roundtable, edition, ruth } = await atAMeeting(forum, policy);
    const place = { id: roundtable, edition_id: edition, attribution: policy };
    const seen = JSON.stringify([await statementsOf(forum.db, visitor, place), await meetingOf(forum.db, visitor, place)]); // prettier-ignore
    expect(seen).toContain('"entries":[{');
    expect(seen).not.toMatch(/kenya|guatemala/i);
    // The desk knows, though the text itself does not say.
    const inside = JSON.stringify(await meetingOf(forum.db, ruth, place));
    expect(inside).toContain('A delegation proposed the heron');
    expect(inside).toMatch(/kenya/i);
    expect(await searchStatements(forum.db, visitor, edition, 'Kenya')).toEqual([]);
  });

forumTest(
  'words composed while everyone was named do not name them once the policy is tightened',
  async ({ forum }) => {
    const { roundtable, edition } = await atAMeeting(forum, 'attributed');
    await forum.db
      .updateTable('roundtable')
      .set({ attribution: 'not_attributed' })
      .where('id', '=', roundtable)
      .execute();
    const place = { id: roundtable, edition_id: edition, attribution: 'not_attributed' };
    const [statement] = await statementsOf(forum.db, visitor, place);
    expect(JSON.stringify(statement)).not.toMatch(/kenya/i);
    expect(JSON.stringify(await revisionsOf(forum.db, statement!))).not.toMatch(/kenya/i);
    expect(await searchStatements(forum.db, visitor, edition, 'Kenya')).toEqual([]);
  },
);
