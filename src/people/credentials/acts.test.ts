import { describe, expect } from 'vitest';
import { viewerOf } from '#people/access.ts';
import { admitPerson, registerDelegation } from '#people/acts.ts';
import { perform } from '#record/act.ts';
import type { Forum } from '#record/forum.ts';
import { program, visitor } from '#record/viewer.ts';
import { submitComment } from '#statements/acts.ts';
import { forumTest } from '#test/forum.ts';
import { smallForum } from '#test/small-forum.ts';
import { askCredential, correctCredential, refuseCredential } from './acts.ts';
import { requireRelease, verifyCredential, withdrawCredential } from './acts.ts';
import { credentialsIn, credentialsOf, ownCredentials } from './queries.ts';

/** The small forum, with Kenya's focal point and somebody who has asked to speak for Kenya. */
async function asking(forum: Forum) {
  const small = await smallForum(forum);
  const { edition, kenya } = small;
  const admit = async (person: object) =>
    viewerOf(forum.db, (await perform(forum, program, admitPerson, { edition, name: 'Someone', ...person })).id);
  const focal = await admit({ name: 'Moses Otieno', delegation: kenya, capacity: 'focal_point' });
  const newcomer = await admit({ name: 'Njeri Wambui' });
  const ask = { edition, delegation: kenya, function: 'counsellor', words: 'Since May.' };
  const { id: credential } = await perform(forum, newcomer, askCredential, ask);
  return { ...small, focal, newcomer, ask, credential, admit };
}

const lastLine = (forum: Forum) =>
  forum.db.selectFrom('record_line').select(['kind', 'audience', 'subject_id']).orderBy('sequence', 'desc').executeTakeFirst(); // prettier-ignore

describe('askCredential', () => {
  forumTest(
    'waits, seen by the one who asks, the focal point and the offices, and by nobody else',
    async ({ forum }) => {
      const { edition, kenya, newcomer, focal, chair, delegate, credential } = await asking(forum);
      expect(await lastLine(forum)).toEqual({ kind: 'credential.asked', audience: 'author', subject_id: credential });
      expect((await viewerOf(forum.db, newcomer.personId)).delegationIds).toEqual([]);
      const waits = { id: credential, state: 'asked', function: 'counsellor', words: 'Since May.' };
      expect(await ownCredentials(forum.db, newcomer, edition)).toMatchObject([waits]);
      expect((await credentialsOf(forum.db, focal, edition, kenya))![0]).toMatchObject(waits);
      expect((await credentialsIn(forum.db, chair, edition))[0]).toMatchObject(waits);
      expect(await credentialsOf(forum.db, delegate, edition, kenya)).toBeUndefined();
      expect(await credentialsIn(forum.db, newcomer, edition)).toEqual([]);
      expect(await ownCredentials(forum.db, visitor, edition)).toEqual([]);
    },
  );

  forumTest('is refused to a visitor, without a function, and a second time', async ({ forum }) => {
    const { newcomer, ask } = await asking(forum);
    await expect(perform(forum, visitor, askCredential, ask)).rejects.toMatchObject({ code: 'credential.sign_in' });
    const vague = perform(forum, newcomer, askCredential, { ...ask, function: ' ' });
    await expect(vague).rejects.toMatchObject({ fields: { function: 'credential.function_missing' } });
    const again = { code: 'credential.stands_already', values: { from: 'asked', to: 'asked' } };
    await expect(perform(forum, newcomer, askCredential, ask)).rejects.toMatchObject(again);
    const nowhere = { ...ask, delegation: newcomer.personId! };
    await expect(perform(forum, newcomer, askCredential, nowhere)).rejects.toMatchObject({ name: 'NotFound' });
  });
});

describe('verifyCredential', () => {
  forumTest('by the focal point lets a person speak, and keeps who, when and how', async ({ forum }) => {
    const { edition, kenya, newcomer, focal, credential } = await asking(forum);
    await perform(forum, focal, verifyCredential, { credential, how: 'I know her', capacity: 'deputy' });
    expect(await lastLine(forum)).toMatchObject({ kind: 'credential.verified', subject_id: credential });
    expect((await viewerOf(forum.db, newcomer.personId)).delegationIds).toEqual([kenya]);
    const [own] = await ownCredentials(forum.db, newcomer, edition);
    expect(own).toMatchObject({ state: 'verified', capacity: 'deputy', verified: { by: 'Moses Otieno', how: 'I know her' } }); // prettier-ignore
    expect(own!.decisions.map(({ decision }) => decision).sort()).toEqual(['asked', 'verified']);
  });

  forumTest('is refused to others, for oneself, without a check, and twice', async ({ forum }) => {
    const { edition, chair, delegate, focal, credential } = await asking(forum);
    const verify = (who: typeof chair, id = credential, how = 'by telephone') =>
      perform(forum, who, verifyCredential, { credential: id, how });
    await expect(verify(delegate)).rejects.toMatchObject({ code: 'credential.not_yours' });
    await expect(verify(chair, credential, '')).rejects.toMatchObject({ fields: { how: 'credential.how_missing' } });
    const { id: peru } = await perform(forum, program, registerDelegation, { slug: 'peru', shortName: 'Peru', kind: 'state' }); // prettier-ignore
    const own = await perform(forum, chair, askCredential, { edition, delegation: peru, function: 'consul' });
    await expect(verify(chair, own.id)).rejects.toMatchObject({ code: 'credential.own' });
    await expect(verify(focal, own.id)).rejects.toMatchObject({ code: 'credential.not_yours' });
    await verify(chair);
    await expect(verify(focal)).rejects.toMatchObject({ code: 'credential.stands_already' });
  });
});

