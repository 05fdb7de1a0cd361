import { expect } from 'vitest';
import { acceptInvitation, invitePerson } from '#people/invitations/acts.ts';
import { assignRole, registerDelegation } from '#people/acts.ts';
import { perform } from '#record/act.ts';
import { program } from '#record/viewer.ts';
import { enterReport, moveReport } from '#report/acts.ts';
import { reports } from '#report/text-rows.ts';
import { enterStatement } from '#statements/acts.ts';
import { forumTest } from '#test/forum.ts';
import { admit, letters, people, wanjiru } from '#test/written-to.ts';
import { askLineCorrection } from './acts.ts';
import { ownLines } from './lines.ts';
import { reachOf } from './reach.ts';

forumTest('whoever nobody can write to is shown, and reached by a link that opens once', async ({ forum: bare }) => {
  const { forum, react, edition, roundtable, kenya, chair, delegate } = await people(bare);
  const { id: peru } = await perform(forum, program, registerDelegation, { slug: 'peru', shortName: 'Peru', kind: 'state' }); // prettier-ignore
  const said = async (delegation: string, body: string) =>
    (await perform(forum, program, enterStatement, { roundtable, kind: 'intervention', body, speakers: [{ delegation }] })).id; // prettier-ignore
  const lamps = await said(kenya, 'Kenya proposed lamps.');
  const bells = await said(peru, 'Peru proposed bells.');
  const { id: report, sentences } = await perform(forum, program, enterReport, {
    roundtable,
    kind: 'record',
    title: 'Record of RT 2.1',
    source: 'draft',
    paragraphs: [{
      section: 'discussion',
      sentences: [
        { text: 'Kenya proposed lamps.', cites: [{ kind: 'passage', statement: lamps, quotation: 'Kenya proposed lamps' }] },
        { text: 'Peru proposed bells.', cites: [{ kind: 'passage', statement: bells, quotation: 'Peru proposed bells' }] },
      ],
    }],
  }); // prettier-ignore
  for (const to of ['co_chair_review', 'correction_window'] as const)
    await perform(forum, program, moveReport, { report, to });
  await react();
  const row = await reports(forum.db).where('report.id', '=', report).executeTakeFirstOrThrow();
  const reach = async (who = chair) => reachOf(forum.db, who, row, forum.now());

  // Kenya has no focal point: whoever else speaks for it is written to.
  expect((await letters(forum)).sent.filter((one) => one.startsWith('mail.lines'))).toEqual([`mail.lines_circulated → ${wanjiru}`]); // prettier-ignore
  expect(await reach()).toMatchObject([
    { delegation: { slug: 'peru' }, lines: 1, told: [], invitation: null },
    { delegation: { slug: 'kenya' }, lines: 1, told: [delegate.name], asked: 0 },
  ]);
  expect(await reach(delegate)).toBeUndefined();

  const asked = { edition, email: 'rosa@example.org', name: 'Rosa Huaman', delegation: peru, capacity: 'focal_point' } as const; // prettier-ignore
  const { id: invitation } = await perform(forum, chair, invitePerson, asked);
  expect((await reach())![0]).toMatchObject({ told: [], invitation: { id: invitation, name: 'Rosa Huaman' } });
  await perform(forum, program, acceptInvitation, { invitation, password: 'bells in the morning' });
  expect((await reach())!.map(({ told }) => told)).toEqual([[delegate.name], ['Rosa Huaman']]);
  const later = { ...forum, now: () => new Date(forum.now().getTime() + 30 * 86_400_000) };
  expect((await reachOf(forum.db, chair, row, later.now()))![1]!.invitation).toBeNull();

  // Whoever has a focal point is written to through it alone.
  const focal = await admit(forum, edition, 'Moses Otieno', kenya, 'focal_point');
  expect((await reach())!.find(({ delegation }) => delegation.slug === 'kenya')!.told).toEqual(['Moses Otieno']);
  await perform(forum, focal.viewer, askLineCorrection, { report, delegation: kenya, sentence: sentences[0]![0]!, body: 'Kenya asked for lamps.' }); // prettier-ignore
  expect((await reach())!.find(({ delegation }) => delegation.slug === 'kenya')).toMatchObject({ asked: 1, waiting: 1 }); // prettier-ignore
  expect(await ownLines(forum.db, focal.viewer, row, { id: peru, slug: 'peru' })).toBeUndefined();
});

forumTest('the co-chairs are told that a report is with them, and its writer that it came back', async ({ forum: bare }) => {
  const { forum, react, edition, roundtable, kenya } = await people(bare);
  for (const [name, kind] of [['Otto Lind', 'co_chair'], ['Leila Haddad', 'rapporteur']] as const) {
    const { viewer } = await admit(forum, edition, name);
    await perform(forum, program, assignRole, { edition, roundtable, kind, person: viewer.personId! });
  }
  const statement = (await perform(forum, program, enterStatement, { roundtable, kind: 'intervention', body: 'We open at six.', speakers: [{ delegation: kenya }] })).id;
  const { id: report } = await perform(forum, program, enterReport, {
    roundtable,
    kind: 'record',
    title: 'Record of RT 2.1',
    source: 'draft',
    paragraphs: [{ section: 'discussion', sentences: [{ text: 'Kenya opens at six.', cites: [{ kind: 'passage', statement, quotation: 'We open at six' }] }] }],
  });
  const handed = async () => (await letters(forum)).rows.filter(({ code }) => code === 'mail.report_handed').map(({ subject }) => subject);
  for (const to of ['co_chair_review', 'draft', 'co_chair_review'] as const) {
    await perform(forum, program, moveReport, { report, to });
    await react();
  }
  expect((await letters(forum)).sent.filter((one) => one.startsWith('mail.report_handed'))).toEqual(['mail.report_handed → leila@example.org', 'mail.report_handed → otto@example.org', 'mail.report_handed → otto@example.org']);
  expect((await handed()).sort()).toEqual(['The report of RT 2.1 is sent back to you', 'The report of RT 2.1 is with you', 'The report of RT 2.1 is with you']);
  expect((await letters(forum)).text('mail.report_handed')).toContain('http://localhost:3000/lake/rt/2.1/report');
}); // prettier-ignore
