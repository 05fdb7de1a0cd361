import { describe, expect } from 'vitest';
import { viewerOf } from '#people/access.ts';
import { admitPerson } from '#people/acts.ts';
import { requireRelease } from '#people/credentials/acts.ts';
import { roundtableNumbered } from '#programme/queries.ts';
import { moveRoundtable } from '#programme/acts.ts';
import { perform } from '#record/act.ts';
import type { Forum } from '#record/forum.ts';
import { program, visitor } from '#record/viewer.ts';
import { recordOf } from '#record/queries.ts';
import { reviseStatement, submitComment, withdrawStatement } from '#statements/acts.ts';
import { receiptCalled, statementsOf } from '#statements/queries.ts';
import { forumTest } from '#test/forum.ts';
import { deadline, smallForum } from '#test/small-forum.ts';
import { releaseStatement, sendBackStatement } from './acts.ts';
import { awaitingRelease, ownAwaitingRelease, returnOf } from './queries.ts';

/** Kenya wants to release what its delegates write; one has written. */
async function drafted(forum: Forum) {
  const small = await smallForum(forum);
  const { edition, kenya, roundtable, delegate } = small;
  const admitted = await perform(forum, program, admitPerson, { edition, name: 'Moses Otieno', delegation: kenya, capacity: 'focal_point' }); // prettier-ignore
  const focal = await viewerOf(forum.db, admitted.id);
  await perform(forum, focal, requireRelease, { edition, delegation: kenya, required: true });
  const { id: statement, receipt } = await perform(forum, delegate, submitComment, { roundtable, body: 'We open at six.' }); // prettier-ignore
  const place = (await roundtableNumbered(forum.db, edition, '2.1'))!;
  return { ...small, focal, statement, receipt, place };
}

describe('a comment of a delegation that requires release', () => {
  forumTest('is a draft that its author and the focal point see, and nobody else', async ({ forum }) => {
    const { edition, delegate, focal, chair, place, receipt, roundtable } = await drafted(forum);
    expect(await statementsOf(forum.db, visitor, place)).toEqual([]);
    expect(await statementsOf(forum.db, chair, place)).toEqual([]);
    expect(await statementsOf(forum.db, delegate, place)).toMatchObject([{ state: 'draft', body: 'We open at six.' }]);
    expect(await awaitingRelease(forum.db, focal, edition)).toMatchObject([{ author: 'Wanjiru Kamau', body: 'We open at six.' }]); // prettier-ignore
    expect(await awaitingRelease(forum.db, chair, edition)).toEqual([]);
    expect(await ownAwaitingRelease(forum.db, delegate, edition)).toHaveLength(1);
    expect((await receiptCalled(forum.db, receipt))!.statement.state).toBe('draft');
    const { lines } = await recordOf(forum.db, visitor, edition, { roundtableId: roundtable });
    expect(lines.map(({ kind }) => kind)).not.toContain('statement.release_asked');
  });

  forumTest('is not kept waiting when a head or the focal point writes it', async ({ forum }) => {
    const { roundtable, focal, place } = await drafted(forum);
    await perform(forum, focal, submitComment, { roundtable, body: 'In our own name.' });
    expect(await statementsOf(forum.db, visitor, place)).toMatchObject([{ state: 'received', identity: 'verified' }]);
  });

  forumTest('can be revised and taken back by its author, and leaves no line for others', async ({ forum }) => {
    const { edition, delegate, focal, statement, place, roundtable } = await drafted(forum);
    await perform(forum, delegate, reviseStatement, { statement, basedOn: 1, body: 'We open at seven.' });
    await perform(forum, delegate, withdrawStatement, { statement });
    expect(await awaitingRelease(forum.db, focal, edition)).toEqual([]);
    expect(await statementsOf(forum.db, visitor, place)).toEqual([]);
    const { lines } = await recordOf(forum.db, visitor, edition, { roundtableId: roundtable });
    expect(lines.map(({ kind }) => kind)).toEqual(['comments.opened']);
    const release = perform(forum, focal, releaseStatement, { statement, revision: 2 });
    await expect(release).rejects.toMatchObject({ code: 'release.taken_back' });
  });
});

