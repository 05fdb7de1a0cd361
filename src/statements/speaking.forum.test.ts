import { describe, expect } from 'vitest';
import { viewerOf } from '#people/access.ts';
import { admitPerson, assignRole, registerDelegation } from '#people/acts.ts';
import { askCredential, requireRelease, verifyCredential } from '#people/credentials/acts.ts';
import { createRoundtable } from '#programme/acts.ts';
import { perform } from '#record/act.ts';
import type { Forum } from '#record/forum.ts';
import { program, visitor } from '#record/viewer.ts';
import { forumTest } from '#test/forum.ts';
import { deadline, smallForum } from '#test/small-forum.ts';
import { submitComment } from './acts.ts';
import { waysToSpeak } from './speaking.ts';

/** The small forum, where Kenya's delegate speaks for the Lake Cities as well. */
async function speakingForTwo(forum: Forum) {
  const small = await smallForum(forum);
  const { edition, roundtable, delegate } = small;
  const { id: cities } = await perform(forum, program, registerDelegation, { slug: 'lake-cities', shortName: 'Lake Cities', kind: 'city' }); // prettier-ignore
  const asked = await perform(forum, delegate, askCredential, { edition, delegation: cities, function: 'secretary' });
  const later = { ...forum, now: () => new Date('2026-06-02T08:00:00Z') };
  await perform(later, program, verifyCredential, { credential: asked.id, how: 'by letter' });
  const place = { id: roundtable, edition_id: edition };
  const say = async (as?: string | null, who = delegate) => {
    const { id } = await perform(forum, who, submitComment, { roundtable, body: 'We open at six.', ...(as ? { as } : {}) }); // prettier-ignore
    const said = forum.db.selectFrom('statement').leftJoin('statement_speaker', 'statement_id', 'statement.id');
    return said.select(['delegation_id', 'function', 'capacity', 'identity', 'state']).where('statement.id', '=', id).executeTakeFirst(); // prettier-ignore
  };
  return { ...small, cities, place, say, viewer: await viewerOf(forum.db, delegate.personId) };
}

describe('whoever speaks for several', () => {
  forumTest('says for whom with each comment, and otherwise speaks as last time', async ({ forum }) => {
    const { kenya, cities, place, say, viewer, edition } = await speakingForTwo(forum);
    const ways = async () => (await waysToSpeak(forum.db, place, viewer)).map(({ as }) => as);
    expect(await ways()).toEqual([kenya, cities]);
    expect(await say()).toMatchObject({ delegation_id: kenya, function: 'adviser' });
    expect(await say(cities)).toMatchObject({ delegation_id: cities, function: 'secretary', identity: 'verified' });
    expect(await ways()).toEqual([cities, kenya]);
    expect(await say()).toMatchObject({ delegation_id: cities });
    const { id } = await perform(forum, program, createRoundtable, { edition, number: '2.2', title: 'Schools' });
    const elsewhere = await waysToSpeak(forum.db, { id, edition_id: edition }, viewer);
    expect(elsewhere.map(({ as }) => as)).toEqual([kenya, cities]);
  });

  forumTest('waits for the focal point of the one that asks for it, and not for the other', async ({ forum }) => {
    const { kenya, cities, edition, place, say, viewer } = await speakingForTwo(forum);
    await perform(forum, program, requireRelease, { edition, delegation: kenya, required: true });
    const waits = (await waysToSpeak(forum.db, place, viewer)).map(({ as, waits }) => [as, waits]);
    expect(Object.fromEntries(waits)).toEqual({ [kenya]: true, [cities]: false });
    expect(await say(kenya)).toMatchObject({ state: 'draft' });
    expect(await say(cities)).toMatchObject({ state: 'received' });
  });

  forumTest('is refused a delegation that is not theirs, and so is a guest', async ({ forum }) => {
    const { kenya, say, chair } = await speakingForTwo(forum);
    const { id: peru } = await perform(forum, program, registerDelegation, { slug: 'peru', shortName: 'Peru', kind: 'state' }); // prettier-ignore
    await expect(say(peru)).rejects.toMatchObject({ code: 'comment.not_your_delegation' });
    await expect(say(kenya, chair)).rejects.toMatchObject({ code: 'comment.not_your_delegation' });
    await expect(say(kenya, visitor)).rejects.toMatchObject({ code: 'comment.not_for_guests' });
  });
});

describe('a co-chair', () => {
  forumTest('speaks as one where they say so, for their country otherwise, and unreleased', async ({ forum }) => {
    const { kenya, edition, roundtable, delegate, place, say } = await speakingForTwo(forum);
    await expect(say('co_chair')).rejects.toMatchObject({ code: 'comment.not_co_chair' });
    await perform(forum, program, assignRole, { edition, roundtable, kind: 'co_chair', person: delegate.personId });
    await perform(forum, program, requireRelease, { edition, delegation: kenya, required: true });
    const viewer = await viewerOf(forum.db, delegate.personId);
    expect((await waysToSpeak(forum.db, place, viewer)).at(-1)).toMatchObject({ as: 'co_chair', waits: false });
    expect(await say('co_chair', viewer)).toMatchObject({
      capacity: 'co_chair',
      delegation_id: kenya,
      identity: 'verified',
      state: 'received',
    });
    expect(await say(kenya, viewer)).toMatchObject({ capacity: 'delegate', state: 'draft' });
  });

  forumTest('who speaks for nobody speaks in their own name, or as co-chair, and nowhere else', async ({ forum }) => {
    const { edition, roundtable } = await smallForum(forum);
    const { id: person } = await perform(forum, program, admitPerson, { edition, name: 'Leila Haddad' });
    await perform(forum, program, assignRole, { edition, roundtable, kind: 'co_chair', person });
    const viewer = await viewerOf(forum.db, person);
    expect(await waysToSpeak(forum.db, { id: roundtable, edition_id: edition }, viewer)).toMatchObject([
      { as: 'co_chair', delegation: null },
    ]);
    const other = await perform(forum, program, createRoundtable, { edition, number: '2.2', title: 'Schools', state: 'open_for_comment', commentsCloseAt: deadline }); // prettier-ignore
    const elsewhere = perform(forum, viewer, submitComment, { roundtable: other.id, body: 'Order.', as: 'co_chair' });
    await expect(elsewhere).rejects.toMatchObject({ code: 'comment.not_co_chair' });
  });
});
