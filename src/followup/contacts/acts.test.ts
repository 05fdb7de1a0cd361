import { describe, expect } from 'vitest';
import { offerPractice } from '#followup/acts.ts';
import { practicesIn } from '#followup/queries.ts';
import { perform } from '#record/act.ts';
import { visitor } from '#record/viewer.ts';
import { forumTest } from '#test/forum.ts';
import { smallForum } from '#test/small-forum.ts';
import { entry, linesOf, smallPractice } from '#test/small-practice.ts';
import { askForContact, withdrawContact } from './acts.ts';
import { contactsAsked, ownContacts } from './queries.ts';

describe('askForContact', () => {
  forumTest('names the asker to everyone and the letter to the contact alone', async ({ forum }) => {
    const { practice, edition, delegate, amina } = await smallPractice(forum);
    const words = 'We keep one in the harbour.';
    const { id } = await perform(forum, amina, askForContact, { practice, kind: 'does_too', words });
    const seenBy = async (viewer: typeof visitor) => (await practicesIn(forum.db, viewer, edition))[0]!;
    const open = await seenBy(visitor);
    expect(open.contacts).toEqual([{ kind: 'does_too', delegation: null, person: 'Amina Yusuf' }]);
    expect(JSON.stringify(open)).not.toMatch(/harbour|example\.org/);
    expect(await contactsAsked(forum.db, open)).toEqual([]);
    expect(await contactsAsked(forum.db, await seenBy(delegate))).toMatchObject([{ words, name: 'Amina Yusuf' }]);
    expect(await ownContacts(forum.db, amina, practice)).toMatchObject([{ id, words }]);
    expect(await linesOf(forum, id)).toEqual(['contact.asked author']);
  });

  forumTest('is refused twice, to oneself and to nobody in particular', async ({ forum }) => {
    const { practice, delegate, amina } = await smallPractice(forum);
    const ask = (viewer: typeof visitor, words = '') =>
      perform(forum, viewer, askForContact, { practice, kind: 'seeks_partners', words });
    await ask(amina);
    await expect(ask(amina)).rejects.toMatchObject({ code: 'contact.asked_already' });
    await expect(ask(delegate)).rejects.toMatchObject({ code: 'contact.own_practice' });
    await expect(ask(visitor)).rejects.toMatchObject({ code: 'practice.not_identified' });
    await expect(ask(amina, 'x'.repeat(2001))).rejects.toMatchObject({ fields: { words: 'contact.words_too_long' } });
  });

  forumTest('is refused over one’s own practice before it is published', async ({ forum }) => {
    const { edition, delegate } = await smallForum(forum);
    const { id: practice } = await perform(forum, delegate, offerPractice, { edition, ...entry });
    await expect(perform(forum, delegate, askForContact, { practice, kind: 'does_too' })).rejects.toMatchObject({
      code: 'contact.not_published',
    });
  });

  forumTest('can be taken back by whoever asked', async ({ forum }) => {
    const { practice, edition, amina, delegate } = await smallPractice(forum);
    const { id: contact } = await perform(forum, amina, askForContact, { practice, kind: 'does_too' });
    await expect(perform(forum, delegate, withdrawContact, { contact })).rejects.toMatchObject({ name: 'NotFound' });
    await perform(forum, amina, withdrawContact, { contact });
    expect((await practicesIn(forum.db, visitor, edition))[0]!.contacts).toEqual([]);
    await expect(perform(forum, amina, withdrawContact, { contact })).rejects.toMatchObject({
      code: 'contact.withdrawn_already',
    });
  });
});