describe('releaseStatement', () => {
  forumTest('publishes it as released, from the moment it was handed in', async ({ forum }) => {
    const { focal, statement, place } = await drafted(forum);
    const later = { ...forum, now: () => new Date('2026-06-02T08:00:00Z') };
    await perform(later, focal, releaseStatement, { statement, revision: 1 });
    expect(await statementsOf(forum.db, visitor, place)).toMatchObject([
      { state: 'received', identity: 'released', saidAt: forum.now(), speakers: [{ person: 'Wanjiru Kamau' }] },
    ]);
    const line = await forum.db.selectFrom('record_line').select(['kind', 'audience']).orderBy('sequence', 'desc').executeTakeFirst(); // prettier-ignore
    expect(line).toEqual({ kind: 'statement.released', audience: 'public' });
  });

  forumTest('after comments have closed, since the moment of handing in counts', async ({ forum }) => {
    const { focal, delegate, statement, place, roundtable } = await drafted(forum);
    const late = { ...forum, now: () => new Date(deadline.getTime() + 60_000) };
    await perform(late, program, moveRoundtable, { roundtable, to: 'comment_closed' });
    const another = perform(late, delegate, submitComment, { roundtable, body: 'Too late.' });
    await expect(another).rejects.toMatchObject({ code: 'comment.deadline_past' });
    await perform(late, focal, releaseStatement, { statement, revision: 1 });
    expect(await statementsOf(forum.db, visitor, place)).toMatchObject([{ state: 'received', saidAt: forum.now() }]);
  });

  forumTest('is refused for words that changed, twice, and into a final record', async ({ forum }) => {
    const { focal, delegate, statement, roundtable } = await drafted(forum);
    await perform(forum, delegate, reviseStatement, { statement, basedOn: 1, body: 'We open at seven.' });
    const release = (revision: number) => perform(forum, focal, releaseStatement, { statement, revision });
    await expect(release(1)).rejects.toMatchObject({ code: 'release.revised_meanwhile', values: { revision: 2 } });
    for (const to of ['comment_closed', 'ready', 'in_session', 'adjourned', 'record_draft', 'record_final'] as const)
      await perform(forum, program, moveRoundtable, { roundtable, to });
    await expect(release(2)).rejects.toMatchObject({ code: 'release.record_final' });
  });

  forumTest('is nobody else’s: to them there is nothing', async ({ forum }) => {
    const { focal, chair, delegate, statement } = await drafted(forum);
    for (const other of [chair, delegate, visitor])
      await expect(perform(forum, other, releaseStatement, { statement, revision: 1 })).rejects.toMatchObject({ name: 'NotFound' }); // prettier-ignore
    await perform(forum, focal, releaseStatement, { statement, revision: 1 });
    const again = perform(forum, focal, releaseStatement, { statement, revision: 1 });
    await expect(again).rejects.toMatchObject({ code: 'release.released_already' });
  });
});

describe('sendBackStatement', () => {
  const words = 'Leave out the year, and name the clinic.';

  forumTest('tells its author what to change; revised, it waits again', async ({ forum }) => {
    const { edition, delegate, focal, statement } = await drafted(forum);
    await perform(forum, focal, sendBackStatement, { statement, revision: 1, words });
    const sentBack = { words, by: 'Moses Otieno', at: forum.now() };
    expect(await ownAwaitingRelease(forum.db, delegate, edition)).toMatchObject([{ sentBack }]);
    expect(await awaitingRelease(forum.db, focal, edition)).toMatchObject([{ sentBack }]);
    expect(await returnOf(forum.db, { id: statement, revision: 1 })).toEqual({ ...sentBack, delegation: 'Kenya' });
    const kinds = async (viewer: typeof visitor) =>
      (await recordOf(forum.db, viewer, edition, {})).lines.map(({ kind }) => kind);
    expect(await kinds(visitor)).not.toContain('statement.sent_back');
    await perform(forum, delegate, reviseStatement, { statement, basedOn: 1, body: 'The clinic opens at six.' });
    expect(await awaitingRelease(forum.db, focal, edition)).toMatchObject([{ sentBack: null, revision: 2 }]);
    const lines = await forum.db.selectFrom('record_line').select('kind').where('subject_id', '=', statement).orderBy('sequence').execute(); // prettier-ignore
    expect(lines.map(({ kind }) => kind)).toEqual(['statement.release_asked', 'statement.sent_back', 'statement.release_asked']); // prettier-ignore
    await perform(forum, focal, sendBackStatement, { statement, revision: 2, words });
    await perform(forum, focal, releaseStatement, { statement, revision: 2 });
    expect(await returnOf(forum.db, { id: statement, revision: 2 })).toBeUndefined();
  });

  forumTest('is refused without words, for other words, twice, and once it is over', async ({ forum }) => {
    const { delegate, focal, statement } = await drafted(forum);
    const send = (revision: number, why = words) => perform(forum, focal, sendBackStatement, { statement, revision, words: why }); // prettier-ignore
    await expect(send(1, ' ')).rejects.toMatchObject({ fields: { words: 'release.words_missing' } });
    await expect(send(1, 'x'.repeat(2001))).rejects.toMatchObject({ fields: { words: 'release.words_too_long' } });
    await expect(send(2)).rejects.toMatchObject({ code: 'release.revised_meanwhile', values: { revision: 1 } });
    await send(1);
    await expect(send(1)).rejects.toMatchObject({ code: 'release.sent_back_already' });
    await perform(forum, delegate, reviseStatement, { statement, basedOn: 1, body: 'We open at seven.' });
    await perform(forum, focal, releaseStatement, { statement, revision: 2 });
    await expect(send(2)).rejects.toMatchObject({ code: 'release.released_already' });
  });

  forumTest('is nobody else’s: to them there is nothing', async ({ forum }) => {
    const { chair, delegate, statement } = await drafted(forum);
    for (const other of [chair, delegate, visitor])
      await expect(perform(forum, other, sendBackStatement, { statement, revision: 1, words })).rejects.toMatchObject({ name: 'NotFound' }); // prettier-ignore
  });
});