describe('refuseCredential', () => {
  forumTest('tells the reason, and leaves the way open to ask again', async ({ forum }) => {
    const { edition, newcomer, chair, credential, ask } = await asking(forum);
    const reason = 'The ministry does not know this name.';
    await perform(forum, chair, refuseCredential, { credential, reason });
    expect(await lastLine(forum)).toMatchObject({ kind: 'credential.refused', audience: 'author' });
    const [own] = await ownCredentials(forum.db, newcomer, edition);
    expect(own!.state).toBe('refused');
    expect(own!.decisions.map(({ how }) => how)).toContain(reason);
    expect((await perform(forum, newcomer, askCredential, ask)).id).toBe(credential);
    expect((await ownCredentials(forum.db, newcomer, edition))[0]!.state).toBe('asked');
  });

  forumTest('is refused without a reason, to others, and once it stands', async ({ forum }) => {
    const { focal, delegate, credential } = await asking(forum);
    const refuse = (who: typeof focal, reason: string) => perform(forum, who, refuseCredential, { credential, reason });
    await expect(refuse(focal, ' ')).rejects.toMatchObject({ fields: { reason: 'credential.reason_missing' } });
    await expect(refuse(delegate, 'No.')).rejects.toMatchObject({ code: 'credential.not_yours' });
    await perform(forum, focal, verifyCredential, { credential, how: 'in person' });
    await expect(refuse(focal, 'No.')).rejects.toMatchObject({ code: 'credential.stands_already' });
  });
});

describe('correctCredential', () => {
  const as = { function: 'minister of health', capacity: 'head', rank: 'minister' } as const;

  forumTest('says in which capacity and rank somebody speaks from now on', async ({ forum }) => {
    const { newcomer, edition, focal, credential, roundtable } = await asking(forum);
    await perform(forum, focal, verifyCredential, { credential, how: 'in person', capacity: 'head' });
    const said = async () => {
      await perform(forum, newcomer, submitComment, { roundtable, body: 'We open at six.' });
      const speakers = forum.db.selectFrom('statement_speaker').innerJoin('statement', 'statement.id', 'statement_id');
      return speakers.select(['function', 'capacity', 'rank']).orderBy('statement.number').execute();
    };
    const before = { function: 'counsellor', capacity: 'head', rank: 'ambassador' };
    expect(await said()).toEqual([before]);
    await perform(forum, focal, correctCredential, { credential, ...as });
    expect(await lastLine(forum)).toEqual({ kind: 'credential.corrected', audience: 'author', subject_id: credential });
    expect(await ownCredentials(forum.db, newcomer, edition)).toMatchObject([as]);
    expect(await said()).toEqual([before, as]);
  });

  forumTest('is refused to others, to oneself, and while nobody speaks with it', async ({ forum }) => {
    const { newcomer, focal, delegate, credential } = await asking(forum);
    const correct = (who: typeof focal) => perform(forum, who, correctCredential, { credential, ...as });
    await expect(correct(focal)).rejects.toMatchObject({ code: 'credential.not_standing', values: { state: 'asked' } });
    await perform(forum, focal, verifyCredential, { credential, how: 'in person' });
    await expect(correct(delegate)).rejects.toMatchObject({ code: 'credential.not_yours' });
    await expect(correct(newcomer)).rejects.toMatchObject({ code: 'credential.own' });
    const unknown = perform(forum, focal, correctCredential, { credential: delegate.personId!, ...as });
    await expect(unknown).rejects.toMatchObject({ name: 'NotFound' });
  });
});

describe('withdrawCredential', () => {
  forumTest('ends it, by the focal point or by whoever holds it', async ({ forum }) => {
    const { newcomer, focal, delegate, credential } = await asking(forum);
    await perform(forum, focal, verifyCredential, { credential, how: 'in person' });
    await expect(perform(forum, delegate, withdrawCredential, { credential })).rejects.toMatchObject({ code: 'credential.not_yours' }); // prettier-ignore
    await perform(forum, newcomer, withdrawCredential, { credential });
    expect(await lastLine(forum)).toMatchObject({ kind: 'credential.withdrawn' });
    expect((await viewerOf(forum.db, newcomer.personId)).delegationIds).toEqual([]);
    const again = perform(forum, focal, withdrawCredential, { credential });
    await expect(again).rejects.toMatchObject({ values: { from: 'withdrawn', to: 'withdrawn' } });
  });
});

describe('requireRelease', () => {
  forumTest('is for the focal point alone, and recorded when it changes', async ({ forum }) => {
    const { edition, kenya, focal, chair } = await asking(forum);
    const require = (who: typeof focal, required: boolean) =>
      perform(forum, who, requireRelease, { edition, delegation: kenya, required });
    await expect(require(chair, true)).rejects.toMatchObject({ code: 'delegation.not_focal_point' });
    await require(focal, true);
    expect(await lastLine(forum)).toEqual({
      kind: 'delegation.release_required',
      audience: 'public',
      subject_id: kenya,
    });
    await require(focal, true);
    await require(focal, false);
    expect(await lastLine(forum)).toMatchObject({ kind: 'delegation.release_ended' });
    const lines = await forum.db.selectFrom('record_line').select('kind').where('kind', 'like', 'delegation.release%').execute(); // prettier-ignore
    expect(lines).toHaveLength(2);
  });
});
