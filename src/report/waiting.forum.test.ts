import { expect } from 'vitest';
import { moveRoundtable } from '#programme/acts.ts';
import { perform } from '#record/act.ts';
import { program } from '#record/viewer.ts';
import { forumTest } from '#test/forum.ts';
import { officer, smallForum } from '#test/small-forum.ts';
import { enterStatement } from '#statements/acts.ts';
import { draftReport, moveReport } from './acts.ts';
import { countReportsWaiting } from './waiting.ts';

forumTest('a report waits for its rapporteur, then for its co-chairs, and again when its window is over', async ({ forum }) => {
  const { edition, roundtable, kenya, delegate } = await smallForum(forum);
  const place = { edition, roundtable };
  const leila = await officer(forum, place, 'rapporteur', 'Leila Haddad');
  const chair = await officer(forum, place, 'co_chair', 'Otto Lind');
  let now = new Date('2026-06-01T12:00:00Z');
  const waiting = () => Promise.all([leila, chair, delegate].map((who) => countReportsWaiting(forum.db, who, edition, now)));
  expect(await waiting()).toEqual([0, 0, 0]);
  await perform(forum, program, enterStatement, { roundtable, kind: 'intervention', body: 'Kenya proposed a lamp.', speakers: [{ delegation: kenya }] });
  for (const to of ['comment_closed', 'ready', 'in_session', 'adjourned'] as const) await perform(forum, program, moveRoundtable, { roundtable, to });
  expect(await waiting()).toEqual([1, 0, 0]);
  const { id: report } = await perform(forum, program, draftReport, { roundtable });
  expect(await waiting()).toEqual([1, 0, 0]);
  await perform(forum, program, moveReport, { report, to: 'co_chair_review' });
  expect(await waiting()).toEqual([0, 1, 0]);
  await perform(forum, program, moveReport, { report, to: 'correction_window', correctionsCloseAt: new Date('2026-07-01T12:00:00Z') });
  expect(await waiting()).toEqual([0, 0, 0]);
  now = new Date('2026-07-01T12:00:00Z');
  expect(await waiting()).toEqual([1, 0, 0]);
}); // prettier-ignore
