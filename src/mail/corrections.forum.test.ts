import { expect } from 'vitest';
import { askCorrection, decideCorrection, openCorrections } from '#notes/corrections/acts.ts';
import { composeIntervention } from '#notes/interventions/acts.ts';
import { assignRole } from '#people/acts.ts';
import { moveRoundtable } from '#programme/acts.ts';
import { perform } from '#record/act.ts';
import type { Forum } from '#record/forum.ts';
import { program } from '#record/viewer.ts';
import { forumTest } from '#test/forum.ts';
import { aTurn, atTheMeeting } from '#test/meeting.ts';
import { reacting } from '#test/reacting.ts';
import { admit, letters, login, wanjiru } from '#test/written-to.ts';

/** After a meeting at which Kenya spoke, and Guatemala off the record; each has a focal point. */
async function afterTheMeeting(bare: Forum) {
  const { forum, react } = reacting(bare);
  const meeting = await atTheMeeting(forum);
  const { edition, roundtable, kenya, guatemala, chair, ruth, take, turn, delegate } = meeting;
  await login(forum, delegate, wanjiru);
  await admit(forum, edition, 'Fatima Noor', kenya, 'focal_point');
  await admit(forum, edition, 'Marisol Choc', guatemala, 'focal_point');
  for (const [name, kind, of] of [['Jonas Keller', 'support_unit', null], ['Leila Haddad', 'rapporteur', roundtable]] as const) {
    const { viewer } = await admit(forum, edition, name);
    await perform(forum, program, assignRole, { edition, roundtable: of, kind, person: viewer.personId! });
  } // prettier-ignore
  await take(ruth, 'o a separation of files');
  const quiet = await aTurn(forum, { roundtable, delegation: guatemala, from: -4, to: -3, offRecord: true });
  await take(ruth, 'p a word in confidence', -3, { slot: quiet });
  const { id: statement } = await perform(forum, program, composeIntervention, { slot: turn });
  await perform(forum, program, composeIntervention, { slot: quiet });
  await perform(forum, chair, moveRoundtable, { roundtable, to: 'adjourned' });
  await react();
  await forum.db.deleteFrom('mail').execute();
  const ask = (reason = '', at: Forum = forum) =>
    perform(at, delegate, askCorrection, { statement, delegation: kenya, revision: 1, body: 'Kenya opposed a complete separation.', reason }); // prettier-ignore
  return { ...meeting, forum, react, ask };
}

forumTest('whoever spoke on the record is told until when to confirm it, once', async ({ forum: bare }) => {
  const { forum, react, chair, roundtable } = await afterTheMeeting(bare);
  const closesAt = new Date('2026-06-05T12:00:00Z');
  await perform(forum, chair, openCorrections, { roundtable, closesAt });
  await react();
  const { sent, text } = await letters(forum);
  expect(sent).toEqual(['mail.corrections_opened → fatima@example.org']);
  expect(text('mail.corrections_opened')).toMatch(/open for corrections until .*5 June 2026/);
  expect(text('mail.corrections_opened')).toContain('http://localhost:3000/lake/delegations/kenya/interventions');
  // Another time is another letter; the same again is not.
  await perform(forum, chair, openCorrections, { roundtable, closesAt: new Date('2026-06-07T12:00:00Z') });
  await react();
  expect((await letters(forum)).sent).toHaveLength(2);
});

forumTest('a correction is told to those who decide, and its decision to whoever asked', async ({ forum: bare }) => {
  const { forum, react, ask, chair } = await afterTheMeeting(bare);
  const { id } = await ask('As in the recording.');
  await react();
  const { sent, text } = await letters(forum);
  expect(sent).toEqual(['mail.correction_asked → jonas@example.org', 'mail.correction_asked → leila@example.org']);
  expect(text('mail.correction_asked')).toMatch(/Kenya opposed a complete separation\.[^]*As in the recording\.[^]*http:\/\/localhost:3000\/lake\/desk\/corrections/); // prettier-ignore
  await perform(forum, chair, decideCorrection, { correction: id, decision: 'declined', words: 'It was said so.' });
  await react();
  const after = await letters(forum);
  expect(after.sent).toEqual([`mail.correction_decided → ${wanjiru}`, ...sent].sort());
  expect(after.rows.find(({ code }) => code === 'mail.correction_decided')!.subject).toBe('Your correction in RT 2.1 is declined'); // prettier-ignore
  expect(after.text('mail.correction_decided')).toMatch(/It was said so\.[^]*lake\/delegations\/kenya\/interventions/);
});

forumTest('a late correction is said to be late, an accepted one to stand', async ({ forum: bare }) => {
  const { forum, react, ask, chair, roundtable } = await afterTheMeeting(bare);
  await perform(forum, chair, openCorrections, { roundtable, closesAt: new Date(forum.now().getTime() + 60_000) });
  const { id } = await ask('', { ...forum, now: () => new Date(forum.now().getTime() + 3_600_000) });
  await react();
  await perform(forum, chair, decideCorrection, { correction: id, decision: 'accepted' });
  await react();
  const { text, rows } = await letters(forum);
  expect(text('mail.correction_asked')).toMatch(/after the window|late/i);
  expect(rows.find(({ code }) => code === 'mail.correction_decided')!.subject).toBe('Your correction in RT 2.1 is accepted'); // prettier-ignore
});
