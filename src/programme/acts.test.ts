import { describe, expect } from 'vitest';
import { perform } from '#record/act.ts';
import { program, visitor } from '#record/viewer.ts';
import { forumTest } from '#test/forum.ts';
import { deadline, smallForum } from '#test/small-forum.ts';
import { closeComments, createRoundtable, moveRoundtable, openEdition, publishReasons } from './acts.ts';
import { programmeOf } from './queries.ts';

const lake = { slug: 'lake', name: 'Lake Forum', shortName: 'Lake' };

describe('openEdition', () => {
  forumTest('opens one, in its own time zone', async ({ forum }) => {
    const { id } = await perform(forum, program, openEdition, { ...lake, timeZone: 'Africa/Kampala' });
    const edition = await forum.db.selectFrom('edition').selectAll().executeTakeFirst();
    expect(edition).toMatchObject({ id, state: 'planning', time_zone: 'Africa/Kampala', attribution: 'attributed' });
  });

  forumTest('is refused under a name that is taken, in a zone that is none, and to a visitor', async ({ forum }) => {
    await perform(forum, program, openEdition, lake);
    await expect(perform(forum, program, openEdition, lake)).rejects.toMatchObject({ code: 'edition.name_taken' });
    const reserved = perform(forum, program, openEdition, { ...lake, slug: 'sign-in' });
    await expect(reserved).rejects.toMatchObject({ code: 'edition.address_reserved' });
    const nowhere = perform(forum, program, openEdition, { ...lake, timeZone: 'Lake/Middle' });
    await expect(nowhere).rejects.toMatchObject({ fields: { timeZone: 'edition.time_zone_unknown' } });
    await expect(perform(forum, visitor, openEdition, lake)).rejects.toMatchObject({ code: 'act.not_yours' });
  });
});

describe('createRoundtable', () => {
  forumTest('puts it into the programme, in the order of the numbers', async ({ forum }) => {
    const { edition } = await smallForum(forum);
    for (const number of ['10', '2', '2.10', '2.2'])
      await perform(forum, program, createRoundtable, { edition, number, title: `Roundtable ${number}` });
    const programme = await programmeOf(forum.db, edition);
    expect(programme.map(({ number }) => number)).toEqual(['2', '2.1', '2.2', '2.10', '10']);
  });

  forumTest(
    'is refused under a number that no programme has; one from before that was checked breaks no page',
    async ({ forum }) => {
      const { edition } = await smallForum(forum);
      for (const number of ['99999999999999999999', '2.10000', '2.1.1.1.1', '2.', '.2', '٢'])
        await expect(
          perform(forum, program, createRoundtable, { edition, number, title: 'Far' }),
          number,
        ).rejects.toMatchObject({ fields: { number: 'roundtable.number_wrong' } });
      await forum.db.insertInto('roundtable').values({ id: forum.newId(), edition_id: edition, number: '99999999999999999999', title: 'Far' }).execute(); // prettier-ignore
      expect((await programmeOf(forum.db, edition)).map(({ number }) => number)).toEqual([
        '2.1',
        '99999999999999999999',
      ]);
    },
  );

  forumTest('is refused under a number that is taken in the edition', async ({ forum }) => {
    const { edition } = await smallForum(forum);
    const twice = perform(forum, program, createRoundtable, { edition, number: '2.1', title: 'Another' });
    const values = { number: '2.1', title: 'Cities as first hosts' };
    await expect(twice).rejects.toMatchObject({ code: 'roundtable.number_taken', values });
  });
});

describe('moveRoundtable', () => {
  forumTest('follows the steps, and reopens with a new time', async ({ forum }) => {
    const { roundtable, chair } = await smallForum(forum);
    await perform(forum, chair, moveRoundtable, { roundtable, to: 'comment_closed' });
    const later = new Date('2026-07-01T15:00:00Z');
    await perform(forum, chair, moveRoundtable, { roundtable, to: 'open_for_comment', commentsCloseAt: later });
    const row = await forum.db.selectFrom('roundtable').select(['state', 'comments_close_at']).executeTakeFirst();
    expect(row).toEqual({ state: 'open_for_comment', comments_close_at: later });
  });

  forumTest('is refused out of order, to a time that has passed, and to a delegate', async ({ forum }) => {
    const { roundtable, chair, delegate } = await smallForum(forum);
    const jump = perform(forum, chair, moveRoundtable, { roundtable, to: 'record_final' });
    await expect(jump).rejects.toMatchObject({ code: 'roundtable.cannot_move' });
    const theirs = perform(forum, delegate, moveRoundtable, { roundtable, to: 'comment_closed' });
    await expect(theirs).rejects.toMatchObject({ code: 'act.not_yours' });
    await perform(forum, chair, moveRoundtable, { roundtable, to: 'comment_closed' });
    const past = { roundtable, to: 'open_for_comment', commentsCloseAt: new Date('2026-05-01T00:00:00Z') } as const;
    await expect(perform(forum, chair, moveRoundtable, past)).rejects.toMatchObject({ code: 'comments.deadline_past' });
  });
});

describe('closeComments', () => {
  forumTest('closes at the announced time and not a second before', async ({ forum }) => {
    const { roundtable } = await smallForum(forum);
    const state = async () => (await forum.db.selectFrom('roundtable').select('state').executeTakeFirstOrThrow()).state;
    await perform({ ...forum, now: () => new Date(deadline.getTime() - 1000) }, program, closeComments, { roundtable });
    expect(await state()).toBe('open_for_comment');
    await perform({ ...forum, now: () => deadline }, program, closeComments, { roundtable });
    expect(await state()).toBe('comment_closed');
  });

  forumTest('is refused for a roundtable there is not', async ({ forum }) => {
    const closing = perform(forum, program, closeComments, { roundtable: crypto.randomUUID() });
    await expect(closing).rejects.toMatchObject({ name: 'NotFound' });
  });
});

forumTest('publishReasons is the Chair’s office’s', async ({ forum }) => {
  const { edition, delegate, chair } = await smallForum(forum);
  const reasons = [{ code: 'B', title: 'Said before', words: 'The first version counts.' }];
  await expect(perform(forum, delegate, publishReasons, { edition, reasons })).rejects.toMatchObject({
    code: 'act.not_yours',
  });
  await perform(forum, chair, publishReasons, { edition, reasons });
  const published = await forum.db.selectFrom('ruling_reason').select('code').orderBy('code').execute();
  expect(published).toEqual([{ code: 'A' }, { code: 'B' }]);
});
