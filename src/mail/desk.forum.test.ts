import { describe, expect } from 'vitest';
import { assignRole, admitPerson } from '#people/acts.ts';
import { viewerOf } from '#people/access.ts';
import { perform } from '#record/act.ts';
import type { Forum } from '#record/forum.ts';
import { program, visitor } from '#record/viewer.ts';
import { forumTest } from '#test/forum.ts';
import { smallForum } from '#test/small-forum.ts';
import { markSentByHand, tryAgain, unmarkSentByHand } from './desk.ts';
import { countLetters, lettersOf, ownDelivery, ownLetters } from './queries.ts';
import { post, type Letter } from './post.ts';
import { addressee } from './recipients.ts';

const letter: Letter = {
  to: 'wanjiru@example.org',
  code: 'mail.released',
  values: { number: 1, roundtable: '2.1', title: 'Hosts', delegation: 'Kenya', page: 'http://a', address: 'http://b' },
};

async function desk(forum: Forum) {
  const { edition, delegate, chair } = await smallForum(forum);
  const { id } = await perform(forum, program, admitPerson, { edition, name: 'Jonas Keller' });
  await perform(forum, program, assignRole, { edition, kind: 'support_unit', person: id });
  await post(forum, { ...letter, edition, person: delegate.personId });
  return { edition, delegate, chair, support: await viewerOf(forum.db, id) };
}

describe('the letters of an edition', () => {
  forumTest(
    'stand at the support unit’s desk where no mail server is set, until they are passed on',
    async ({ forum }) => {
      const { edition, support } = await desk(forum);
      const [waiting] = await lettersOf(forum, support, edition, { list: 'by_hand' });
      expect(waiting).toMatchObject({ to: letter.to, state: 'queued', body: expect.stringContaining('Kenya') });
      expect(await countLetters(forum, support, edition)).toEqual({ by_hand: 1, waiting: 0, gone: 0 });

      await markSentByHand(forum, support, edition, waiting!.id);
      expect(await countLetters(forum, support, edition)).toEqual({ by_hand: 0, waiting: 0, gone: 1 });
      expect(await lettersOf(forum, support, edition, { list: 'gone' })).toMatchObject([{ by: 'Jonas Keller' }]);
      await expect(markSentByHand(forum, support, edition, waiting!.id)).rejects.toMatchObject({
        code: 'mail.gone_already',
      });

      await unmarkSentByHand(forum, support, edition, waiting!.id);
      expect(await countLetters(forum, support, edition)).toEqual({ by_hand: 1, waiting: 0, gone: 0 });
      await expect(unmarkSentByHand(forum, support, edition, waiting!.id)).rejects.toMatchObject({ name: 'Refusal' });
    },
  );

  forumTest(
    'are on their way where one is set; one it refused is tried again when somebody says so',
    async ({ forum }) => {
      const { edition, support } = await desk(forum);
      const mailing = { ...forum, mail: { ...forum.mail, smtpUrl: 'smtp://127.0.0.1:1' } };
      expect(await countLetters(mailing, support, edition)).toEqual({ by_hand: 0, waiting: 1, gone: 0 });
      await forum.db.updateTable('mail').set({ state: 'refused', words: '550 No such user', attempts: 4 }).execute();
      await forum.db.updateTable('mail_recipient').set({ refused: '550 No such user' }).execute();
      const [refused] = await lettersOf(mailing, support, edition, { list: 'by_hand' });
      expect(refused).toMatchObject({ words: '550 No such user' });
      await expect(tryAgain(forum, support, edition, refused!.id)).rejects.toMatchObject({ code: 'mail.no_server' });
      await tryAgain(mailing, support, edition, refused!.id);
      expect(await lettersOf(mailing, support, edition, { list: 'waiting' })).toMatchObject([{ attempts: 0 }]);
      expect((await addressee(forum, letter.to)).refused).toBeNull();
      await forum.db.updateTable('mail').set({ state: 'sending' }).execute();
      await expect(tryAgain(mailing, support, edition, refused!.id)).rejects.toMatchObject({ code: 'mail.on_its_way' });
    },
  );

  forumTest('are nobody else’s, and secret ones nobody’s', async ({ forum }) => {
    const { edition, support, chair, delegate } = await desk(forum);
    const mailing = { ...forum, mail: { ...forum.mail, smtpUrl: 'smtp://127.0.0.1:1' } };
    await post(mailing, { ...letter, edition, secret: true });
    expect(await lettersOf(forum, support, edition, { list: 'by_hand' })).toHaveLength(1);
    const [{ id }] = (await forum.db.selectFrom('mail').select('id').where('secret', '=', true).execute()) as [{ id: string }]; // prettier-ignore
    await expect(markSentByHand(forum, support, edition, id)).rejects.toMatchObject({ name: 'NotFound' });
    for (const viewer of [visitor, delegate, chair])
      await expect(lettersOf(forum, viewer, edition, { list: 'by_hand' })).rejects.toMatchObject({
        code: 'act.not_yours',
      });
  });

  forumTest('are read by the person they were written to, on their own page', async ({ forum }) => {
    const { delegate, chair, edition } = await desk(forum);
    await post(forum, { ...letter, edition, to: 'other@example.org', person: chair.personId });
    expect(await ownLetters(forum.db, delegate)).toMatchObject([{ to: letter.to }]);
    expect(await ownLetters(forum.db, visitor)).toEqual([]);
    expect(await ownDelivery(forum.db, delegate)).toBeNull();
    await forum.db
      .insertInto('login')
      .values({ id: 'w', name: 'Wanjiru', email: letter.to, person_id: delegate.personId })
      .execute();
    expect(await ownDelivery(forum.db, delegate)).toEqual({ address: letter.to, delivery: 'immediate', refused: null });
  });
});
