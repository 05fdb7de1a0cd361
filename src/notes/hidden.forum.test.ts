import { expect } from 'vitest';
import { findPoints } from '#analysis/acts.ts';
import { floorRulings } from '#floor/heard.ts';
import { floorOf, slotsOf } from '#floor/queries.ts';
import { practicesIn, searchPractices } from '#followup/queries.ts';
import { atomOf } from '#api/atom.ts';
import { exported, exportedTable, tables } from '#api/export.ts';
import { resources } from '#api/resources.ts';
import { perform } from '#record/act.ts';
import type { Forum } from '#record/forum.ts';
import { recordOf } from '#record/queries.ts';
import { program, visitor, type Viewer } from '#record/viewer.ts';
import { draftReport, moveReport } from '#report/acts.ts';
import { cableOf } from '#report/cable/cable.ts';
import { gather } from '#report/export/gather.ts';
import { ledgerOf, reportOf } from '#report/queries.ts';
import {
  repliesTo,
  revisionsOf,
  searchStatements,
  statementNumbered,
  statementsByDelegation,
  statementsOf,
} from '#statements/queries.ts';
import { forumTest } from '#test/forum.ts';
import { aTurn, atTheMeeting } from '#test/meeting.ts';
import { noteAttendance } from './attendance/acts.ts';
import { correctionsAsked, ownInterventions } from './corrections/queries.ts';
import { deskState } from './desk/queries.ts';
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

/** What else is told of a meeting: its floor, the places of those who spoke, what is theirs, and the report drafted from it. */
async function everythingElse(forum: Forum, viewer: Viewer, meeting: Awaited<ReturnType<typeof atAMeeting>>) {
  const { db } = forum;
  const { roundtable: id, edition, kenya, guatemala } = meeting;
  const { attribution } = await db.selectFrom('roundtable').select('attribution').where('id', '=', id).executeTakeFirstOrThrow(); // prettier-ignore
  const place = { id, edition_id: edition, attribution: attribution! };
  const out: unknown[] = [
    await floorOf(db, viewer, place),
    await slotsOf(db, viewer, place),
    await floorRulings(db, id),
  ];
  const ids = (await db.selectFrom('statement').select('id').where('roundtable_id', '=', id).execute()).map((one) => one.id); // prettier-ignore
  for (let number = 1; number <= ids.length; number++) out.push(await statementNumbered(db, viewer, place, number));
  for (const statement of ids) out.push(await repliesTo(db, viewer, place, statement));
  for (const delegation of [kenya, guatemala]) out.push(await statementsByDelegation(db, viewer, edition, delegation));
  out.push(await ownInterventions(db, viewer, edition, { id: guatemala, slug: 'guatemala' }));
  out.push(await deskState(db, viewer, { ...place, state: 'in_session' }, forum.now()));
  out.push(await correctionsAsked(db, viewer, edition), await practicesIn(db, viewer, edition, { all: true }));
  out.push(await searchPractices(db, viewer, edition, 'heron'), await gather(forum, viewer, place));
  const report = await reportOf(db, viewer, place);
  out.push(report, report && (await ledgerOf(db, viewer, report)));
  for (const slug of ['kenya', 'guatemala'])
    out.push(await cableOf(forum, { id: edition }, { id: slug === 'kenya' ? kenya : guatemala, slug }));
  return JSON.stringify(out);
}

/** Its report, as far as everyone may read it. */
async function circulate(forum: Forum, { roundtable }: { roundtable: string }) {
  await forum.db.updateTable('roundtable').set({ state: 'adjourned' }).where('id', '=', roundtable).execute();
  const { id: report } = await perform(forum, program, draftReport, { roundtable });
  for (const to of ['co_chair_review', 'correction_window'] as const)
    await perform(forum, program, moveReport, { report, to });
}

forumTest('nor by the floor, the pages of those who spoke, the report or a cable', async ({ forum }) => {
  const meeting = await atAMeeting(forum, 'attributed');
  await circulate(forum, meeting);
  for (const viewer of [visitor, meeting.delegate]) {
    const out = await everythingElse(forum, viewer, meeting);
    expect(out).toContain('heron');
    expect(out.match(/pelican|ibis|stork|Quiet Person|Silent Person/g)).toBeNull();
  }
  expect(await everythingElse(forum, meeting.ruth, meeting)).toMatch(/Quiet Person[\s\S]*pelican/);
});

for (const policy of ['by_constituency', 'not_attributed'] as const)
  forumTest(`nor is it told by these who spoke where the policy is ${policy}`, async ({ forum }) => {
    const meeting = await atAMeeting(forum, policy);
    await circulate(forum, meeting);
    const floor = { id: meeting.roundtable, edition_id: meeting.edition, attribution: policy };
    for (const viewer of [visitor, meeting.delegate]) {
      const told = JSON.stringify([await floorOf(forum.db, viewer, floor), await slotsOf(forum.db, viewer, floor)]);
      expect(told).toContain('"isNamed":false');
      expect(told).not.toMatch(/kenya|guatemala|Quiet|Silent/i);
      expect(JSON.stringify(await gather(forum, viewer, floor))).not.toMatch(/kenya|guatemala|Quiet Person/i);
      for (const [slug, id] of [['kenya', meeting.kenya], ['guatemala', meeting.guatemala]] as const)
        expect(JSON.stringify(await cableOf(forum, { id: meeting.edition }, { id, slug }))).not.toMatch(/heron|ibis|pelican/); // prettier-ignore
    }
  });

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
